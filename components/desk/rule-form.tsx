"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import type { RuleChoice } from "@/lib/routing/queries";
import { ruleHas, ruleSchema } from "@/lib/routing/schema";
import { ActionForm, type FormAction } from "./action-form";
import { CountryOptions } from "./country-options";
import { Select } from "./fields";
import { RuleRecipients, type RuleRecipientsProps, useChoiceName } from "./rule-recipients";
import { TextField } from "./text-field";

export type RuleFormProps = RuleRecipientsProps & {
  countries: { code: string; name: string }[];
  action: FormAction;
  /** The mark of the rule as it stands; none for a new one. */
  seen?: string;
  keep: string;
  back: string;
};

/** One rule: what its kind needs, and no more. */
export function RuleForm({ kind, choices, find, countries, action, initial, seen, keep, back }: RuleFormProps) {
  const t = useTranslations("desk");
  const unticked = Object.fromEntries(choices.offered.map(({ id }) => [`recipient-${id}`, ""]));
  return (
    <div className="max-w-[44rem]">
      <p className="font-semibold">{t(`routing.kinds.${kind}`)}</p>
      <p className="mb-6 text-muted">{t(`routing.kindHints.${kind}`)}</p>
      <ActionForm
        schema={ruleSchema}
        action={action}
        initial={{ ...unticked, ...initial }}
        compare={seen !== undefined}
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
        {seen !== undefined && <input type="hidden" name="seen" value={seen} />}
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
        {ruleHas(kind, "recipients") && <RuleRecipients {...{ kind, choices, find, initial }} />}
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
