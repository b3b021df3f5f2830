import { fingerprint } from "@/lib/fingerprint";
import type { Case, PersonAtRisk } from "@/lib/generated/prisma/client";

/** Names what a case's form was opened with, so that nobody saves over what they have not seen. */
export function caseFingerprint({
  title,
  country,
  summary,
  verifiedBy,
  verifiedAt,
}: Pick<Case, "title" | "country" | "summary" | "verifiedBy" | "verifiedAt">): string {
  return fingerprint([title, country, summary, verifiedBy, verifiedAt]);
}

/** The same for the form of a person at risk. */
export function personFingerprint({
  publicName,
  originalScript,
  aliases,
  pronoun,
  age,
  note,
}: Pick<PersonAtRisk, "publicName" | "originalScript" | "aliases" | "pronoun" | "age" | "note">): string {
  return fingerprint([publicName, originalScript, aliases, pronoun, age, note]);
}
