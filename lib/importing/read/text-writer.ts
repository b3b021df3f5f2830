import { Refusal } from "@/lib/errors";
import { readingLimits } from "@/lib/importing/limits";

/** Puts text together as a reader sees it: inline pieces with their white space as one blank, lines, and empty lines between blocks. */
export class TextWriter {
  readonly #lines: string[] = [];
  /** Pieces of the line that is being written, none empty: a table in one row may have half a million of them. */
  #line: string[] = [];
  /** Whether nothing but white space stands on it. */
  #blank = true;
  /** What an empty line before the next would begin with; null: there is to be none. */
  #gap: string | null = null;
  #size = 0;
  /** What each line begins with: marks of quoting. */
  prefix = "";

  /** Adds text to the line; `kept`: white space and line ends as they stand. */
  text(text: string, kept = false): void {
    if (!kept) return this.#add(this.#line.length === 0 ? blanked(text).trimStart() : blanked(text));
    const [first = "", ...rest] = text.split(/\r\n?|\n/);
    this.#add(first);
    for (const line of rest) {
      this.#flush();
      this.#add(line);
    }
  }

  /** Between cells of a row. */
  tab(): void {
    if (this.#blank) return;
    for (let last = this.#line.pop(); last !== undefined; last = this.#line.pop()) {
      // An empty cell stays one: the next stands under its own head.
      const kept = last.endsWith("\t") ? last : last.trimEnd();
      if (kept === "") continue;
      this.#line.push(kept);
      break;
    }
    this.#add("\t");
  }

  /** Ends the line, if anything stands on it. */
  newLine(): void {
    if (!this.#blank) this.#flush();
    this.#line = [];
  }

  /** Ends the line, also an empty one. */
  lineBreak(): void {
    this.#flush();
  }

  /** Ends the line; before the next stands an empty one. */
  block(): void {
    this.newLine();
    if (this.#gap === null || this.prefix.length < this.#gap.length) this.#gap = this.prefix;
  }

  /** Whether nothing stands on this line yet. */
  get atStart(): boolean {
    return this.#blank;
  }

  toString(): string {
    this.newLine();
    return this.#lines.join("\n");
  }

  #add(text: string): void {
    const piece = text.startsWith(" ") && this.#line.at(-1)?.endsWith(" ") ? text.slice(1) : text;
    if (piece === "") return;
    this.#count(piece.length);
    this.#line.push(piece);
    this.#blank &&= piece.trim() === "";
  }

  #flush(): void {
    const gap = this.#gap?.trimEnd();
    if (gap !== undefined && this.#lines.length > 0 && this.#lines.at(-1) !== gap) this.#put(gap);
    this.#gap = null;
    this.#count(this.prefix.length);
    this.#put(this.prefix + this.#line.join(""));
    this.#line = [];
    this.#blank = true;
  }

  #put(line: string): void {
    this.#lines.push(line.trimEnd());
    if (this.#lines.length > readingLimits.text) throw new Refusal("document-too-long");
  }

  #count(signs: number): void {
    this.#size += signs;
    if (this.#size > readingLimits.text * 2) throw new Refusal("document-too-long");
  }
}

function blanked(text: string): string {
  return text.replace(/[ \t\n\r\f]+/g, " ");
}
