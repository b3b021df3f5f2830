/** Too many are waiting already: answer 503 and ask to come back. */
export class Busy extends Error {}

export type Take = <Result>(work: () => Promise<Result>, ahead?: boolean) => Promise<Result>;

/**
 * Lets `atOnce` pieces of work run at a time, the others wait in line; `ahead` goes to the front of the line.
 * @throws Busy when `most` are waiting
 */
export function turns(atOnce: number, most: number): Take {
  const waiting: (() => void)[] = [];
  let running = 0;

  async function enter(ahead: boolean): Promise<void> {
    if (running < atOnce) {
      running += 1;
      return;
    }
    if (waiting.length >= most) throw new Busy();
    // Whoever leaves hands over its place, so `running` stays as it is.
    await new Promise<void>((resolve) => (ahead ? waiting.unshift(resolve) : waiting.push(resolve)));
  }

  function leave(): void {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }

  return async (work, ahead = false) => {
    await enter(ahead);
    try {
      return await work();
    } finally {
      leave();
    }
  };
}
