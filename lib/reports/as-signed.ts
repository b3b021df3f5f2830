/**
 * What was typed, as signing read it. The schema itself would take longer than all the rest of an export, and it may have
 * become stricter since.
 */
export function asSigned(typed = ""): string {
  return typed.normalize("NFC").replace(/\r\n?/g, "\n").trim();
}
