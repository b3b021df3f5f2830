import { scanLines, type ScannedLine } from "@/lib/importing/recognise/scan";

/** A text as recognisers see it. */
export function scanned(text: string): ScannedLine[] {
  return scanLines(
    text.split("\n").map((line, at) => ({ numbers: [at + 1], depth: 0, text: line.trim(), blank: line.trim() === "" })),
  );
}

/** One line of it. */
export function scannedLine(text: string): ScannedLine {
  const [line] = scanned(text);
  if (!line) throw new Error("no line");
  return line;
}
