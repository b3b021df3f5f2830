import type { Appeal } from "@/lib/campaigns/queries";
import { isCountry } from "@/lib/format";
import { findOverlong } from "@/lib/letters/length";
import { seemsSaid } from "@/lib/letters/seems-said";
import { readableSample } from "@/lib/letters/readable-sample";
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

type Written = Pick<Signer, "body" | "bodies" | "ownWords" | "writing">;

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
  const missing = disclosure === "counted" ? [] : missingIn(writtenOf(typed), to, language);
  const issues = firstPerField([
    ...found,
    ...countryIssues(country),
    ...disclosureIssues(disclosure, to.appeal),
    ...(disclosure === "counted" ? [] : bodyIssues(writtenOf(typed), missing, to.appeal)),
    ...(result.success && disclosure !== "counted" ? lengthIssues(result.data, to, language) : []),
  ]);
  return result.success && issues.length === 0
    ? { signer: result.data, issues: [], missing }
    : { signer: null, issues, missing };
}

function writtenOf(typed: Typed): Written {
  const { body, bodies, ownWords, writing } = signerSchema.shape;
  return {
    body: body.safeParse(typed.body).data ?? "",
    bodies: bodies.safeParse(typed.bodies).data ?? {},
    ownWords: ownWords.safeParse(typed.ownWords).data ?? "",
    writing: writing.safeParse(typed.writing).data ?? "edit",
  };
}

function firstPerField(issues: Issue[]): Issue[] {
  return issues.filter(({ field }, at) => issues.findIndex((other) => other.field === field) === at);
}

function countryIssues(country: string): Issue[] {
  return isCountry(country) ? [] : [{ field: "country", code: "required" }];
}

/** What recipients learn is the signer's choice among what the campaign allows. */
function disclosureIssues(disclosure: string | undefined, { disclosures }: Appeal): Issue[] {
  const allowed: string[] = disclosures;
  return disclosure && !allowed.includes(disclosure) ? [{ field: "disclosure", code: "not-here" }] : [];
}

/**
 * The letter may be rewritten freely; what it should not lose is told, or refused where the campaign says so. A request in one's
 * own words may be there without being found, so for one nobody is sent back.
 */
function bodyIssues({ body, bodies, writing }: Written, missing: Missing[], { refuseMissing }: Appeal): Issue[] {
  if (writing === "paragraph") return [];
  if (body === "") return [{ field: "body", code: writing === "own" ? "own-required" : "required" }];
  if (writing === "edit" && Object.values(bodies).includes("")) return [{ field: "bodies", code: "required" }];
  const [first] = writing === "own" ? missing.filter(({ kind }) => kind === "fact") : missing;
  if (!refuseMissing || !first) return [];
  return [{ field: "body", code: `${first.kind}-missing`, detail: first.text }];
}

/** The requests and facts that stand neither in a letter's text nor in its writer's own words. */
function missingIn(said: Written, { appeal, letters, bodyLanguage }: To, reader: string): Missing[] {
  const { revision, defaultLanguage: fallback } = appeal;
  const first = pickSample(revision.sampleLetters, { version: everybody, language: bodyLanguage, fallback });
  const others = letters.map(({ recipient, language }) => sampleFor(revision, recipient.id, { language, fallback }));
  // What is all one's own is held against what its writer has read.
  const own = said.writing === "own";
  const samples = own ? [readableSample(appeal, reader)] : [...new Set([first, ...others])];
  const found = samples.flatMap((sample) => {
    const letter = { ...sample, body: `${bodyOf({ ...said, bodyLanguage }, sample)}\n|\n${said.ownWords}` };
    const of = (kind: Missing["kind"], lines: string[]) => listMissing(lines, letter).map((text) => ({ kind, text }));
    const requests = of("request", sample.requests);
    const lost = own ? requests.filter(({ text }) => !seemsSaid(text, letter.body)) : requests;
    return [...lost, ...of("fact", sample.facts)];
  });
  return found.filter((one, at) => found.findIndex(({ text }) => text === one.text) === at);
}

function lengthIssues(signer: Signer, { appeal, letters, bodyLanguage }: To, language: string): Issue[] {
  const overlong = findOverlong(appeal, letters, { ...signer, bodyLanguage }, language);
  const field = signer.writing === "paragraph" ? "ownWords" : "body";
  return overlong ? [{ field, code: "too-long-for", detail: overlong }] : [];
}
