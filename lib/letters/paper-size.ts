export const paperSizes = ["a4", "us-letter"] as const;
export type PaperSize = (typeof paperSizes)[number];

// CLDR, supplemental data, paperSize "US-Letter"; and the Dominican Republic and territories that use the mail of the United States.
const onLetter = "AS BZ CA CL CO CR DO GT GU MP MX NI PA PH PR SV US VE VI".split(" ");

/** The paper people have at home in a country (ISO 3166-1 alpha-2). */
export function paperSize(country: string): PaperSize {
  return onLetter.includes(country) ? "us-letter" : "a4";
}
