import { z, ZodError } from "zod";
import { Refusal, type RefusalCode } from "@/lib/errors";

/**
 * What a form shows after it was sent: that it was saved, or why it was refused, an error for each field (keys of `desk.errors`), and what was
 * typed. Passwords and codes are never sent back.
 */
export type FormState = {
  saved?: true;
  refusal?: RefusalCode;
  errors?: Record<string, string>;
  values?: Record<string, string>;
};

/** Runs what a form asks for and turns what a person can cause into form state. Everything else goes through. */
export async function formState(form: FormData, act: () => Promise<void>): Promise<FormState> {
  try {
    await act();
    return { saved: true };
  } catch (error) {
    if (error instanceof Refusal) return { refusal: error.code, values: typed(form) };
    if (error instanceof ZodError) return { errors: firstErrors(error), values: typed(form) };
    throw error;
  }
}

/** What a verb throws when a field is wrong in a way only it can know: form state like what the schema finds. */
export function fieldError(field: string, code: string): ZodError {
  return new ZodError([{ code: "custom", path: [field], message: code, input: undefined }]);
}

/** The fingerprint a form brings back of what it was opened with. */
export function seenIn(form: FormData): string {
  const seen = form.get("seen");
  return typeof seen === "string" ? seen : "";
}

/**
 * Rows of a list that an act is about: those that were ticked, or all that fit what the list is narrowed to; `count` is how many
 * of them the list said there are.
 */
export type Chosen<F> = { which: "ticked"; ids: readonly string[] } | { which: "all"; filter: F; count: number };

/** So many rows can be ticked at once. */
const mostTicked = 20_000;

const chosenSchema = z.object({
  which: z.enum(["ticked", "all"]).catch("ticked"),
  picks: z.array(z.uuid("required")).max(mostTicked, "too-many"),
  filter: z.string().max(2000).catch(""),
  count: z.coerce.number().int().min(0).catch(0),
});

/**
 * What was chosen in a list: `pick` is a ticked box, `picks` many with commas between, `filter` the query the list was asked with.
 * @param filterSchema the one the list's page reads its query with
 * @throws ZodError on `picks` where nothing was chosen
 */
export function chosenIn<F>(form: FormData, filterSchema: z.ZodType<F>): Chosen<F> {
  const asked = {
    which: form.get("which"),
    picks: picksIn(form),
    filter: form.get("filter"),
    count: form.get("count"),
  };
  const { which, filter, count, picks: ticked } = chosenSchema.parse(asked);
  if (which === "all") {
    return { which, filter: filterSchema.parse(Object.fromEntries(new URLSearchParams(filter))), count };
  }
  if (ticked.length === 0) throw fieldError("picks", "required");
  return { which, ids: ticked };
}

/** The ids of the rows that were ticked, each once. */
function picksIn(form: FormData): string[] {
  const sent = [...form].flatMap(([name, value]) =>
    (name === "pick" || name === "picks") && typeof value === "string" ? value.split(",") : [],
  );
  return [...new Set(sent)].filter((id) => id !== "");
}

/** The file a form was sent with; one of no bytes when there is none. */
export function uploadOf(form: FormData, field: string): File {
  const sent = form.get(field);
  return sent instanceof File ? sent : new File([], "");
}

function typed(form: FormData): Record<string, string> {
  const kept = [...form].filter(
    (entry): entry is [string, string] => typeof entry[1] === "string" && !/^\$|password|^code$/i.test(entry[0]),
  );
  const picks = picksIn(form).join(",");
  return Object.fromEntries(picks ? [...kept, ["picks", picks]] : kept);
}

function firstErrors(error: ZodError): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const { path, message } of error.issues) errors[path.join(".")] ??= message;
  return errors;
}
