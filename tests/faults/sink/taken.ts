import { closeSync, existsSync, openSync, readSync } from "node:fs";
import type { Taken } from "./script";

/** The log of a sink, read on from where it was read before. */
export class TakenLog {
  readonly letters: Taken[] = [];
  #offset = 0;
  #rest = "";

  constructor(readonly file: string) {}

  /** How many letters the sink has taken so far, copies among them. */
  count(): number {
    this.read();
    return this.letters.length;
  }

  /** Every letter so far, in the order taken. */
  read(): Taken[] {
    if (!existsSync(this.file)) return this.letters;
    const file = openSync(this.file, "r");
    const chunk = Buffer.alloc(1 << 20);
    for (let bytes = readSync(file, chunk, 0, chunk.length, this.#offset); bytes > 0;) {
      this.#offset += bytes;
      this.#take(chunk.subarray(0, bytes).toString());
      bytes = readSync(file, chunk, 0, chunk.length, this.#offset);
    }
    closeSync(file);
    return this.letters;
  }

  #take(text: string): void {
    const lines = (this.#rest + text).split("\n");
    this.#rest = lines.pop() ?? "";
    for (const line of lines) this.letters.push(JSON.parse(line) as Taken);
  }
}
