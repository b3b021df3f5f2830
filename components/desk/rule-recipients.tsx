"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { countryName } from "@/lib/format";
import type { RuleKind } from "@/lib/generated/prisma/enums";
import { searchedFrom } from "@/lib/recipients/schema";
import type { RuleChoice, RuleChoices } from "@/lib/routing/queries";
import { OfficeSearch, useFound } from "./office-search";
import { TickGroup } from "./tick-group";

export type RuleRecipientsProps = {
  kind: RuleKind;
  choices: RuleChoices;
  /** Looks for others to choose. */
  find: (before: RuleChoices, form: FormData) => Promise<RuleChoices>;
  initial: Record<string, string>;
};

const anybody: RuleKind[] = ["own_government", "exclude"];

/** Whom a rule names, as tick boxes: of the campaign's list, or of all the organisation has, where a search brings others. */
export function RuleRecipients({ kind, choices: first, find, initial }: RuleRecipientsProps) {
  const t = useTranslations("desk");
  const [found, search] = useFound(first, find);
  const anyOffice = anybody.includes(kind);
  const choices = found.offered.filter(
    ({ id, role }) => anyOffice || role !== null || initial[`recipient-${id}`] === "yes",
  );
  const nameOf = useChoiceName();
  const seen = useSeen(choices);
  const hints: Partial<Record<RuleKind, string>> = {
    everyone: t("rule.everyoneHint"),
    own_government: t("rule.governmentHint"),
  };
  const tickOf = (choice: RuleChoice) => ({
    name: `recipient-${choice.id}`,
    label: nameOf(choice, countryName(choice.country, "en")),
  });
  return (
    <>
      {anyOffice && first.total > searchedFrom && <OfficeSearch {...found} search={search} />}
      <TickGroup
        name="recipients"
        label={t("rule.recipients")}
        hint={hints[kind] ?? t("rule.recipientsHint")}
        ticks={[
          ...choices.map(tickOf),
          ...seen
            .filter(({ id }) => !choices.some((choice) => choice.id === id))
            .map((choice) => ({ ...tickOf(choice), ifTicked: true })),
        ]}
      />
    </>
  );
}

/** All that were ever offered: one that was ticked while an answer was on its way is in none of the answers. */
function useSeen(choices: RuleChoice[]): RuleChoice[] {
  const [seen, setSeen] = useState(choices);
  const fresh = choices.filter(({ id }) => !seen.some((one) => one.id === id));
  if (fresh.length > 0) setSeen([...seen, ...fresh]);
  return seen;
}

/** A recipient by name, with what is to be known of it where it is chosen. */
export function useChoiceName() {
  const t = useTranslations("desk");
  return ({ short, sample, doNotContact }: RuleChoice, country?: string) => {
    const marks = [sample && t("embassies.sample"), doNotContact && t("rule.doNotContact")].filter(Boolean);
    const name = country ? `${short} · ${country}` : short;
    return marks.length > 0 ? `${name} (${marks.join(", ")})` : name;
  };
}
