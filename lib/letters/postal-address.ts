import { readCountry } from "@/lib/imports/names";
import { countryName } from "@/lib/format";

/** Where a letter by post goes from and to (ISO 3166-1 alpha-2), and the lines that stand on it. */
export type PostalAddress = { lines: string[]; to: string };

type Addressed = {
  /** As it is kept: lines in the order of its country. */
  value: string;
  /** Of the office, should the address not name one. */
  country: string;
  /** The holder and the office, above the address. */
  above: string[];
};

// Where French is a language of the post, of the countries people write from.
const inFrench =
  "BE BF BI BJ CD CF CG CH CI CM DJ DZ FR GA GN GP HT LU MA MC MG ML MQ NC NE PF PM RE SN TD TG TN WF YT".split(" ");

/**
 * The lines of an address on an envelope. They stay in the order in which the country of destination has them; its name stands
 * last, alone, in capitals, in English or French, whichever the post where the letter begins reads (Universal Postal Union,
 * "Addressing the world", and the Convention's Regulations on the making up of the address: a name that is known
 * internationally, in capitals, on the last line). A letter within one country bears none.
 * @param from where the letter is posted
 */
export function postalAddress({ value, country, above }: Addressed, from: string): PostalAddress {
  const kept = value.split("\n");
  const named = countryNamedIn(kept);
  const to = named || country;
  const lines = named ? kept.slice(0, -1) : kept;
  const known = new Set(lines.map(folded));
  const head = above.filter((line) => line.trim() !== "" && !known.has(folded(line)));
  return { to, lines: [...head, ...lines, ...(to === from ? [] : [nameFor(to, from)])] };
}

/** The country a postal address leads to. @param country of the office, should the address not name one */
export function countryOf(value: string, country: string): string {
  return countryNamedIn(value.split("\n")) || country;
}

/** The country on the last line; "" where it does not name one. */
function countryNamedIn(lines: string[]): string {
  return lines.length > 1 ? countryIn(lines.at(-1) ?? "") : "";
}

/** The country a line names and nothing else; "" where it does not. */
function countryIn(line: string): string {
  const name = line.replace(/^p\.?\s?r\.? (?=\p{L})/iu, "").trim();
  return /^u\.?k\.?$/i.test(name) ? "GB" : readCountry(name);
}

function nameFor(country: string, from: string): string {
  return countryName(country, inFrench.includes(from) ? "fr" : "en").toLocaleUpperCase("en");
}

function folded(line: string): string {
  return line
    .toLocaleLowerCase("en")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
