/**
 * Those of some texts that a person wrote or changed, each once: none that is empty, or a sample letter's body as it is, however
 * a browser wrapped it.
 */
export function ownTexts(texts: string[], samples: { body: string }[]): string[] {
  const known = new Set(["", ...samples.map(({ body }) => plain(body))]);
  const own = texts.filter((text) => !known.has(plain(text)));
  return [...new Map(own.map((text) => [plain(text), text])).values()];
}

function plain(text: string): string {
  return text.normalize("NFC").replace(/\s+/g, " ").trim();
}
