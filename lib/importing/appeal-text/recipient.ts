import { countryName, languageName } from "@/lib/format";
import type { Locale } from "@/lib/locales";
import { formatFax } from "@/lib/recipients/address";
import type { AppealContent } from "@/lib/importing/content";
import type { FoundChannel } from "@/lib/importing/schema";
import { keptInOrder, writeCode, writeField } from "./field";
import { type Label, wordsOf } from "./words";

type Recipient = AppealContent["recipients"][number];

export const channelLabels = {
  email: "email",
  fax: "fax",
  telephone: "telephone",
  post: "post",
  "web-form": "webForm",
} as const satisfies Record<FoundChannel, Label>;

/** Sets a recipient as a block of labelled lines. */
export function writeRecipient(recipient: Recipient, locale: Locale): string[] {
  const { labels } = wordsOf(locale);
  const { office, name, organisation, country, language, salutation, closing } = recipient;
  const line = (label: Label, value: string | null) => (value === null ? [] : writeField(labels[label], value));
  return [
    ...line("office", office),
    ...line("name", name),
    ...line("organisation", organisation),
    ...line("country", country && writeCode(countryName(country, locale), country, locale)),
    ...recipient.addresses.flatMap(({ channel, value }) =>
      line(channelLabels[channel], shownValue(channel, value, locale)),
    ),
    ...line("salutation", salutation),
    ...line("closing", closing),
    ...line("language", language && writeCode(languageName(language, locale), language, locale)),
  ];
}

/** A number is grouped for the eye, if it comes back the same. */
function shownValue(channel: FoundChannel, value: string, locale: Locale): string {
  if (channel !== "fax" && channel !== "telephone") return value;
  const shown = keptInOrder(formatFax(value), locale);
  return readNumber(shown) === value ? shown : value;
}

/** A number without what groups it; anything else as it is. */
export function readNumber(value: string): string {
  const digits = value.replaceAll(/[ ()./\u200e-]/g, "");
  return /^\+?\d+$/.test(digits) ? digits : value;
}
