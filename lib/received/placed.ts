import { fieldError } from "@/lib/forms";
import { readingLimits } from "@/lib/importing/limits";
import { addressesIn, type Said } from "./addresses-in";
import { numbersCountry } from "./numbers-country";
import {
  becomesNew,
  becomesNothing,
  type Fields,
  lengthOf,
  type Placing,
  receivedLimits,
  type ReceivedContent,
  recipientParts,
  rowsOf,
  uses,
} from "./schema";

type Content = Omit<ReceivedContent, "shape">;
type Piece = { paragraphs: string[]; lines: number[] };

const texts = ["background", "note", "summary", "body", "requests"];
const long = new Set(["background", "note", "body"]);

/**
 * A draft in which lines of the appeal are used as something.
 * @throws ZodError `$from` for lines without a word; `$as` for what they cannot be used as
 */
export function placed(content: Content, { from, to, as }: Placing): Content {
  const piece = pieceOf(content, from, to);
  const [use = "", row = ""] = as.split(":");
  if (use === "address") return addAddress(content, row, piece);
  const known = uses.find((one) => one === use);
  if (!known) throw fieldError("$as", "required");
  if (known === "recipient") return addRecipient(content, piece);
  if (known === "person") return addPerson(content, piece);
  if (known === "not-recipient") return leaveOut(content, piece);
  return fill(content, known, piece);
}

function pieceOf({ lines }: Content, from: number, to: number): Piece {
  const inside = lines.filter(({ numbers }) => numbers.some((number) => number >= from && number <= to));
  const paragraphs = inside
    .map(({ text, blank }) => (blank ? "\n" : text))
    .join("\n")
    .split(/\n{2,}/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== "");
  if (paragraphs.length === 0) throw fieldError("$from", "no-words");
  return { paragraphs, lines: inside.filter(({ blank }) => !blank).flatMap(({ numbers }) => numbers) };
}

function fill(content: Content, field: string, piece: Piece): Content {
  const text = piece.paragraphs.join("\n\n");
  const line = text.replace(/\s+/g, " ");
  const before = content.fields[field] ?? "";
  const added = field === "requests" ? [...before.split("\n").filter(Boolean), line].join("\n") : null;
  const value = added ?? (long.has(field) ? text : line);
  if (value.length > (long.has(field) ? readingLimits.text : lengthOf(field))) throw fieldError("$as", "too-long");
  const earlier = field === "requests" ? (content.traces[field]?.lines ?? []) : [];
  const trace = { lines: [...earlier, ...piece.lines], confidence: 1, chosen: true as const };
  const fields = { ...withoutPiece(content.fields, field, piece), [field]: value };
  return { ...content, fields, traces: { ...content.traces, [field]: trace }, touched: field };
}

/** What moves does not stay where it was read first. */
function withoutPiece(fields: Fields, target: string, { paragraphs }: Piece): Fields {
  const moved = new Set(paragraphs);
  const rest = { ...fields };
  for (const field of texts) {
    if (field === target || field === "summary") continue;
    const divider = field === "requests" ? "\n" : "\n\n";
    const parts = (rest[field] ?? "").split(divider);
    rest[field] = parts.filter((part) => !moved.has(part.trim())).join(divider);
  }
  return rest;
}

function addRecipient(content: Content, piece: Piece): Content {
  const rows = rowsOf(content.fields, "recipient");
  if (rows.length >= receivedLimits.recipients) throw fieldError("$as", "too-many");
  const row = `r${numberOf(rows.at(-1)) + 1}`;
  const said = piece.paragraphs.join("\n").split("\n");
  const addresses = addressesIn(said, numbersCountry(said, content.fields.country));
  const [first = ""] = said.filter((one) => !addresses.some(({ raw }) => raw === one));
  const office = fitting("office", first.replace(/[,;:]$/, ""));
  const own: Partial<Record<string, string>> = {
    becomes: becomesNew,
    role: "to",
    office,
    short: office.slice(0, lengthOf("short")),
    country: content.fields.country ?? "",
    language: content.fields.letterLanguage ?? "en",
    salutation: content.fields.opening ?? "",
  };
  const name = `recipient-${row}`;
  const fields = Object.fromEntries(recipientParts.map((part) => [`${name}-${part}`, own[part] ?? ""]));
  const trace = { lines: piece.lines, confidence: 1, chosen: true as const };
  const begun = {
    ...content,
    fields: { ...content.fields, ...fields },
    traces: { ...content.traces, [name]: trace },
    touched: `${name}-office`,
  };
  return addresses.reduce((all, address) => withAddress(all, row, address, piece.lines), begun);
}

function addAddress(content: Content, row: string, piece: Piece): Content {
  if (!rowsOf(content.fields, "recipient").includes(row)) throw fieldError("$as", "required");
  const said = piece.paragraphs.join("\n").split("\n");
  const get = (part: string) => content.fields[`recipient-${row}-${part}`];
  const country = numbersCountry([get("office"), get("organisation")], get("country"));
  const found = addressesIn(said, country);
  const asPost = { channel: "post", value: said.join("\n"), raw: "" };
  return (found.length > 0 ? found : [asPost]).reduce(
    (all, address) => withAddress(all, row, address, piece.lines),
    content,
  );
}

function withAddress(content: Content, row: string, { channel, value }: Said, lines: number[]): Content {
  const rows = rowsOf(content.fields, `recipient-${row}`);
  if (rows.length >= receivedLimits.addresses) throw fieldError("$as", "too-many");
  const name = `recipient-${row}-a${numberOf(rows.at(-1)) + 1}`;
  return {
    ...content,
    fields: { ...content.fields, [`${name}-channel`]: channel, [`${name}-value`]: value },
    traces: { ...content.traces, [`${name}-value`]: { lines, confidence: 1, chosen: true } },
    touched: `${name}-value`,
  };
}

function addPerson(content: Content, piece: Piece): Content {
  const rows = rowsOf(content.fields, "person");
  if (rows.length >= receivedLimits.persons) throw fieldError("$as", "too-many");
  const name = `person-p${numberOf(rows.at(-1)) + 1}`;
  const said = piece.paragraphs.join(" ").replace(/\s+/g, " ");
  return {
    ...content,
    fields: { ...content.fields, [`${name}-name`]: fitting("name", said), [`${name}-fate`]: "" },
    traces: { ...content.traces, [`${name}-name`]: { lines: piece.lines, confidence: 1, chosen: true } },
    touched: `${name}-name`,
  };
}

/** Nothing is cut: what is too long was taken for something else. */
function fitting(part: "office" | "name", value: string): string {
  if (value.length > lengthOf(part)) throw fieldError("$as", "too-long");
  return value;
}

/** Every recipient that was read from these lines is none. */
function leaveOut(content: Content, { lines }: Piece): Content {
  const there = new Set(lines);
  const rows = rowsOf(content.fields, "recipient").filter((row) =>
    content.traces[`recipient-${row}`]?.lines.some((line) => there.has(line)),
  );
  const [first] = rows;
  if (!first) throw fieldError("$as", "no-recipient");
  const left = Object.fromEntries(rows.map((row) => [`recipient-${row}-becomes`, becomesNothing]));
  return { ...content, fields: { ...content.fields, ...left }, touched: `recipient-${first}-becomes` };
}

function numberOf(row: string | undefined): number {
  return Number(row?.slice(1) ?? 0);
}
