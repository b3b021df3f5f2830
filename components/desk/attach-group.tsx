"use client";

import { useTranslations } from "next-intl";
import { chosenGroupSchema } from "@/lib/library/schema";
import type { GroupLine } from "@/lib/recipients/groups";
import { ActionForm, type FormAction } from "./action-form";
import { Select } from "./fields";

/** Adds everybody in one of the organisation's groups to a campaign. */
export function AttachGroup({ groups, action }: { groups: GroupLine[]; action: FormAction }) {
  const t = useTranslations("desk.groups");
  return (
    <section aria-labelledby="attach-group" className="mt-10 max-w-[44rem]">
      <h2 id="attach-group" className="mb-3 font-serif text-lg">
        {t("attachTitle")}
      </h2>
      <ActionForm
        schema={chosenGroupSchema}
        action={action}
        submit={t("attach")}
        pending={t("adding")}
        done={t("attached")}
        look="plain"
        narrow={false}
      >
        <Select name="group" label={t("label")}>
          <option value="">{t("choose")}</option>
          {groups.map(({ id, name, count }) => (
            <option key={id} value={id}>
              {`${name} · ${t("count", { count })}`}
            </option>
          ))}
        </Select>
      </ActionForm>
    </section>
  );
}
