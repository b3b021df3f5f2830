/** A number of places, of which everybody who works takes one. Those who come late wait in line. */
export class Slots {
  #taken = 0;
  readonly #line: (() => void)[] = [];

  constructor(private readonly most: number) {}

  get idle(): boolean {
    return this.#taken === 0;
  }

  async take(): Promise<void> {
    if (this.#taken < this.most) this.#taken += 1;
    // Whoever gives a place back hands it to the first in line.
    else await new Promise<void>((resolve) => this.#line.push(resolve));
  }

  give(): void {
    const next = this.#line.shift();
    if (next) next();
    else this.#taken -= 1;
  }
}
