import type { Duplex } from "node:stream";

const end = Buffer.from("\r\n");
const dot = Buffer.from("\r\n.\r\n");

/** What a client sends, read line by line, and body by body. Null once it is gone. */
export class Input {
  #rest: Buffer = Buffer.alloc(0);
  #gone = false;
  #wake: () => void = () => undefined;

  constructor(stream: Duplex) {
    stream.on("data", (chunk: Buffer) => {
      this.#rest = this.#rest.length > 0 ? Buffer.concat([this.#rest, chunk]) : chunk;
      this.#wake();
    });
    const close = () => {
      this.#gone = true;
      this.#wake();
    };
    // A client that goes without a word is what this is about.
    stream.once("close", close).once("end", close).on("error", close);
  }

  async line(): Promise<string | null> {
    return (await this.#until(() => this.#rest.indexOf(end), end.length))?.toString("latin1") ?? null;
  }

  /** A body without its dot. @param most ends it early, after so many bytes */
  async body(most = Infinity): Promise<Buffer | null> {
    if (most !== Infinity) return this.#until(() => (this.#rest.length >= most ? most : -1), 0);
    return this.#until(() => this.#rest.indexOf(dot), dot.length);
  }

  async #until(find: () => number, skip: number): Promise<Buffer | null> {
    for (let at = find(); ; at = find()) {
      if (at >= 0) {
        const found = this.#rest.subarray(0, at);
        this.#rest = this.#rest.subarray(at + skip);
        return found;
      }
      if (this.#gone) return null;
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
  }
}
