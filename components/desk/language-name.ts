const names = new Intl.DisplayNames(["en"], { type: "language", fallback: "code" });

/** A language's English name, by its code (BCP 47). */
export function languageName(code: string): string {
  return names.of(code) ?? code;
}

/** Languages in the order of their names. */
export function byName(codes: readonly string[]): string[] {
  return codes.toSorted((one, other) => languageName(one).localeCompare(languageName(other), "en"));
}
