"use client";

import { useTranslations } from "next-intl";
import { limits, searchSchema } from "@/lib/signatures/schema";
import { ActionForm, type FormAction } from "./action-form";
import { TextField } from "./text-field";

type SignatureSearchProps = {
  action: FormAction;
  campaign: string;
  /** Whether the last search found nobody. */
  nobody: boolean;
};

/** Finds one signer. What is typed goes by POST and is kept nowhere, not in an address either. */
export function SignatureSearch({ action, campaign, nobody }: SignatureSearchProps) {
  const t = useTranslations("desk.signatures");
  return (
    <search className="w-full max-w-[30rem]">
      <ActionForm
        schema={searchSchema}
        action={action}
        submit={t("searchSubmit")}
        pending={t("searchPending")}
        look="plain"
        narrow={false}
      >
        <input type="hidden" name="campaign" value={campaign} />
        <TextField
          name="signer"
          type="email"
          label={t("search")}
          hint={t("searchHint")}
          autoComplete="off"
          maxLength={limits.email}
        />
      </ActionForm>
      <p role="status" className="mt-3 empty:hidden">
        {nobody && t("nobody")}
      </p>
    </search>
  );
}
