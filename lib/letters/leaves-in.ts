import type { Appeal, AppealRecipient } from "@/lib/campaigns/queries";
import { matchLanguage } from "@/lib/match-language";
import { everybody, versionOf } from "./versions";

type Written = Pick<Appeal, "defaultLanguage"> & {
  revision: {
    sampleLetters: { version: string; language: string }[];
    versionRecipients: Appeal["revision"]["versionRecipients"];
  };
};

/**
 * The language a letter to one recipient leaves in: the recipient's own where there is a sample letter in it, else the one its
 * signer reads, else the campaign's. Each is looked for in the version the recipient stands in, then in the letter to everybody.
 * @param reader the language of the signer's page
 */
export function leavesIn(appeal: Written, recipient: Pick<AppealRecipient, "id" | "language">, reader: string): string {
  return ownLanguage(appeal, recipient) ?? written(appeal, recipient.id, [reader, appeal.defaultLanguage]);
}

/** The language every letter to a recipient leaves in, whoever signs; null while there is no sample letter in one it reads. */
export function ownLanguage(
  appeal: Written,
  { id, language }: Pick<AppealRecipient, "id" | "language">,
): string | null {
  return find(appeal, id, language);
}

function written(appeal: Written, id: string, wanted: string[]): string {
  for (const one of wanted) {
    const found = find(appeal, id, one);
    if (found) return found;
  }
  const [first] = languagesOf(appeal, everybody);
  if (!first) throw new Error("a published letter is missing in every language");
  return first;
}

function find(appeal: Written, id: string, language: string): string | null {
  if (language === "") return null;
  const own = languagesOf(appeal, versionOf(appeal.revision.versionRecipients, id));
  return matchLanguage(language, own) ?? matchLanguage(language, languagesOf(appeal, everybody));
}

function languagesOf({ revision }: Written, version: string): string[] {
  return revision.sampleLetters.filter((one) => one.version === version).map(({ language }) => language);
}
