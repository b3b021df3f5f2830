import { ownLanguage, type Letters } from "@/lib/letters/leaves-in";
import { toEverybody } from "@/lib/letters/versions";
import { isSameLanguage } from "@/lib/languages/match";
import type { Finding, FindingCampaign } from "./blockers";
import { inLanguage } from "./queries";

type Recipient = FindingCampaign["recipients"][number]["recipient"];

/**
 * What is missing about those who are written to. An office without a name in the default language would leave a letter
 * unaddressed; in another language the default one stands in. Where there is no letter in the language an office reads, it gets
 * one in its writer's.
 */
export function findRecipientGaps(
  { defaultLanguage, recipients: rows }: Pick<FindingCampaign, "defaultLanguage" | "recipients">,
  letters: Letters,
): Finding[] {
  const all = rows.map(({ recipient }) => recipient);
  if (all.length === 0) return [{ code: "recipient-missing", weight: "blocks", room: "recipients" }];
  const recipients = all.filter(({ doNotContactAt }) => doNotContactAt === null);
  if (recipients.length === 0) return [gap("do-not-contact-everywhere", "blocks", {})];
  const written = toEverybody(letters.sampleLetters).map(({ language }) => language);
  const others = written.filter((language) => language !== defaultLanguage);
  // Letters to who has one in their language leave in no other.
  const languagesFor = (one: Recipient) => {
    const own = ownLanguage(letters, one);
    return own === null ? others : [own].filter((language) => language !== defaultLanguage);
  };
  return [
    ...all
      .filter((one) => !recipients.includes(one))
      .map((one) => gap("do-not-contact", "advice", { about: nameOf(one, defaultLanguage) })),
    ...findAddressGaps(recipients, defaultLanguage),
    ...recipients
      .filter((one) => !isNamed(one, defaultLanguage))
      .map((one) => gap("recipient-unnamed", "blocks", { language: defaultLanguage, about: nameOf(one) })),
    ...recipients.flatMap((one) =>
      languagesFor(one)
        .filter((language) => !isNamed(one, language))
        .map((language) =>
          gap("recipient-language-missing", "advice", { language, about: nameOf(one, defaultLanguage) }),
        ),
    ),
    ...(written.length > 0 ? findUnread(recipients, letters, defaultLanguage) : []),
  ];
}

/** How many offices are named in one line. */
const named = 3;

/** The languages that offices read and nobody has written the letter in. */
function findUnread(recipients: Recipient[], letters: Letters, defaultLanguage: string): Finding[] {
  const unread = recipients.filter((one) => one.language !== "" && ownLanguage(letters, one) === null);
  return [...Map.groupBy(unread, ({ language }) => language)].map(([language, all]) => {
    const names = all.slice(0, named).flatMap((one) => nameOf(one, defaultLanguage) ?? []);
    const about = new Intl.ListFormat("en-GB").format(all.length > named ? [...names, "…"] : names) || undefined;
    return { code: "recipient-unread", weight: "advice", room: "letter", language, about };
  });
}

function findAddressGaps(recipients: Recipient[], language: string): Finding[] {
  const without = recipients.filter(({ addresses }) => addresses.every(({ status }) => status === "dead"));
  if (without.length === recipients.length) return [gap("address-missing-everywhere", "blocks", {})];
  return without.map((one) => gap("address-missing", "advice", { about: nameOf(one, language) }));
}

function gap(code: Finding["code"], weight: Finding["weight"], of: Pick<Finding, "language" | "about">): Finding {
  return { code, weight, room: "recipients", ...of };
}

function isNamed({ texts }: Recipient, language: string): boolean {
  return texts.some(
    (text) => isSameLanguage(text.language, language) && text.office.trim() !== "" && text.salutation.trim() !== "",
  );
}

function nameOf({ texts }: Recipient, language = "en"): string | undefined {
  const text = texts.length > 0 ? inLanguage(texts, language, "en") : undefined;
  return text?.short || text?.office || undefined;
}
