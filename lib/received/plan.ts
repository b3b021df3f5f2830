import { type z, ZodError } from "zod";
import { appealTextSchema, momentSchema, newCampaignSchema } from "@/lib/campaigns/schema";
import { personSchema } from "@/lib/cases/schema";
import type { Warning } from "@/lib/importing/schema";
import { sampleLetterSchema } from "@/lib/letters/schema";
import { listMissing } from "@/lib/letters/template";
import { originalSchema } from "@/lib/originals/schema";
import { plainMarkdown } from "./plain-markdown";
import { type Issue, planRecipient, type Report } from "./plan-recipient";
import { type Fields, personFates, requiredWarnings, rowsOf, tickOf } from "./schema";

export type CampaignPlan = ReturnType<typeof planCampaign>;

/**
 * What becomes of a draft, checked by the schemas of what it is made into.
 * @param warnings what the reader found that a member has to look at
 * @throws ZodError for each field that has to be mended, by its name in the draft
 */
export function planCampaign(fields: Fields, encoding: string, warnings: readonly Warning[]) {
  const issues: Issue[] = [];
  const report: Report = (issue) => issues.push(issue);
  const get = (name: string) => fields[name] ?? "";
  const read = <T>(schema: z.ZodType<T>, form: unknown, nameOf: (path: string) => string): T | null => {
    const result = schema.safeParse(form);
    for (const { path, message } of result.error?.issues ?? []) report({ path: nameOf(String(path[0])), message });
    return result.data ?? null;
  };
  const campaign = read(
    newCampaignSchema,
    {
      title: get("title"),
      language: get("language"),
      kind: get("kind"),
      slug: "",
      case: get("follows") ? "followed" : get("case"),
      caseTitle: get("title"),
      country: get("country"),
    },
    (path) => (path === "caseTitle" ? "title" : path),
  );
  const when = {
    deadlineDate: get("deadlineDate"),
    deadlineTime: get("deadlineTime"),
    deadlineZone: get("deadlineZone"),
  };
  const deadline = when.deadlineDate ? read(momentSchema, when, asIs) : null;
  const letter = get("body").trim() ? read(sampleLetterSchema, letterOf(fields), asIs) : null;
  const words = read(appealTextSchema, wordsOf(fields), (path) => (path === "body" ? "background" : path));
  const original = read(originalSchema, originalOf(fields, encoding), asIs);
  const recipients = rowsOf(fields, "recipient").flatMap((row) => planRecipient(fields, row, report));
  const persons = planPersons(fields, report);
  requireTicks(fields, warnings, report);
  const embassyOf = /^[A-Z]{2}$/.test(get("embassyOf")) ? get("embassyOf") : null;
  if (issues.length > 0 || !campaign || !words || !original) throw asZodError(issues);
  const { text: _text, ...facts } = original;
  return { campaign, follows: get("follows") || null, deadline, words, letter, facts, recipients, persons, embassyOf };
}

/** A field that is called the same in what it becomes. */
function asIs(path: string): string {
  return path;
}

function asZodError(issues: Issue[]): ZodError {
  return new ZodError(issues.map(({ path, message }) => ({ code: "custom", path: [path], message, input: undefined })));
}

/** What is asked stands in the letter word for word, or else in the appeal's text. */
function askedIn({ requests = "", body = "", opening = "", closing = "" }: Fields): { kept: string; others: string[] } {
  const lines = requests.split("\n").flatMap((line) => line.trim() || []);
  const others = body.trim() ? listMissing(lines, { opening, body, closing }) : lines;
  return { kept: lines.filter((line) => !others.includes(line)).join("\n"), others };
}

function letterOf(fields: Fields): Record<string, string> {
  const { letterLanguage = "", subject = "", body = "", closing = "" } = fields;
  const signed = "{{name}}\n{{country}}";
  return {
    language: letterLanguage,
    subject,
    subjects: "",
    // Each recipient is saluted as its office is; the opening that was read is that of new ones.
    opening: "{{salutation}}",
    body,
    closing: closing.trim() ? `${closing.trim()}\n\n${signed}` : signed,
    requests: askedIn(fields).kept,
    facts: "",
  };
}

function wordsOf(fields: Fields): Record<string, string> {
  const { language = "", title = "", request = "", summary = "", background = "" } = fields;
  const { others } = askedIn(fields);
  const asked = others.map((line) => `- ${plainMarkdown(line)}`).join("\n");
  const body = [plainMarkdown(background.trim()), asked].filter(Boolean).join("\n\n");
  return { language, title, request, summary, body };
}

function originalOf(fields: Fields, encoding: string): Record<string, string> {
  const { originator = "", forwarder = "", reference = "", incidentOn = "", issuedOn = "" } = fields;
  const places = { originatorAt: "", forwarderAt: "" };
  return { text: "", file: "0", encoding, originator, forwarder, reference, incidentOn, issuedOn, ...places };
}

/** Where nobody was found who is at risk, a member adds somebody or says that there is nobody. */
function requireTicks(fields: Fields, warnings: readonly Warning[], report: Report): void {
  if (rowsOf(fields, "person").some((row) => fields[`person-${row}-fate`] === "at-risk")) return;
  for (const [at, { code }] of warnings.entries()) {
    if (requiredWarnings.includes(code) && fields[tickOf(at)] !== "yes") report({ path: tickOf(at), message: "look" });
  }
}

function planPersons(fields: Fields, report: Report) {
  return rowsOf(fields, "person").flatMap((row) => {
    const [name, fate] = [fields[`person-${row}-name`] ?? "", fields[`person-${row}-fate`] ?? ""];
    if (!personFates.some((one) => one === fate)) report({ path: `person-${row}-fate`, message: "decide" });
    if (fate !== "at-risk") return [];
    const form = { publicName: name, originalScript: "", aliases: "", pronoun: "", age: "unknown", note: "" };
    const result = personSchema.safeParse(form);
    const [issue] = result.error?.issues ?? [];
    if (issue || name.trim() === "") report({ path: `person-${row}-name`, message: issue?.message ?? "required" });
    return result.data ? [result.data] : [];
  });
}
