import { fingerprint } from "@/lib/fingerprint";
import type { Address, Holder, Prisma, Recipient, RecipientText } from "@/lib/generated/prisma/client";

/** A recipient as it stands: its present holder, and the addresses in use. */
export type PresentRecipient = Pick<Recipient, "country" | "language" | "timeZone"> & {
  texts: Pick<RecipientText, "language" | "office" | "short" | "body" | "salutation">[];
  holders: Pick<Holder, "name" | "status">[];
  addresses: Pick<Address, "channel" | "value" | "status">[];
};

/** What is read of a recipient that is edited. */
export const presentShape = {
  id: true,
  country: true,
  language: true,
  timeZone: true,
  sample: true,
  texts: { orderBy: { language: "asc" } },
  holders: { where: { until: null }, orderBy: { since: "desc" }, take: 1 },
  addresses: { where: { retiredAt: null }, orderBy: [{ position: "asc" }, { id: "asc" }] },
} satisfies Prisma.RecipientSelect;

/** Names what a recipient is now, so that nobody saves over what they have not seen. */
export function recipientFingerprint({
  country,
  language,
  timeZone,
  texts,
  holders,
  addresses,
}: PresentRecipient): string {
  return fingerprint([
    [country, language, timeZone],
    texts.map((text) => [text.language, text.office, text.short, text.body, text.salutation]),
    holders.map(({ name, status }) => [name, status]),
    addresses.map(({ channel, value, status }) => [channel, value, status]),
  ]);
}

/** The same for the tags of a recipient and the ids of the groups it is in. */
export function belongingsFingerprint({ tags, groups }: { tags: string[]; groups: string[] }): string {
  return fingerprint([tags, groups.toSorted()]);
}
