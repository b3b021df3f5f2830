import type { Appeal } from "@/lib/campaigns/queries";
import { isCountry } from "@/lib/format";
import { findOverlong } from "@/lib/letters/length";
import type { Addressed } from "@/lib/letters/sheets";
import { listMissing } from "@/lib/letters/template";
import { bodyOf, everybody, pickSample } from "@/lib/letters/versions";
import { sampleFor } from "@/lib/letters/write";
import { signerSchema, type Signer, type Typed } from "./schema";

/** What is wrong with a field: `code` is a key of `site.errors`, `detail` what must stay or be changed. */
export type Issue = { field: keyof Signer; code: string; detail?: string };

/** A request or fact that a letter does without. */
export type Missing = { kind: "request" | "fact"; text: string };

/** `missing` is only told. */
export type Checked = ({ signer: Signer; issues: [] } | { signer: null; issues: Issue[] }) & { missing: Missing[] };

type Written = Pick<Signer, "body" | "bodies" | "ownWords">;

/** An appeal, whom of all it can reach a signer writes to, and the language of their text to everybody. */
type To = { appeal: Appeal; letters: Addressed[]; bodyLanguage: string };

/**
 * Checks what a person typed against the form's schema, the countries there are, and in the letters to those they write to how
 * long they are and which requests must stay.
 */
export function checkTyped(typed: Typed, to: To, language: string): Checked {
  const result = signerSchema.safeParse(typed);
  const found = (result.error?.issues ?? []).map(({ path, message }) => ({
    field: path[0] as keyof Signer,
    code: message,
  }));
  const { country = "", disclosure } = typed;
  // Also when another field is wrong: nobody is sent back twice.
  const missing = disclosure === "counted" ? [] : missingIn(writtenOf(typed), to);
  const issues = firstPerField([
    ...found,
    ...countryIssues(country),
    ...(disclosure === "counted" ? [] : bodyIssues(writtenOf(typed), missing, to.appeal)),
    ...(result.success && disclosure !== "counted" ? lengthIssues(result.data, to, language) : []),
  ]);
  return result.success && issues.length === 0
    ? { signer: result.data, issues: [], missing }
    : { signer: null, issues, missing };
}

function writtenOf(typed: Typed): Written {
  const { body, bodies, ownWords } = signerSchema.shape;
  return {
    body: body.safeParse(typed.body).data ?? "",
    bodies: bodies.safeParse(typed.bodies).data ?? {},
    ownWords: ownWords.safeParse(typed.ownWords).data ?? "",
  };
}

function firstPerField(issues: Issue[]): Issue[] {
  return issues.filter(({ field }, at) => issues.findIndex((other) => other.field === field) === at);
}

function countryIssues(country: string): Issue[] {
  return isCountry(country) ? [] : [{ field: "country", code: "required" }];
}

/** The letter may be rewritten freely; what it should not lose is told, or refused where the campaign says so. */
function bodyIssues({ body, bodies }: Written, missing: Missing[], { refuseMissing }: Appeal): Issue[] {
  if (body === "") return [{ field: "body", code: "required" }];
  if (Object.values(bodies).includes("")) return [{ field: "bodies", code: "required" }];
  const [first] = missing;
  if (!refuseMissing || !first) return [];
  return [{ field: "body", code: `${first.kind}-missing`, detail: first.text }];
}

/** The requests and facts that stand neither in a letter's text nor in its writer's own words. */
function missingIn(said: Written, { appeal, letters, bodyLanguage }: To): Missing[] {
  const { revision, defaultLanguage: fallback } = appeal;
  const first = pickSample(revision.sampleLetters, { version: everybody, language: bodyLanguage, fallback });
  const others = letters.map(({ recipient, language }) => sampleFor(revision, recipient.id, { language, fallback }));
  const found = [...new Set([first, ...others])].flatMap((sample) => {
    const letter = { ...sample, body: `${bodyOf({ ...said, bodyLanguage }, sample)}\n|\n${said.ownWords}` };
    const of = (kind: Missing["kind"], lines: string[]) => listMissing(lines, letter).map((text) => ({ kind, text }));
    return [...of("request", sample.requests), ...of("fact", sample.facts)];
  });
  return found.filter((one, at) => found.findIndex(({ text }) => text === one.text) === at);
}

function lengthIssues(signer: Signer, { appeal, letters, bodyLanguage }: To, language: string): Issue[] {
  const overlong = findOverlong(appeal, letters, { ...signer, bodyLanguage }, language);
  return overlong ? [{ field: "body", code: "too-long-for", detail: overlong }] : [];
}
