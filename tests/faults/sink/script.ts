/** Where in a conversation a rule holds. `body` is the time between 354 and the dot. */
export type Point = "connect" | "ehlo" | "starttls" | "auth" | "mail" | "rcpt" | "data" | "body" | "dot";

/** What a sink does otherwise than taking everything at once. The first rule that holds is followed. */
export type Rule = {
  at: Point;
  /** Only for letters to this mail domain; from `rcpt` on. */
  domain?: string;
  /** Lets so many pass before it holds. */
  skip?: number;
  /** Holds so many times, then no more. */
  times?: number;
  /** Holds each so many times only. */
  every?: number;
  /** Before anything is said. */
  delayMs?: number;
  /** Said in place of the usual reply, without the line's end. */
  reply?: string;
  /** Between the bytes of the reply. */
  byteMs?: number;
  /** So many bytes of nonsense before the reply, in lines that continue it. */
  floodBytes?: number;
  /** Cuts the connection: in place of a reply, or after the one given. At `body`, after so many bytes of it. */
  drop?: true;
  afterBytes?: number;
  /** The harness is told, the first time it holds. */
  tell?: true;
  /** The letter is kept, whatever is said: somebody will read it. */
  taken?: true;
};

/** How a sink speaks of encryption: not at all, with a certificate that can be trusted, or with one that cannot. */
export type Encryption = "none" | "good" | "bad";

/** What the harness tells a sink. Everything that is not said stays as it was. */
export type Order = {
  /** Repeated in the answer. */
  id: number;
  rules?: Rule[];
  /** The file accepted letters are noted in, from now on. */
  log?: string;
  encryption?: Encryption;
  /** Whether a login is offered. */
  login?: boolean;
  /** Cuts every connection there is. */
  dropAll?: true;
};

/** One letter a sink has taken, as it stands in its log: a line of JSON. */
export type Taken = {
  /** Milliseconds since 1970. */
  at: number;
  messageId: string;
  /** SHA-256 of the body as it came, in hexadecimal. */
  digest: string;
  /** The same without the line that says when it was written. */
  words: string;
  from: string;
  to: string;
  /** What the client was told: the reply, or `dropped`. */
  said: string;
};

type Counted = Rule & { seen: number; held: number };

/** Rules with the count of how often each was met. */
export class Script {
  #rules: Counted[] = [];

  set(rules: Rule[]): void {
    this.#rules = rules.map((rule) => ({ ...rule, seen: 0, held: 0 }));
  }

  /** How often any of them has held. */
  get held(): number {
    return this.#rules.reduce((sum, { held }) => sum + held, 0);
  }

  /** The rule that holds here and now, if one does. */
  at(point: Point, domain = ""): Rule | undefined {
    return this.#rules.find((rule) => rule.at === point && (!rule.domain || rule.domain === domain) && holds(rule));
  }
}

function holds(rule: Counted): boolean {
  rule.seen += 1;
  const turn = rule.seen - (rule.skip ?? 0);
  if (turn < 1 || turn % (rule.every ?? 1) !== 0 || rule.held >= (rule.times ?? Infinity)) return false;
  rule.held += 1;
  return true;
}
