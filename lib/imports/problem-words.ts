import { createTranslator } from "use-intl/core";
import { loadMessages } from "@/lib/messages";
import type { RowProblem } from "./schema";

/** A problem in the words the form of a recipient has for it: which field, and what to do about it. */
export type ToldProblem = { field: string; text: string };

const locale = "en";

/** Makes problems into words. */
export function problemTeller(): (problem: RowProblem) => ToldProblem {
  const t = createTranslator({ locale, messages: loadMessages(locale), namespace: "desk" });
  return ({ field, path, code }) => {
    const [, name = code, what = ""] = /^([\w-]+)(?::(.*))?$/s.exec(code) ?? [];
    const own = `errors.${path.replace(/-.+-/, "-")}.${name}` as Parameters<typeof t>[0];
    const shared = `errors.any.${name}` as Parameters<typeof t>[0];
    return { field: t(`import.fields.${field}`), text: t(t.has(own) ? own : shared, { what }) };
  };
}

/** What a problem is called on the column that is added to the file of bad rows. */
export function problemColumn(): string {
  return createTranslator({ locale, messages: loadMessages(locale), namespace: "desk.import" })("problem");
}
