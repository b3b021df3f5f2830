import { languageName as languageNameIn } from "@/lib/format";

/** A language's English name, by its code (BCP 47); nothing for an office whose language nobody has said. */
export function languageName(code: string): string {
  return languageNameIn(code, "en");
}

/** Languages in the order of their names. */
export function byName(codes: readonly string[]): string[] {
  return codes.toSorted((one, other) => languageName(one).localeCompare(languageName(other), "en"));
}
