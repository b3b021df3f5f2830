import { z } from "zod";
import { countriesSchema, countrySchema } from "@/lib/embassies/schema";
import type { RuleKind } from "@/lib/generated/prisma/enums";
import { languageSchema } from "@/lib/letters/schema";

/** What rules there are, those that pick before those that limit. */
export const ruleKinds = [
  "everyone",
  "countries",
  "embassy",
  "own_government",
  "exclude",
  "at_most",
] as const satisfies RuleKind[];

/** `rules` of one campaign; `most` that a limit can say. */
export const ruleLimits = { rules: 30, most: 99 } as const;

/** A rule as its form gives it, checked; what its kind does not know is empty. */
export type RuleInput = {
  kind: RuleKind;
  countries: string[];
  represents: string | null;
  fallback: string | null;
  most: number | null;
  recipients: string[];
};

const parts: Record<RuleKind, readonly (keyof RuleInput)[]> = {
  everyone: ["recipients"],
  countries: ["countries", "recipients"],
  embassy: ["represents", "fallback"],
  own_government: ["recipients"],
  exclude: ["recipients", "countries"],
  at_most: ["most"],
};

/** Whether a rule of this kind has such a part. */
export function ruleHas(kind: RuleKind, part: keyof RuleInput): boolean {
  return parts[kind].includes(part);
}

const empty: RuleInput = {
  kind: "everyone",
  countries: [],
  represents: null,
  fallback: null,
  most: null,
  recipients: [],
};
const needsRecipients: RuleKind[] = ["countries", "own_government", "exclude"];
const fallbackSchema = z.union([z.uuid(), z.literal("")], "required").transform((id) => id || null);
const mostSchema = z
  .string()
  .trim()
  .regex(/^[1-9]\d?$/, "required")
  .transform(Number);

type Form = Record<string, string>;

/** The flat form of a rule: `kind`, its parts, and a tick `recipient-<id>` for each recipient. */
export const ruleSchema = z.record(z.string(), z.string()).transform((form, context): RuleInput => {
  const kind = z.enum(ruleKinds, "required").safeParse(form.kind);
  if (!kind.success) {
    context.addIssue({ code: "custom", path: ["kind"], message: "required" });
    return z.NEVER;
  }
  const has = (part: keyof RuleInput) => ruleHas(kind.data, part);
  const read = <T>(part: keyof RuleInput, schema: z.ZodType<T>, none: T): T => {
    if (!has(part)) return none;
    const result = schema.safeParse(form[part] ?? "");
    if (result.success) return result.data;
    context.addIssue({ code: "custom", path: [part], message: result.error.issues[0]?.message ?? "invalid" });
    return none;
  };
  const input = {
    ...empty,
    kind: kind.data,
    countries: read("countries", countriesSchema, []),
    represents: read<string | null>("represents", countrySchema, null),
    fallback: read("fallback", fallbackSchema, null),
    most: read<number | null>("most", mostSchema, null),
    recipients: has("recipients") ? tickedOf(form) : [],
  };
  const need = (part: "countries" | "recipients") => {
    if (input[part].length === 0) context.addIssue({ code: "custom", path: [part], message: "required" });
  };
  if (kind.data === "countries") need("countries");
  if (needsRecipients.includes(kind.data)) need("recipients");
  return input;
});

/** The recipients that are ticked in the flat form of a rule. */
export function tickedOf(form: Form): string[] {
  return Object.entries(form).flatMap(([name, value]) => {
    const id = name.startsWith("recipient-") ? name.slice("recipient-".length) : "";
    return value === "yes" && z.uuid().safeParse(id).success ? [id] : [];
  });
}

/** A rule as the flat fields of its form. */
export function ruleFields({ kind, countries, represents, fallback, most, recipients }: RuleInput): Form {
  return {
    kind,
    countries: countries.join(", "),
    represents: represents ?? "",
    fallback: fallback ?? "",
    most: most === null ? "" : String(most),
    ...Object.fromEntries(recipients.map((id) => [`recipient-${id}`, "yes"])),
  };
}

/** What is done to one rule in their list: `up <id>` and so on. */
export const ruleActSchema = z.object({
  act: z
    .string({ error: "invalid" })
    .transform((value) => value.split(" "))
    .pipe(z.tuple([z.enum(["up", "down", "out", "undo"]), z.uuid()], "invalid")),
});

/** What the tester is asked; what cannot be read there counts as not asked for. */
export const testerSchema = z.object({
  country: countrySchema.optional().catch(undefined),
  language: languageSchema.optional().catch(undefined),
  date: z.iso.date().optional().catch(undefined),
});

const list = new Intl.ListFormat("en");

type Words = (key: RuleKind | "some" | "embassyOnly" | "excludeFrom" | "nobody", values?: Values) => string;
type Values = Record<string, string | number>;

/**
 * Makes a rule a sentence.
 * @param t the words of `desk.routing.words`
 * @param names of recipients by id and of countries by code
 */
export function ruleWords(t: Words, names: Record<string, string>): (rule: RuleInput) => string {
  const named = (keys: string[]) => list.format(keys.flatMap((key) => names[key] ?? [])) || t("nobody");
  return ({ kind, countries, represents, fallback, most, recipients }) => {
    if (kind === "at_most") return t("at_most", { most: most ?? 0 });
    if (kind === "own_government") return t("own_government", { count: recipients.length });
    if (kind === "everyone")
      return recipients.length > 0 ? t("some", { recipients: named(recipients) }) : t("everyone");
    if (kind === "embassy") {
      const words = { represents: named([represents ?? ""]), fallback: named([fallback ?? ""]) };
      return fallback ? t("embassy", words) : t("embassyOnly", words);
    }
    const words = { countries: named(countries), recipients: named(recipients) };
    if (kind === "countries") return t("countries", words);
    return countries.length > 0 ? t("excludeFrom", words) : t("exclude", words);
  };
}
