import { log } from "@/lib/log";
import { classify, type Outcome, type SmtpFailure } from "./classify";
import { Session, type Envelope } from "./session";

const messagesPerSession = 100;
const idleMs = 30_000;

/** A bounded number of sessions with the server that `SMTP_URL` names, kept open while there is work. */
export class Transport {
  readonly #idle: { session: Session; timer: NodeJS.Timeout }[] = [];
  readonly #all = new Set<Session>();
  readonly #waiting: (() => void)[] = [];
  #reaching: Promise<Outcome | null> | null = null;
  #busy = 0;

  /** @param url `smtp:` or `smtps:`, read by nodemailer (`?requireTLS=true` and the like) */
  constructor(
    private readonly url: string,
    readonly connections = 20,
  ) {}

  /**
   * Makes sure that the server lets us in, so that no row passes the fence in vain. Costs nothing while a session is open.
   * @returns null, or what stands in the way: always of the kind `ours`
   */
  async reach(): Promise<Outcome | null> {
    for (const session of this.#all) if (session.alive) return null;
    this.#reaching ??= this.#knock();
    try {
      return await this.#reaching;
    } finally {
      this.#reaching = null;
    }
  }

  /** Hands one message over, as soon as a session is free. Never throws: what happens is an outcome. */
  async send(envelope: Envelope, bytes: Buffer): Promise<Outcome> {
    while (this.#busy >= this.connections) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    this.#busy += 1;
    try {
      const kept = this.#reuse();
      const outcome = await this.#sendOver(kept ?? (await this.#open()), envelope, bytes);
      // The server had ended the kept session meanwhile: nothing of the message was out, a fresh one takes it.
      if (!kept || kept.alive || outcome.kind !== "ours") return outcome;
      return await this.#sendOver(await this.#open(), envelope, bytes);
    } catch (error) {
      return classify(error as SmtpFailure, "connecting");
    } finally {
      this.#busy -= 1;
      this.#waiting.shift()?.();
    }
  }

  /** Ends all sessions, also those in the middle of a message. */
  close(): void {
    for (const session of this.#all) this.#end(session);
  }

  async #knock(): Promise<Outcome | null> {
    try {
      this.#keep(await this.#open());
      return null;
    } catch (error) {
      const outcome = classify(error as SmtpFailure, "connecting");
      log.error({ code: outcome.code, response: outcome.response }, "mail server not available");
      return outcome;
    }
  }

  async #open(): Promise<Session> {
    const session = await Session.open(this.url);
    this.#all.add(session);
    return session;
  }

  async #sendOver(session: Session, envelope: Envelope, bytes: Buffer): Promise<Outcome> {
    const outcome = await session.send(envelope, bytes);
    if (session.alive && session.sent < messagesPerSession) this.#keep(session);
    else this.#end(session);
    return outcome;
  }

  #keep(session: Session): void {
    this.#idle.push({ session, timer: setTimeout(() => this.#end(session), idleMs).unref() });
  }

  #reuse(): Session | undefined {
    for (let kept = this.#idle.pop(); kept; kept = this.#idle.pop()) {
      clearTimeout(kept.timer);
      if (kept.session.alive) return kept.session;
      this.#end(kept.session);
    }
    return undefined;
  }

  #end(session: Session): void {
    this.#all.delete(session);
    session.close();
  }
}
