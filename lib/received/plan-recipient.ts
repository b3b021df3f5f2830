import { z } from "zod";
import { type AddressInput, type RecipientInput, recipientSchema } from "@/lib/recipients/schema";
import { numbersCountry } from "./numbers-country";
import { becomesNew, becomesNothing, type Fields, rowsOf } from "./schema";
import { addressesOf } from "./twins";

export type Issue = { path: string; message: string };
export type Report = (issue: Issue) => void;

type Role = "to" | "copy";

/** A recipient to be made, or `known`: one of the library, with what is to be added to it. */
export type RecipientPlan = { role: Role } & (
  | { known: null; input: RecipientInput }
  | { known: string; holder: string; addresses: AddressInput[] }
);

const roleSchema = z.enum(["to", "copy"]).catch("to");

/**
 * What becomes of one recipient of a draft: a new one of the library, one that is there, or nothing.
 * @param report is told of each field that has to be mended, by its name in the draft
 */
export function planRecipient(fields: Fields, row: string, report: Report): RecipientPlan[] {
  const name = `recipient-${row}`;
  const get = (part: string) => fields[`${name}-${part}`] ?? "";
  const becomes = get("becomes");
  if (becomes === becomesNothing) return [];
  const role = roleSchema.parse(get("role"));
  const addresses = addressesOf(fields, row);
  if (becomes !== becomesNew) {
    if (!z.uuid().safeParse(becomes).success) report({ path: `${name}-becomes`, message: "decide" });
    const holder = get("newHolder") === "yes" ? get("holder").trim() : "";
    return [{ role, known: becomes, holder, addresses: get("addAddresses") === "yes" ? addresses : [] }];
  }
  const language = fields.letterLanguage ?? "";
  const result = recipientSchema.safeParse(recipientForm(fields, row, language));
  for (const { path, message } of result.error?.issues ?? []) {
    report({ path: fieldOf(name, String(path[0])), message });
  }
  return result.data ? [{ role, known: null, input: result.data }] : [];
}

/** A recipient's rows under the numbers of their addresses here, so that an error finds its field. */
function recipientForm(fields: Fields, row: string, language: string): Record<string, string> {
  const name = `recipient-${row}`;
  const get = (part: string) => fields[`${name}-${part}`] ?? "";
  const text = (part: string, value: string) => [`text-${language}-${part}`, value] as const;
  const written = rowsOf(fields, name).filter((one) => get(`${one}-channel`) !== "telephone");
  return {
    country: get("country"),
    host: numbersCountry([get("office"), get("organisation")], get("country")),
    language: get("language"),
    timeZone: "",
    holderName: get("holder"),
    holderStatus: "in_office",
    languages: language,
    ...Object.fromEntries([
      text("office", get("office")),
      text("short", get("short")),
      text("body", get("organisation")),
      text("salutation", get("salutation")),
    ]),
    ...Object.fromEntries(
      written.flatMap((one) => [
        [`address-${Number(one.slice(1)) - 1}-channel`, get(`${one}-channel`)],
        [`address-${Number(one.slice(1)) - 1}-value`, get(`${one}-value`)],
      ]),
    ),
  };
}

function fieldOf(name: string, path: string): string {
  const [, index, part] = /^address-(\d+)-(\w+)$/.exec(path) ?? [];
  if (index) return `${name}-a${Number(index) + 1}-${part}`;
  const text = /^text-.+-(\w+)$/.exec(path)?.[1];
  if (text) return `${name}-${text === "body" ? "organisation" : text}`;
  return `${name}-${path === "holderName" ? "holder" : path}`;
}
