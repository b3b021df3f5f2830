import { readAddress } from "@/lib/recipients/address";

/** A way to reach somebody; `raw`: the line it stands on. */
export type Said = { channel: string; value: string; raw: string };

/** What of these lines is an e-mail address or a number, as far as a line says so by itself. */
export function addressesIn(lines: string[], country: string): Said[] {
  return lines.flatMap((raw): Said[] => {
    const [email] = /[^\s<>()[\],;:"]{1,64}@[^\s<>()[\],;:"]{1,190}/.exec(raw) ?? [];
    if (email) return [{ channel: "email", value: email.replace(/\.$/, ""), raw }];
    const [number] = /[+(]?\d[\d ()./-]{5,30}\d/.exec(raw) ?? [];
    const read = number ? readAddress("fax", number, country).address : undefined;
    if (!number || !read) return [];
    const channel = /\b(?:tel|phone|téléphone|telefon|전화)/iu.test(raw) && !/fax/i.test(raw) ? "telephone" : "fax";
    return [{ channel, value: read.value, raw }];
  });
}
