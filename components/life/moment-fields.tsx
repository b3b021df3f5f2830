"use client";

import { useTranslations } from "next-intl";
import { Select } from "@/components/desk/fields";
import type { Zones } from "@/components/desk/deadline-fields";
import { TextField } from "@/components/desk/text-field";
import { zoneName } from "@/lib/format";

/** Day, time and zone of a moment that has to be said. */
export function MomentFields({ zones }: { zones: Zones }) {
  const t = useTranslations("desk.life");
  return (
    <>
      <div className="grid items-end gap-x-5 gap-y-5 sm:grid-cols-[3fr_2fr]">
        <TextField name="deadlineDate" label={t("day")} type="date" />
        <TextField name="deadlineTime" label={t("time")} type="time" />
      </div>
      <Select name="deadlineZone" label={t("zone")}>
        {[...zones.near, ...zones.all.filter((one) => !zones.near.includes(one))].map((zone) => (
          <option key={zone} value={zone}>
            {zoneName(zone)}
          </option>
        ))}
      </Select>
    </>
  );
}
