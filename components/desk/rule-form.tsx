"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { countryName } from "@/lib/format";
import type { RuleKind } from "@/lib/generated/prisma/enums";
import type { RuleChoice } from "@/lib/routing/queries";
import { ruleHas, ruleSchema } from "@/lib/routing/schema";
import { ActionForm, type FormAction } from "./action-form";
import { CountryOptions } from "./country-options";
import { Select } from "./fields";
import { TextField } from "./text-field";
import { TickGroup } from "./tick-group";

type RuleFormProps = {
  kind: RuleKind;
  choices: RuleChoice[];
  countries: { code: string; name: string }[];
  action: FormAction;
  initial: Record<string, string>;
  /** The mark of the rule as it stands; none for a new one. */
  seen?: string;
  keep: string;
  back: string;
};

const anybody: RuleKind[] = ["own_government", "exclude"];

/** One rule: what its kind needs, and no more. */
export function RuleForm({ kind, choices, countries, action, initial, seen, keep, back }: RuleFormProps) {
  const t = useTranslations("desk");
  const named = choices.filter(({ role }) => anybody.includes(kind) || role !== null);
  const unticked = Object.fromEntries(named.map(({ id }) => [`recipient-${id}`, ""]));
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
        {ruleHas(kind, "fallback") && <Fallback choices={choices} />}
        {ruleHas(kind, "most") && <TextField name="most" label={t("rule.most")} inputMode="numeric" maxLength={2} />}
        {ruleHas(kind, "recipients") && <Recipients kind={kind} choices={named} />}
      </ActionForm>
    </div>
  );
}

function Fallback({ choices }: Pick<RuleFormProps, "choices">) {
  const t = useTranslations("desk.rule");
  return (
    <Select name="fallback" label={t("fallback")} hint={t("fallbackHint")}>
      <option value="">{t("noFallback")}</option>
      <CountryOptions
        countries={choices.filter(({ role }) => role !== null).map(({ id, short }) => ({ code: id, name: short }))}
      />
    </Select>
  );
}

function Recipients({ kind, choices }: Pick<RuleFormProps, "kind" | "choices">) {
  const t = useTranslations("desk");
  const hints: Partial<Record<RuleKind, string>> = {
    everyone: t("rule.everyoneHint"),
    own_government: t("rule.governmentHint"),
  };
  return (
    <TickGroup
      name="recipients"
      label={t("rule.recipients")}
      hint={hints[kind] ?? t("rule.recipientsHint")}
      ticks={choices.map(({ id, short, country, sample }) => ({
        name: `recipient-${id}`,
        label: `${short} · ${countryName(country, "en")}${sample ? ` (${t("embassies.sample")})` : ""}`,
      }))}
    />
  );
}
