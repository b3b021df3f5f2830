import { formatFax, readAddress } from "./address";
import type { OpenRecipient } from "./queries";

/** A recipient as the flat fields of its form; `recipientSchema` reads them. */
export function recipientFields(recipient: OpenRecipient): Record<string, string> {
  const { country, host, language, timeZone, texts, holders, addresses } = recipient;
  const [holder] = holders;
  return {
    country,
    host: host ?? "",
    language,
    timeZone: timeZone ?? "",
    holderName: holder?.name ?? "",
    holderStatus: holder?.status ?? "in_office",
    ...Object.fromEntries(
      texts.flatMap((text) =>
        (["office", "short", "body", "salutation"] as const).map((field) => [
          `text-${text.language}-${field}`,
          text[field],
        ]),
      ),
    ),
    ...Object.fromEntries(
      addresses.flatMap((address, row) => [
        [`address-${row}-channel`, address.channel],
        [`address-${row}-value`, shown(address.channel, address.value, host ?? country)],
        [`address-${row}-status`, address.status],
      ]),
    ),
  };
}

/** A fax number as it is read aloud, unless reading it would make another number of it. */
function shown(channel: string, value: string, country: string): string {
  const number = channel === "fax" ? formatFax(value) : value;
  return channel === "fax" && readAddress("fax", number, country).address?.value !== value ? value : number;
}

/** The languages a recipient is written about in: the campaign's own, those of its letters and page, and those it has already. */
export function textLanguages(own: string, inUse: string[], has: string[] = []): string[] {
  return [...new Set([own, ...inUse, ...has])];
}
