import { officeIn, readHolder } from "./holder";
import { tokensOf } from "./tokens";

/** A line with a person and an office in it, or with half an address behind them. */
export function isMixed(text: string): boolean {
  if (!/[,;:،؛，；、–—(-]/.test(text)) return false;
  const [first = "", ...rest] = piecesOf(text);
  return rest.length > 0 && (readHolder(first) !== null || rest.some((piece) => officeIn(tokensOf(piece)) !== null));
}

const divided = /[,;:.،؛，；、–—-]/;

/** A line cut at its commas, and at dashes where no number stands. */
export function piecesOf(text: string): string[] {
  if (!divided.test(text)) return text.trim() === "" ? [] : [text.trim()];
  return text
    .split(/\s*[,;،؛]\s+|[，；、]\s*|:\s+|\.\s{2,}/)
    .flatMap((piece) => (/\d/.test(piece) ? [piece] : piece.split(/\s+[–—-]\s+/)))
    .map((piece) => piece.trim())
    .filter(Boolean);
}
