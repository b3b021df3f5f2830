import { columnsOf } from "@/lib/importing/columns";

// Scripts written without spaces, with their full-width punctuation: a line may break between any two of their signs.
const unspaced = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Bopo}\u3001-\u301f\uff01-\uff60]/u;
const neverFirst =
  /[\u3001\u3002\u3005\u3009\u300b\u300d\u300f\u3011\u3015\u3017\u3019\u301b\u301e\u301f\u30fc\u3041\u3043\u3045\u3047\u3049\u3063\u3083\u3085\u3087\u308e\u30a1\u30a3\u30a5\u30a7\u30a9\u30c3\u30e3\u30e5\u30e7\u30ee\uff01\uff09\uff0c\uff0e\uff1a\uff1b\uff1f\uff3d\uff5d\uff60]/u;
const neverLast = /[\u3008\u300a\u300c\u300e\u3010\u3014\u3016\u3018\u301a\u301d\uff08\uff3b\uff5b\uff5f]/u;
const singleSpace = /(?<=[^ ]) (?=[^ ])/;

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
  const [last = "", first = ""] = [line, next].map((text, at) => signAt(text, at === 0));
  if (last === "" || first === "") return null;
  const both = unspaced.test(last) && unspaced.test(first);
  if (both && !mayPart(last, first)) return null;
  const gap = both ? "" : " ";
  const [piece] = piecesOf(next);
  return columnsOf(line) + gap.length + columnsOf(piece?.text ?? "") > room ? gap : null;
}

/** The last or the first sign of a text. */
function signAt(text: string, last: boolean): string {
  return (last ? /.$/su : /^./su).exec(text)?.[0] ?? "";
}

function piecesOf(text: string): Piece[] {
  if (unspaced.test(text)) return text.split(singleSpace).flatMap(unspacedPieces).reduce(joinUnspaced, []);
  return text.split(singleSpace).map((piece, at) => ({ gap: at === 0 ? "" : " ", text: piece }));
}

/** The pieces of what stands between two spaces: cut between the signs of scripts without spaces. */
function unspacedPieces(text: string, at: number): Piece[] {
  const pieces: Piece[] = [];
  let piece: Piece = { gap: at === 0 ? "" : " ", text: "" };
  let before = "";
  for (const sign of text) {
    if (before !== "" && unspaced.test(sign) && unspaced.test(before) && mayPart(before, sign)) {
      pieces.push(piece);
      piece = { gap: "", text: "" };
    }
    piece.text += sign;
    before = sign;
  }
  return [...pieces, piece];
}

/** Between two signs that need no space one was meant: there it cannot be left out. */
function joinUnspaced(pieces: Piece[], piece: Piece): Piece[] {
  const before = pieces.at(-1);
  const meant = piece.gap === " " && before && unspaced.test(signAt(before.text, true));
  if (meant && unspaced.test(signAt(piece.text, false))) before.text += ` ${piece.text}`;
  else pieces.push(piece);
  return pieces;
}

function mayPart(before: string, sign: string): boolean {
  return !neverFirst.test(sign) && !neverLast.test(before);
}
