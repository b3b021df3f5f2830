"use client";

import { useTranslations } from "next-intl";
import type { FoundRecipients } from "@/lib/recipients/queries";
import { chosenRecipientSchema, searchedFrom } from "@/lib/recipients/schema";
import { ActionForm, type FormAction } from "./action-form";
import { Select } from "./fields";
import { OfficeSearch, useFound } from "./office-search";

type AttachRecipientProps = {
  first: FoundRecipients;
  action: FormAction;
  /** Looks for others to choose. */
  find: (before: FoundRecipients, form: FormData) => Promise<FoundRecipients>;
};

/** Adds one of the organisation's own recipients to a campaign. */
export function AttachRecipient({ first, action, find }: AttachRecipientProps) {
  const t = useTranslations("desk.recipientList");
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
        <Choices {...{ first, find }} />
      </ActionForm>
    </section>
  );
}

function Choices({ first, find }: Pick<AttachRecipientProps, "first" | "find">) {
  const t = useTranslations("desk.recipientList");
  const sampleWord = useTranslations("desk.embassies")("sample");
  const [found, search] = useFound(first, find);
  return (
    <>
      {first.total > searchedFrom && (
        <OfficeSearch q={found.q} shown={found.lines.length} total={found.total} search={search} />
      )}
      <Select name="recipient" label={t("attachLabel")}>
        <option value="">{t("choose")}</option>
        {found.lines.map(({ id, short, holder, sample }) => (
          <option key={id} value={id}>
            {holder?.name ? `${short} (${holder.name})` : short}
            {sample && ` · ${sampleWord}`}
          </option>
        ))}
      </Select>
    </>
  );
}
