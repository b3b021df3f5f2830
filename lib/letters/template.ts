import Mustache from "mustache";
import { comparable } from "./comparable";
import { mergeFields } from "./compose";

type Letter = { opening: string; body: string; closing: string };

/**
 * Why a text cannot be a locked part of a sample letter, or null when it can: only merge fields of the allow-list, each
 * written `{{name}}`.
 * @returns a code of `desk.errors.any`, with what it is about after a colon: `unknown-field:foo`, `plain-fields-only:{{#name}}`,
 *   `open-field`
 */
export function templateFault(template: string): string | null {
  const tokens = parseTemplate(template);
  if (!tokens) return "open-field";
  for (const [type, name, start, end] of tokens) {
    if (type === "text" ? name.includes("}}") : name === "") return "open-field";
    if (type === "text") continue;
    if (type !== "name") return `plain-fields-only:${template.slice(start, end)}`;
    if (!isMergeField(name)) return `unknown-field:${name}`;
  }
  return null;
}

/** Whether a text holds the beginning of a merge field: a signer's own text must not, for nothing would fill it. */
export function holdsFields(text: string): boolean {
  return text.includes("{{");
}

/** Merge fields a letter can do without, but rarely should: nobody is greeted, or nobody signs. */
export function missingFields({ opening, closing }: Letter): ("salutation" | "name")[] {
  return (["salutation", "name"] as const).filter(
    (field) => ![opening, closing].some((part) => parseTemplate(part)?.some(([, name]) => name === field)),
  );
}

/** The lines that stand nowhere in the letter, whatever their signs for quotation, white space and case. */
export function listMissing(lines: string[], { opening, body, closing }: Letter): string[] {
  const letter = comparable([opening, body, closing].join("\n"));
  return lines.filter((line) => !letter.includes(comparable(line)));
}

function isMergeField(name: string): boolean {
  return (mergeFields as readonly string[]).includes(name);
}

type Token = [type: string, value: string, start: number, end: number, ...rest: unknown[]];

/** The parts of a template, or null when mustache cannot read it: a field or section is not closed. */
function parseTemplate(template: string): Token[] | null {
  try {
    return Mustache.parse(template);
  } catch (error) {
    if (error instanceof Error) return null;
    throw error;
  }
}
