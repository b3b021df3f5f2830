import countries from "i18n-iso-countries";
import { inLanguage, type Appeal } from "@/lib/campaigns/queries";
import { findMissingRequest } from "@/lib/letters/template";
import { signerSchema, type Signer, type Typed } from "./schema";

/** What is wrong with a field: `code` is a key of `site.errors`, `detail` what must stay or be changed. */
export type Issue = { field: keyof Signer; code: string; detail?: string };

export type Checked = { signer: Signer; issues: [] } | { signer: null; issues: Issue[] };

/** Checks what a person typed against the form's schema, the countries there are and the requests that must stay. */
export function checkTyped(typed: Typed, appeal: Appeal, language: string): Checked {
  const result = signerSchema.safeParse(typed);
  const found = (result.error?.issues ?? []).map(({ path, message }) => ({
    field: path[0] as keyof Signer,
    code: message,
  }));
  const { country = "", disclosure } = typed;
  // Also when another field is wrong: nobody is sent back twice.
  const body = signerSchema.shape.body.safeParse(typed.body).data ?? "";
  const issues = firstPerField([
    ...found,
    ...countryIssues(country),
    ...(disclosure === "counted" ? [] : requestIssues(body, appeal, language)),
  ]);
  return result.success && issues.length === 0 ? { signer: result.data, issues: [] } : { signer: null, issues };
}

function firstPerField(issues: Issue[]): Issue[] {
  return issues.filter(({ field }, at) => issues.findIndex((other) => other.field === field) === at);
}

function countryIssues(country: string): Issue[] {
  return country in countries.getAlpha2Codes() ? [] : [{ field: "country", code: "required" }];
}

/** The letter may be rewritten freely, but not without what it asks for. */
function requestIssues(body: string, appeal: Appeal, language: string): Issue[] {
  const sample = inLanguage(appeal.revision.sampleLetters, language, appeal.defaultLanguage);
  if (body === "") return [{ field: "body", code: "required" }];
  const missing = findMissingRequest(sample.requests, { ...sample, body });
  return missing ? [{ field: "body", code: "request-missing", detail: missing }] : [];
}
