"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { useActionState, useState } from "react";
import type { RuleKind } from "@/lib/generated/prisma/enums";
import type { RuleChoice, RuleChoices } from "@/lib/routing/queries";
import { ruleHas, ruleSchema } from "@/lib/routing/schema";
import { ActionForm, type FormAction } from "./action-form";
import { CountryOptions } from "./country-options";
import { Select } from "./fields";
import { RuleRecipients, type SoughtChoices, useChoiceName } from "./rule-recipients";
import { TextField } from "./text-field";

type RuleFormProps = {
  kind: RuleKind;
  choices: RuleChoices;
  /** Looks for others to choose. */
  find: (before: SoughtChoices, form: FormData) => Promise<SoughtChoices>;
  countries: { code: string; name: string }[];
  action: FormAction;
  initial: Record<string, string>;
  keep: string;
  back: string;
};

const anybody: RuleKind[] = ["own_government", "exclude"];

/** One rule: what its kind needs, and no more. */
export function RuleForm({ kind, choices, find, countries, action, initial: saved, keep, back }: RuleFormProps) {
  const t = useTranslations("desk");
  const [found, search] = useActionState<SoughtChoices, FormData>(find, choices);
  // Without script the page is made anew with what stood in the form.
  const [initial] = useState(found.values ?? saved);
  const anyOffice = anybody.includes(kind);
  const offered = found.offered.filter(
    ({ id, role }) => anyOffice || role !== null || saved[`recipient-${id}`] === "yes",
  );
  return (
    <div className="max-w-[44rem]">
      <p className="font-semibold">{t(`routing.kinds.${kind}`)}</p>
      <p className="mb-6 text-muted">{t(`routing.kindHints.${kind}`)}</p>
      <ActionForm
        schema={ruleSchema}
        action={action}
        initial={initial}
        keep={keep}
        submit={t("rule.save")}
        pending={t("rule.saving")}
        narrow={false}
        aside={
          <Link href={back} className="link">
            {t("rule.back")}
          </Link>
        }
      >
        <input type="hidden" name="kind" value={kind} />
        {ruleHas(kind, "represents") && (
          <Select name="represents" label={t("rule.represents")}>
            <option value="" />
            <CountryOptions countries={countries} />
          </Select>
        )}
        {ruleHas(kind, "countries") && (
          <TextField
            name="countries"
            label={t("rule.countries")}
            hint={
              kind === "exclude" ? `${t("rule.countriesHint")}. ${t("rule.countriesAll")}.` : t("rule.countriesHint")
            }
            optional={kind === "exclude"}
          />
        )}
        {ruleHas(kind, "fallback") && (
          <Fallback choices={choices.offered.filter(({ id, role }) => role !== null || initial.fallback === id)} />
        )}
        {ruleHas(kind, "most") && <TextField name="most" label={t("rule.most")} inputMode="numeric" maxLength={2} />}
        {ruleHas(kind, "recipients") && (
          <RuleRecipients
            kind={kind}
            choices={offered}
            found={anyOffice ? found : undefined}
            among={choices.total}
            search={search}
          />
        )}
      </ActionForm>
    </div>
  );
}

function Fallback({ choices }: { choices: RuleChoice[] }) {
  const t = useTranslations("desk.rule");
  const nameOf = useChoiceName();
  return (
    <Select name="fallback" label={t("fallback")} hint={t("fallbackHint")}>
      <option value="">{t("noFallback")}</option>
      <CountryOptions countries={choices.map((choice) => ({ code: choice.id, name: nameOf(choice) }))} />
    </Select>
  );
}
