import pg from "pg";

type Ask = (...given: unknown[]) => Promise<unknown>;

/**
 * A connection that is asked one question at a time. Prisma asks for several relations of a row at once, in a transaction too,
 * which has one connection: pg lines such questions up, warns, and will do so no longer from version 9 on. Besides, a
 * question's time now runs from when it is sent.
 */
export class ClientInTurn extends pg.Client {
  #before: Promise<unknown> = Promise.resolve();

  constructor(config?: string | pg.ClientConfig) {
    super(config);
    const ask = this.query.bind(this) as unknown as Ask;
    this.query = ((...given: unknown[]) => {
      // A cursor, or whoever waits by a callback, keeps the order itself.
      if (given.some(hasCallback)) return ask(...given);
      const answer = this.#before.then(() => ask(...given));
      // Whoever asked is told of it; the next question is asked all the same.
      this.#before = answer.catch(() => undefined);
      return answer;
    }) as pg.Client["query"];
  }
}

function hasCallback(given: unknown): boolean {
  if (typeof given === "function") return true;
  return typeof given === "object" && given !== null && ("callback" in given || "submit" in given);
}
