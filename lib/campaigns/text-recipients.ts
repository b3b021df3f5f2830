import type { AppealContent } from "@/lib/importing/content";
import type { Channel } from "@/lib/generated/prisma/enums";
import type { FoundChannel } from "@/lib/importing/schema";
import { translateSite } from "./translate-site";
import { type Appeal, type AppealRecipient, inLanguage } from "./queries";

type Recipient = AppealContent["recipients"][number];

// A mailbox for mail from people's own programs is one of e-mail to everybody who is passed the text.
const channels = {
  email: "email",
  fax: "fax",
  post: "post",
  web_form: "web-form",
  own_client: "email",
} as const satisfies Record<Channel, FoundChannel>;

/**
 * Everybody the letters of an appeal may go to, whatever rule leads to them, but for embassies: of these there is one for
 * each reader. Those every rule passes over are left out, and so are samples where the appeal is a real one.
 */
export function textRecipients(appeal: Appeal, language: string): Recipient[] {
  const reached = reachedBy(appeal);
  const recipients = appeal.recipients
    .filter((one) => (one.role === "copy" || reached(one.id)) && !(one.sample && appeal.nature === "real"))
    .map((one) => recipientOf(one, appeal, language));
  return [...recipients.filter(({ role }) => role === "to"), ...recipients.filter(({ role }) => role === "copy")];
}

/** Whom the rules of an appeal lead to; without rules that is everybody. */
function reachedBy({ rules }: Appeal): (id: string) => boolean {
  const banned = rules.filter(({ kind, countries }) => kind === "exclude" && countries.length === 0);
  const isBanned = (id: string) => banned.some(({ recipients }) => recipients.includes(id));
  const picking = rules.filter(({ kind }) => kind !== "exclude" && kind !== "at_most");
  const everybody = rules.length === 0 || picking.some(({ kind, recipients }) => kind === "everyone" && !recipients[0]);
  const named = new Set(picking.flatMap(({ recipients, fallback }) => [...recipients, fallback ?? ""]));
  return (id) => !isBanned(id) && (everybody || named.has(id));
}

/** One mailbox may be kept both for our mail and for that of people's own programs. */
function isFirst<T extends { channel: string; value: string }>({ channel, value }: T, at: number, all: T[]): boolean {
  return all.findIndex((other) => other.channel === channel && other.value === value) === at;
}

function recipientOf(recipient: AppealRecipient, appeal: Appeal, language: string): Recipient {
  const { role, country, texts, holders, addresses, sample } = recipient;
  const { office, body, salutation } = inLanguage(texts, language, appeal.defaultLanguage);
  return {
    role,
    name: holders[0]?.name ?? null,
    office: sample ? translateSite(language)("appeal.sampleOffice", { office }) : office,
    organisation: body || null,
    country,
    language: recipient.language === language ? null : recipient.language,
    salutation,
    closing: null,
    addresses: addresses
      .filter(({ status }) => status !== "dead")
      .map(({ channel, value }) => ({ channel: channels[channel], value }))
      .filter(isFirst),
  };
}
