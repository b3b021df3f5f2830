const mostCharacters = 300;
const address = /<?[^\s<>()"',;:]+@[^\s<>()"',;:]+>?/g;
const token = /[\w+/=-]{16,}/g;

/**
 * What is kept of a server's answer: no mail address, no long token (queue ids, links and verification codes quote
 * people), one line, 300 characters.
 */
export function scrubResponse(response: string): string {
  return response
    .replace(/\p{C}+/gu, " ")
    .replace(address, "<address>")
    .replace(token, (word) => (/\d/.test(word) ? "…" : word))
    .replace(/ {2,}/g, " ")
    .trim()
    .slice(0, mostCharacters);
}
