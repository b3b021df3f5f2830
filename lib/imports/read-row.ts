import { belongingsSchema, groupSchema } from "@/lib/library/schema";
import { addressLimits } from "@/lib/recipients/address";
import { type RecipientInput, recipientLimits, recipientSchema } from "@/lib/recipients/schema";
import { readCountry, readLanguage } from "./names";
import { type Columns, type ImportField, importFields, type RowProblem } from "./schema";

/** A row as it would be made, or all that is wrong with it; `given` are the fields it says something about. */
export type ReadRow =
  | { problems: RowProblem[]; office?: undefined }
  | { office: RecipientInput; tags: string[]; groups: string[]; given: Set<ImportField>; problems?: undefined };

type Cells = Map<ImportField, string[]>;

const channels = ["email", "fax", "post", "web_form", "own_client"] as const;

/** Reads the cells of a row by the schema of the form, with what stands in for missing ones. */
export function readRow(cells: string[], columns: Columns): ReadRow {
  const values = cellsByField(cells, columns);
  const problems = unreadable(values);
  const one = (field: ImportField) => values.get(field)?.[0] ?? "";
  const country = one("country") ? readCountry(one("country")) : columns.country;
  if (one("country") && !country) problems.push(problem("country", "row-country", `unknown:${brief(one("country"))}`));
  const host = readCountry(one("host"));
  if (one("host") && !host) problems.push(problem("host", "row-country", `unknown:${brief(one("host"))}`));
  const language = one("language") ? readLanguage(one("language")) : columns.language;
  if (!language) problems.push(problem("language", "row-language", `unknown:${brief(one("language"))}`));
  const addresses = addressesOf(values);
  if (addresses.length > recipientLimits.rows) problems.push(problem("email", "row-addresses", "too-many"));
  if (problems.length > 0) return { problems: once(problems) };
  const textLanguage = columns.textLanguage || language;
  const form = formOf(one, { country, host, language, textLanguage, salutation: columns.salutation });
  for (const [n, { channel, value }] of addresses.entries()) {
    form[`address-${n}-channel`] = channel;
    form[`address-${n}-value`] = value;
  }
  const office = recipientSchema.safeParse(form);
  for (const { path, message } of office.error?.issues ?? []) {
    const at = String(path[0]);
    problems.push(problem(fieldOf(at, addresses), at, message));
  }
  const { tags, groups } = belongings(values, columns, problems);
  if (!office.success || problems.length > 0) return { problems: once(problems) };
  return { office: office.data, tags, groups, given: new Set(values.keys()) };
}

function cellsByField(cells: string[], { columns }: Columns): Cells {
  const values: Cells = new Map();
  for (const [at, field] of columns.entries()) {
    const cell = uncovered(cells[at] ?? "").trim();
    if (field && cell) values.set(field, [...(values.get(field) ?? []), cell]);
  }
  return values;
}

/** Takes back the apostrophe that our own files put before what a spreadsheet would run. */
function uncovered(cell: string): string {
  return /^'[=+\-@\t\r＝＋－＠]/.test(cell) ? cell.slice(1) : cell;
}

function unreadable(values: Cells): RowProblem[] {
  const fields = importFields.filter((field) => values.get(field)?.some((cell) => cell.includes("\ufffd")));
  return fields.map((field) => problem(field, "row-text", "unreadable"));
}

function formOf(
  one: (field: ImportField) => string,
  {
    country,
    host,
    language,
    textLanguage,
    salutation,
  }: Record<"country" | "host" | "language" | "textLanguage" | "salutation", string>,
): Record<string, string> {
  const text = (field: string) => `text-${textLanguage}-${field}`;
  const vacant = /^(?:vacant|none|-|공석|空缺)$/i.test(one("holder"));
  return {
    languages: textLanguage,
    [text("office")]: one("office"),
    [text("short")]: one("short") || shortened(one("office")),
    [text("body")]: one("body"),
    [text("salutation")]: one("salutation") || salutation,
    country,
    host,
    language,
    timeZone: one("timeZone"),
    holderName: vacant ? "" : one("holder"),
    holderStatus: vacant ? "vacant" : "in_office",
  };
}

function shortened(office: string): string {
  if (office.length <= recipientLimits.short) return office;
  return `${office
    .slice(0, recipientLimits.short - 1)
    .replace(/[\ud800-\udbff]$/, "")
    .trimEnd()}…`;
}

function addressesOf(values: Cells): { channel: (typeof channels)[number]; value: string }[] {
  return channels.flatMap((channel) =>
    [...new Set((values.get(channel) ?? []).flatMap((cell) => split(channel, cell)))].map((value) => ({
      channel,
      value,
    })),
  );
}

/** Several addresses in one cell; a postal one is a cell, its lines broken where it has commas if it has no others. */
function split(channel: (typeof channels)[number], cell: string): string[] {
  if (channel === "post")
    return [cell.length <= addressLimits.line || cell.includes("\n") ? cell : cell.replace(/,\s*/g, ",\n")];
  const mailboxes = isListOfMail(cell) ? /[;,\s]+/ : /[;,\n]+/;
  const between = { email: mailboxes, own_client: mailboxes, fax: /[;,\n]|\s\/\s/, web_form: /\s+/ }[channel];
  return cell
    .split(between)
    .map((part) => part.trim())
    .filter(Boolean);
}

/** Spaces stand between addresses only where each part is one: "not known" is one thing that is wrong. */
function isListOfMail(cell: string): boolean {
  return cell.split(/[;,\s]+/).every((part) => part === "" || part.includes("@"));
}

function belongings(values: Cells, { group }: Columns, problems: RowProblem[]): { tags: string[]; groups: string[] } {
  const tags = belongingsSchema.safeParse({ tags: (values.get("tags") ?? []).join(",").replace(/[;\n]/g, ",") });
  if (!tags.success) problems.push(problem("tags", "tags", tags.error.issues[0]?.message ?? "invalid"));
  const names = [...(values.get("group") ?? []).flatMap((cell) => cell.split(/[;\n]/)), group].filter((name) =>
    name.trim(),
  );
  const groups = names.flatMap((groupName) => {
    const read = groupSchema.safeParse({ groupName });
    if (!read.success) problems.push(problem("group", "groupName", read.error.issues[0]?.message ?? "invalid"));
    return read.data?.groupName ?? [];
  });
  return { tags: tags.data?.tags ?? [], groups: [...new Set(groups)] };
}

/** Which field of a file a field of the form came from. */
function fieldOf(path: string, addresses: { channel: ImportField }[]): ImportField {
  const [, row] = /^address-(\d+)-/.exec(path) ?? [];
  if (row) return addresses[Number(row)]?.channel ?? "email";
  if (path.startsWith("holder")) return "holder";
  const last = path.slice(path.lastIndexOf("-") + 1);
  return importFields.find((field) => field === last) ?? "office";
}

function once(problems: RowProblem[]): RowProblem[] {
  const told = new Map(problems.map((one) => [`${one.field} ${one.code}`, one]));
  return [...told.values()];
}

function problem(field: ImportField, path: string, code: string): RowProblem {
  return { field, path, code };
}

function brief(cell: string): string {
  return cell.length <= 60 ? cell : `${cell.slice(0, 60)}…`;
}
