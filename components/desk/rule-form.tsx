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
  keep: string;
  back: string;
};

const anybody: RuleKind[] = ["own_government", "exclude"];

/** One rule: what its kind needs, and no more. */
export function RuleForm({ kind, choices, countries, action, initial, keep, back }: RuleFormProps) {
  const t = useTranslations("desk");
  const offered = choices.filter(
    ({ id, role }) => anybody.includes(kind) || role !== null || initial[`recipient-${id}`] === "yes",
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
          <Fallback choices={choices.filter(({ id, role }) => role !== null || initial.fallback === id)} />
        )}
        {ruleHas(kind, "most") && <TextField name="most" label={t("rule.most")} inputMode="numeric" maxLength={2} />}
        {ruleHas(kind, "recipients") && <Recipients kind={kind} choices={offered} />}
      </ActionForm>
    </div>
  );
}

function Fallback({ choices }: Pick<RuleFormProps, "choices">) {
  const t = useTranslations("desk.rule");
  const nameOf = useChoiceName();
  return (
    <Select name="fallback" label={t("fallback")} hint={t("fallbackHint")}>
      <option value="">{t("noFallback")}</option>
      <CountryOptions countries={choices.map((choice) => ({ code: choice.id, name: nameOf(choice) }))} />
    </Select>
  );
}

function Recipients({ kind, choices }: Pick<RuleFormProps, "kind" | "choices">) {
  const t = useTranslations("desk");
  const nameOf = useChoiceName();
  const hints: Partial<Record<RuleKind, string>> = {
    everyone: t("rule.everyoneHint"),
    own_government: t("rule.governmentHint"),
  };
  return (
    <TickGroup
      name="recipients"
      label={t("rule.recipients")}
      hint={hints[kind] ?? t("rule.recipientsHint")}
      ticks={choices.map((choice) => ({
        name: `recipient-${choice.id}`,
        label: nameOf(choice, countryName(choice.country, "en")),
      }))}
    />
  );
}

/** A recipient by name, with what is to be known of it where it is chosen. */
function useChoiceName() {
  const t = useTranslations("desk");
  return ({ short, sample, doNotContact }: RuleChoice, country?: string) => {
    const marks = [sample && t("embassies.sample"), doNotContact && t("rule.doNotContact")].filter(Boolean);
    const name = country ? `${short} · ${country}` : short;
    return marks.length > 0 ? `${name} (${marks.join(", ")})` : name;
  };
}
