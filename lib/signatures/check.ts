import countries from "i18n-iso-countries";
import { inLanguage, type Appeal, type AppealRecipient } from "@/lib/campaigns/queries";
import { findOverlong } from "@/lib/letters/length";
import { seemsSaid } from "@/lib/letters/seems-said";
import { listMissing } from "@/lib/letters/template";
import { bodyOf, everybody, pickSample, toEverybody } from "@/lib/letters/versions";
import { signerSchema, type Signer, type Typed } from "./schema";

/** What is wrong with a field: `code` is a key of `site.errors`, `detail` what must stay or be changed. */
export type Issue = { field: keyof Signer; code: string; detail?: string };

/** A request or fact that a letter does without. */
export type Missing = { kind: "request" | "fact"; text: string };

/** `missing` is only told. */
export type Checked = ({ signer: Signer; issues: [] } | { signer: null; issues: Issue[] }) & { missing: Missing[] };

type Written = Pick<Signer, "body" | "bodies" | "ownWords" | "writing">;

/** An appeal, and whom of all it can reach a signer writes to. */
type To = { appeal: Appeal; written: AppealRecipient[] };

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
  return country in countries.getAlpha2Codes() ? [] : [{ field: "country", code: "required" }];
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
function missingIn(said: Written, { appeal, written }: To, language: string): Missing[] {
  const { revision, defaultLanguage } = appeal;
  const samples = revision.sampleLetters;
  const { language: chosen } = inLanguage(toEverybody(samples), language, defaultLanguage);
  const inUse = revision.versionRecipients.filter((one) => written.some(({ id }) => id === one.recipientId));
  const versions = [everybody, ...new Set(inUse.map(({ key }) => key))];
  const found = versions.flatMap((version) => {
    const sample = pickSample(samples, { version, language: chosen, fallback: defaultLanguage });
    const letter = { ...sample, body: `${bodyOf(said, sample)}\n|\n${said.ownWords}` };
    const of = (kind: Missing["kind"], lines: string[]) => listMissing(lines, letter).map((text) => ({ kind, text }));
    const requests = of("request", sample.requests);
    const own = said.writing === "own" ? requests.filter(({ text }) => !seemsSaid(text, letter.body)) : requests;
    return [...own, ...of("fact", sample.facts)];
  });
  return found.filter((one, at) => found.findIndex(({ text }) => text === one.text) === at);
}

function lengthIssues(signer: Signer, { appeal, written }: To, language: string): Issue[] {
  const overlong = findOverlong(appeal, written, signer, language);
  return overlong ? [{ field: "body", code: "too-long-for", detail: overlong }] : [];
}
