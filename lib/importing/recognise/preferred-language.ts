import { readLanguage } from "@/lib/imports/names";
import type { Finding } from "./finding";
import { matchAt } from "./lexicon";
import type { ScannedLine } from "./scan";
import { lexicons, readLanguages } from "./words";
import type { Zone } from "./zones";

const before = /^(?:in|en|auf|em|her|his|au)$/;

/** The language that letters are asked for in: the first that "write in …" names. */
export function findPreferredLanguage(lines: readonly ScannedLine[], zones: readonly Zone[]): Finding<string> | null {
  for (const { tokens, numbers, at: line, blank } of lines) {
    if (blank || !/^(?:appeal|requests|targets|edge)$/.test(zones[line] ?? "")) continue;
    if (
      !tokens.some((_, at) => matchAt(lexicons.writing, tokens, at)) ||
      !tokens.some((_, at) => matchAt(lexicons.calling, tokens, at))
    )
      continue;
    for (const [at, token] of tokens.entries()) {
      const name = before.test(token.word) && at < 30 ? (tokens[at + 1]?.text ?? "") : "";
      const language = name.length > 4 ? readLanguage(name, readLanguages) : "";
      if (language.length > 1) return { value: language, lines: numbers, confidence: 0.75 };
    }
  }
  return null;
}
