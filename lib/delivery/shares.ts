/**
 * How many rows of each lane are at work in this process, so that one slow mail domain does not take every place while others
 * wait.
 */
export class Shares {
  readonly #atWork = new Map<string, number>();
  #freed: (() => void) | null = null;

  constructor(private readonly most: number) {}

  /** Takes the first row whose lane has room out of the list, as soon as there is one. */
  async next<Row extends { lane: string }>(rows: Row[]): Promise<Row> {
    for (;;) {
      const at = rows.findIndex(({ lane }) => (this.#atWork.get(lane) ?? 0) < this.most);
      const [row] = at < 0 ? [] : rows.splice(at, 1);
      if (row) {
        this.#atWork.set(row.lane, (this.#atWork.get(row.lane) ?? 0) + 1);
        return row;
      }
      await new Promise<void>((resolve) => (this.#freed = resolve));
    }
  }

  give({ lane }: { lane: string }): void {
    const left = (this.#atWork.get(lane) ?? 1) - 1;
    if (left > 0) this.#atWork.set(lane, left);
    else this.#atWork.delete(lane);
    this.#freed?.();
  }
}
