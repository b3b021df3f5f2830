import { columnsOf } from "./columns";

// Scripts written without spaces, with their full-width punctuation: a line may break between any two of their signs.
const unspaced = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Bopo}\u3001-\u301f\uff01-\uff60]/u;
const neverFirst =
  /[\u3001\u3002\u3005\u3009\u300b\u300d\u300f\u3011\u3015\u3017\u3019\u301b\u301e\u301f\u30fc\u3041\u3043\u3045\u3047\u3049\u3063\u3083\u3085\u3087\u308e\u30a1\u30a3\u30a5\u30a7\u30a9\u30c3\u30e3\u30e5\u30e7\u30ee\uff01\uff09\uff0c\uff0e\uff1a\uff1b\uff1f\uff3d\uff5d\uff60]/u;
const neverLast = /[\u3008\u300a\u300c\u300e\u3010\u3014\u3016\u3018\u301a\u301d\uff08\uff3b\uff5b\uff5f]/u;

/** What is never torn apart, and what stands before it where it is not the first of its line. */
type Piece = { gap: "" | " "; text: string };

/**
 * Breaks one line of text into lines of at most `room` columns, each as full as can be. Only a single space, which is left
 * out, and the place between two signs of a script without spaces may become a break; a word that is wider than the room
 * stands alone and sticks out.
 */
export function wrapLine(text: string, room: number): string[] {
  const lines: string[] = [];
  let line = "";
  let width = 0;
  for (const piece of piecesOf(text)) {
    const wide = columnsOf(piece.text);
    if (line !== "" && width + piece.gap.length + wide > room) {
      lines.push(line);
      line = piece.text;
      width = wide;
    } else {
      const gap = line === "" ? "" : piece.gap;
      line += gap + piece.text;
      width += gap.length + wide;
    }
  }
  return [...lines, line];
}

/**
 * What stood between two lines before they were wrapped: a space or nothing; null where the break is the writer's own, for
 * one who fills lines to `room` columns would have gone on in the first.
 */
export function gapBetween(line: string, next: string, room: number): "" | " " | null {
  for (const gap of [" ", ""] as const) {
    const [first, second] = wrapLine(line + gap + next, room);
    if (first === line && second !== undefined && next.startsWith(second)) return gap;
  }
  return null;
}

function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = [];
  let piece: Piece = { gap: "", text: "" };
  const signs = Array.from(text);
  const cut = (gap: Piece["gap"]) => {
    pieces.push(piece);
    piece = { gap, text: "" };
  };
  for (const [at, sign] of signs.entries()) {
    const before = signs[at - 1] ?? "";
    if (isGap(before, sign, signs[at + 1] ?? "")) cut(" ");
    else {
      if (piece.text !== "" && mayPart(before, sign)) cut("");
      piece.text += sign;
    }
  }
  return [...pieces, piece];
}

/** A space that may become a break: a single one, and not between two signs that need none. */
function isGap(before: string, sign: string, after: string): boolean {
  if (sign !== " " || before === "" || after === "" || before === " " || after === " ") return false;
  return !(unspaced.test(before) && unspaced.test(after));
}

function mayPart(before: string, sign: string): boolean {
  return unspaced.test(before) && unspaced.test(sign) && !neverFirst.test(sign) && !neverLast.test(before);
}
