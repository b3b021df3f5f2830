import { columnsOf } from "@/lib/importing/columns";
import { gapBetween, wrapLine } from "./wrap";

/** How many columns a paragraph may take, and which of its lines would be read as something else. */
export type Setting = { room: number; isTaken?: (line: string, at: number) => boolean };

const mark = "|";
const goesOn = "\\";

/**
 * Sets a text as one block of lines. Line breaks of its own stay, longer lines are wrapped. What could not be read back
 * from that stands line for line behind a bar, where a backslash at a line's end says that it goes on in the next.
 */
export function writeParagraph(value: string, setting: Setting): string[] {
  const lines = value.split("\n").flatMap((line) => wrapLine(line, setting.room));
  const plain = lines.every((line, at) => isPlain(line, at, setting)) && readParagraph(lines, setting.room) === value;
  return plain ? lines : value.split("\n").flatMap((line) => behindBars(line, setting.room));
}

/** The text of a block of lines, as `writeParagraph` set it. @param lines without white space at their ends */
export function readParagraph(lines: string[], room: number): string {
  return lines[0]?.startsWith(mark) ? readBars(lines) : joinLines(lines, room);
}

/** Whether a line stays what it is in a mail, and is nothing but text here. */
function isPlain(line: string, at: number, { room, isTaken }: Setting): boolean {
  if (line === "" || /^[ \t>|]|[ \t]$|^--$|^===|^\* |^\*$/.test(line)) return false;
  if (columnsOf(line) > room && !isLink(line)) return false;
  return !isTaken?.(line, at);
}

/** Torn apart these lead nowhere. RFC 5322 §2.1.1 ends a line at 998 bytes. */
function isLink(line: string): boolean {
  return !line.includes(" ") && line.length <= 300 && (line.includes("://") || line.includes("@"));
}

function joinLines([first = "", ...more]: string[], room: number): string {
  let text = first;
  let last = first;
  for (const line of more) {
    text += (gapBetween(last, line, room) ?? "\n") + line;
    last = line;
  }
  return text;
}

function behindBars(line: string, room: number): string[] {
  const pieces = piecesOf(line, room - 3);
  const last = pieces.at(-1) ?? "";
  // A mail may lose the space at a line's end, and a backslash there would say something.
  if (/[ \t\\]$/.test(last)) pieces.push("");
  return pieces.map((piece, at) => {
    const end = at < pieces.length - 1 ? goesOn : "";
    return piece + end === "" ? mark : `${mark} ${piece}${end}`;
  });
}

function readBars(lines: string[]): string {
  let text = "";
  let fresh = true;
  for (const [at, line] of lines.entries()) {
    const piece = line.startsWith(mark) ? line.slice(line.startsWith(`${mark} `) ? 2 : 1) : line;
    const onward = piece.endsWith(goesOn);
    text += (at > 0 && fresh ? "\n" : "") + (onward ? piece.slice(0, -1) : piece);
    fresh = !onward;
  }
  return text;
}

/** A line in pieces of at most `room` columns, cut behind a space where there is one. */
function piecesOf(line: string, room: number): string[] {
  const pieces: string[] = [];
  let piece = "";
  let width = 0;
  for (const word of line.split(/(?<= )/)) {
    const wide = columnsOf(word);
    if (width > 0 && width + wide > room) {
      pieces.push(piece);
      piece = "";
      width = 0;
    }
    for (const sign of wide > room ? word : [word]) {
      const more = wide > room ? columnsOf(sign) : wide;
      if (width > 0 && width + more > room) {
        pieces.push(piece);
        piece = "";
        width = 0;
      }
      piece += sign;
      width += more;
    }
  }
  return [...pieces, piece];
}
