import countries from "i18n-iso-countries";
import { inLanguage, type Appeal } from "@/lib/campaigns/queries";
import { signerSchema, type Signer, type Typed } from "./schema";

/** What is wrong with a field: `code` is a key of `site.errors`, `detail` what must stay or be changed. */
export type Issue = { field: keyof Signer; code: string; detail?: string };

export type Checked = { signer: Signer; issues: [] } | { signer: null; issues: Issue[] };

/** Checks what a person typed against the form's schema, the countries there are and the requests that must stay. */
export function checkTyped(typed: Typed, appeal: Appeal, language: string): Checked {
  const result = signerSchema.safeParse(typed);
  if (!result.success) return { signer: null, issues: firstPerField(result.error.issues) };
  const issues = [...countryIssues(result.data), ...requestIssues(result.data, appeal, language)];
  return issues.length > 0 ? { signer: null, issues } : { signer: result.data, issues: [] };
}

function firstPerField(issues: { path: PropertyKey[]; message: string }[]): Issue[] {
  const first = new Map<string, Issue>();
  for (const { path, message } of issues) {
    const field = path[0] as keyof Signer;
    if (!first.has(field)) first.set(field, { field, code: message });
  }
  return [...first.values()];
}

function countryIssues({ country }: Signer): Issue[] {
  return country in countries.getAlpha2Codes() ? [] : [{ field: "country", code: "required" }];
}

/** The letter may be rewritten freely, but not without what it asks for. */
function requestIssues({ body, disclosure }: Signer, appeal: Appeal, language: string): Issue[] {
  if (disclosure === "counted") return [];
  const sample = inLanguage(appeal.revision.sampleLetters, language, appeal.defaultLanguage);
  if (body === "") return [{ field: "body", code: "required" }];
  const letter = plain([sample.opening, body, sample.closing].join("\n"));
  const missing = sample.requests.find((request) => !letter.includes(plain(request)));
  return missing ? [{ field: "body", code: "request-missing", detail: missing }] : [];
}

/** Text as it is compared: whatever the signs for quotation and the white space, in lower case. */
function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[\u2018\u2019\u00b4`]/g, "'")
    .replace(/[\u201c\u201d]/g, '"')
    .replace(/\s+/g, " ");
}
