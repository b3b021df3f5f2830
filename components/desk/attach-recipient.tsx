"use client";

import { useTranslations } from "next-intl";
import type { RecipientLine } from "@/lib/recipients/queries";
import { chosenRecipientSchema } from "@/lib/recipients/schema";
import { ActionForm, type FormAction } from "./action-form";
import { Select } from "./fields";

/** Adds one of the organisation's own recipients to a campaign. */
export function AttachRecipient({ recipients, action }: { recipients: RecipientLine[]; action: FormAction }) {
  const t = useTranslations("desk.recipientList");
  const sampleWord = useTranslations("desk.embassies")("sample");
  return (
    <section aria-labelledby="attach" className="mt-10 max-w-[44rem]">
      <h2 id="attach" className="mb-3 font-serif text-lg">
        {t("attachTitle")}
      </h2>
      <ActionForm
        schema={chosenRecipientSchema}
        action={action}
        submit={t("attach")}
        pending={t("attaching")}
        done={t("attached")}
        look="plain"
        narrow={false}
      >
        <Select name="recipient" label={t("attachLabel")}>
          <option value="">{t("choose")}</option>
          {recipients.map(({ id, short, holder, sample }) => (
            <option key={id} value={id}>
              {holder?.name ? `${short} (${holder.name})` : short}
              {sample && ` · ${sampleWord}`}
            </option>
          ))}
        </Select>
      </ActionForm>
    </section>
  );
}
