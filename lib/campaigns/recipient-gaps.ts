import type { Finding, FindingCampaign } from "./blockers";
import { inLanguage } from "./queries";

type Recipient = FindingCampaign["recipients"][number]["recipient"];

/**
 * What is missing about those who are written to. An office without a name in the default language would leave a letter
 * unaddressed; in another language the default one stands in.
 */
export function findRecipientGaps(
  { defaultLanguage, recipients: rows }: Pick<FindingCampaign, "defaultLanguage" | "recipients">,
  letters: { language: string }[],
): Finding[] {
  const all = rows.map(({ recipient }) => recipient);
  if (all.length === 0) return [{ code: "recipient-missing", weight: "blocks", room: "recipients" }];
  const recipients = all.filter(({ doNotContactAt }) => doNotContactAt === null);
  if (recipients.length === 0) return [gap("do-not-contact-everywhere", "blocks", {})];
  const others = letters.map(({ language }) => language).filter((language) => language !== defaultLanguage);
  return [
    ...all
      .filter((one) => !recipients.includes(one))
      .map((one) => gap("do-not-contact", "advice", { about: nameOf(one, defaultLanguage) })),
    ...findAddressGaps(recipients, defaultLanguage),
    ...recipients
      .filter((one) => !isNamed(one, defaultLanguage))
      .map((one) => gap("recipient-unnamed", "blocks", { language: defaultLanguage, about: nameOf(one) })),
    ...recipients.flatMap((one) =>
      others
        .filter((language) => !isNamed(one, language))
        .map((language) =>
          gap("recipient-language-missing", "advice", { language, about: nameOf(one, defaultLanguage) }),
        ),
    ),
  ];
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
  return texts.some((text) => text.language === language && text.office.trim() !== "" && text.salutation.trim() !== "");
}

function nameOf({ texts }: Recipient, language = "en"): string | undefined {
  const text = texts.length > 0 ? inLanguage(texts, language, "en") : undefined;
  return text?.short || text?.office || undefined;
}
