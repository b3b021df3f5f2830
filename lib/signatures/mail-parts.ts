/** What a mail of ours is made of, in its order: the same parts become its plain text and its HTML. */
export type MailPart =
  | { kind: "words"; text: string; appeal?: string }
  /** Lines of a letter, or what a member says. */
  | { kind: "quote"; text: string; before?: string }
  /** The one thing to do: a link of ours, what its button says, and the words around it. */
  | { kind: "act"; before: string; href: string; button: string; after?: string }
  /** What hardly anybody needs, with a link of ours where there is one. */
  | { kind: "aside"; text: string; href?: string }
  | { kind: "sender"; text: string };

/** The parts as plain text: paragraphs with an empty line between them, what is quoted marked as such (RFC 3676 §4.5). */
export function textOf(parts: MailPart[]): string {
  return parts.map((part) => linesOf(part).join("\n")).join("\n\n");
}

function linesOf(part: MailPart): string[] {
  if (part.kind === "words") return [part.text, ...(part.appeal ? [part.appeal] : [])];
  if (part.kind === "quote") return [...(part.before ? [part.before] : []), part.text.replace(/^/gm, "> ")];
  if (part.kind === "act") return [part.before, part.href, ...(part.after ? [part.after] : [])];
  if (part.kind === "aside") return [part.text, ...(part.href ? [part.href] : [])];
  return [part.text];
}
