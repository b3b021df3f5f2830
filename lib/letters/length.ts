import { inLanguage, type Appeal } from "@/lib/campaigns/queries";
import { reachesFurther } from "@/lib/routing/reaches-further";
import type { Signer } from "@/lib/signatures/schema";
import type { Addressed } from "./sheets";
import { writeLetter } from "./write";

/** How long a letter is, as a form that counts characters counts it. */
export function countCharacters(text: string): number {
  return Array.from(text).length;
}

/**
 * The shortest letter any recipient of an appeal takes, and whose that is; `short` is null for those that rules reach, who
 * depend on the signer's country. Null while none is limited.
 */
export function strictestLimit(appeal: Appeal, locale: string): { most: number; short: string | null } | null {
  const { recipients, rules, reachedLimit, defaultLanguage } = appeal;
  const limited = recipients.flatMap(({ letterLimit: most, texts }) =>
    most === null ? [] : [{ most, short: inLanguage(texts, locale, defaultLanguage).short }],
  );
  const reached = reachedLimit !== null && reachesFurther(rules) ? [{ most: reachedLimit, short: null }] : [];
  return [...limited, ...reached].toSorted((one, other) => one.most - other.most)[0] ?? null;
}

/**
 * Whose letter is longer than they take, with how long it is and may be; null when all fit.
 * @param letters whom the signer writes to
 */
export function findOverlong(
  appeal: Appeal,
  letters: Addressed[],
  writer: Signer & { bodyLanguage: string },
  locale: string,
): string | null {
  const numbers = new Intl.NumberFormat(locale);
  for (const { recipient, language } of letters) {
    if (recipient.letterLimit === null) continue;
    // Which subject it carries changes nothing: the text is counted.
    const length = countCharacters(writeLetter(appeal, recipient, writer, { language, submissionId: "0" }).text);
    const { short } = inLanguage(recipient.texts, locale, appeal.defaultLanguage);
    if (length > recipient.letterLimit)
      return `${short}: ${numbers.format(length)} / ${numbers.format(recipient.letterLimit)}`;
  }
  return null;
}
