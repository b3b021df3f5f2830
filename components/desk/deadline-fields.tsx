"use client";

import { useTranslations } from "next-intl";
import { useWatch } from "react-hook-form";
import { instantIn, zoneName } from "@/lib/format";
import { Select } from "./fields";
import { formatDistance } from "./formats";
import { TextField } from "./text-field";

/** The time zones to choose from, those of the campaign's country first. */
export type Zones = { country: string; near: string[]; all: string[] };

/** Day, time and zone of a deadline, and how long that is from now while they are typed. */
export function DeadlineFields({ zones, now }: { zones: Zones; now: Date }) {
  const t = useTranslations("desk.campaignSettings");
  const [date = "", time = "", zone = ""] = useWatch<Record<string, string>>({
    name: ["deadlineDate", "deadlineTime", "deadlineZone"],
  });
  const at = momentOf(date, time || "23:59", zone);
  return (
    <>
      <p className="text-muted">{t("deadlineHint")}</p>
      <div className="grid items-end gap-x-5 gap-y-5 sm:grid-cols-[3fr_2fr]">
        <TextField name="deadlineDate" label={t("deadlineDate")} type="date" optional />
        <TextField name="deadlineTime" label={t("deadlineTime")} type="time" optional />
      </div>
      <Select name="deadlineZone" label={t("deadlineZone")}>
        {zones.near.length > 0 && (
          <optgroup label={t("zonesNear", { country: zones.country })}>
            <ZoneOptions of={zones.near} />
          </optgroup>
        )}
        <optgroup label={t("zonesAll")}>
          <ZoneOptions of={zones.all.filter((one) => !zones.near.includes(one))} />
        </optgroup>
      </Select>
      <p role="status" className={at && at <= now ? "font-semibold text-brick" : "text-muted"}>
        {at && t(at <= now ? "past" : "fromNow", { when: formatDistance(at, now) })}
      </p>
    </>
  );
}

function ZoneOptions({ of }: { of: string[] }) {
  return of.map((zone) => (
    <option key={zone} value={zone}>
      {zoneName(zone)}
    </option>
  ));
}

function momentOf(date: string, time: string, zone: string): Date | null {
  const whole = /^\d{4}-\d{2}-\d{2}$/.test(date) && /^\d{2}:\d{2}/.test(time) && zone !== "";
  return whole ? instantIn(zone, date, time.slice(0, 5)) : null;
}
