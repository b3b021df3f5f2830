import type { DraftLine } from "./draft-line";
import type { RepairNotes } from "./notes";

/** ">", ">>", "> > >", also after the initials of who wrote it ("JS> "). */
const angles = /^ {0,3}(?:[A-Z]{1,3}(?=>))?(?:>[ \t]?){1,40}/;
/** "| " as some mailers draw it. */
const bars = /^ {0,3}(?:\|[ \t]?){1,40}/;
const dashes = /^- ?/;
const fewest = 3;

/** Takes the marks of quoting from the beginning of each line and notes how deep it was. */
export function unquote(lines: DraftLine[], notes: RepairNotes): DraftLine[] {
  const angled = lines.map((line) => (isEscaped(line.text) ? escaped(line, notes) : without(line, angles, ">", notes)));
  return dashed(barred(angled, notes), notes);
}

/** mbox files put ">" before a line that begins with "From ". */
function isEscaped(text: string): boolean {
  return text.startsWith(">From ");
}

function escaped(line: DraftLine, notes: RepairNotes): DraftLine {
  return notes.allow("quoting", ">From", "From", line.numbers) ? { ...line, text: line.text.slice(1) } : line;
}

function without(line: DraftLine, pattern: RegExp, mark: string, notes: RepairNotes): DraftLine {
  const found = pattern.exec(line.text)?.[0];
  if (found === undefined || !notes.allow("quoting", found.trim(), "", line.numbers)) return line;
  const depth = line.depth + found.split(mark).length - 1;
  return { ...line, depth, text: line.text.slice(found.length) };
}

/** Bars are marks of quoting where several lines in a row begin with one and none is the row of a table. */
function barred(lines: DraftLine[], notes: RepairNotes): DraftLine[] {
  const result = [...lines];
  for (let at = 0; at < lines.length;) {
    let end = at;
    while (isBarred(lines[end])) end += 1;
    if (end - at >= fewest)
      for (const [n, line] of lines.slice(at, end).entries()) result[at + n] = without(line, bars, "|", notes);
    at = end + 1;
  }
  return result;
}

function isBarred(line: DraftLine | undefined): boolean {
  return line !== undefined && bars.test(line.text) && !line.text.replace(bars, "").includes("|");
}

/** Some lists put a dash before every single line: not a list of things, but a way of quoting. */
function dashed(lines: DraftLine[], notes: RepairNotes): DraftLine[] {
  const written = lines.filter(({ text }) => text.trim() !== "");
  if (written.length < fewest + 2 || !written.every(({ text }) => dashes.test(text))) return lines;
  return lines.map((line) => {
    const found = dashes.exec(line.text)?.[0] ?? "";
    if (found === "" || !notes.allow("quoting", "-", "", line.numbers)) return line;
    return { ...line, text: line.text.slice(found.length) };
  });
}
