import { env } from "@/lib/env";
import { log } from "@/lib/log";
import { failpoint } from "@/lib/process/failpoint";
import { Slots } from "@/lib/process/slots";
import { classify, type Outcome, type SmtpFailure } from "./classify";
import { Session, type Sent } from "./session";

const messagesPerSession = 100;
const idleMs = 30_000;

/** How handing a message over went, and whether our own mail server let us in at all. */
export type Handed = Sent & { reached: boolean };

type Message = Parameters<Session["send"]>;

/** A bounded number of sessions with the server that `SMTP_URL` names, kept open while there is work. */
export class Transport {
  readonly #idle: { session: Session; timer: NodeJS.Timeout }[] = [];
  readonly #all = new Set<Session>();
  readonly #places: Slots;
  readonly #lanes = new Map<string, Slots>();
  #shut: Outcome | null = null;
  #refused: Outcome | null = null;
  #closed = false;
  #trying: Promise<void> | null = null;

  /**
   * @param url `smtp:` or `smtps:`, read by nodemailer (`?requireTLS=true` and the like)
   * @param connections in all
   * @param laneConnections for one mail domain
   */
  constructor(
    private readonly url: string,
    readonly connections = 20,
    readonly laneConnections = env().LANE_CONNECTIONS,
  ) {
    this.#places = new Slots(connections);
  }

  /** Why our own mail server takes nothing: no session could be opened, or its last word was no to us, not to an address. */
  get failure(): Outcome | null {
    return this.#shut ?? this.#refused;
  }

  /**
   * Hands one message over, as soon as a session is free. What happens is an outcome.
   * @param lane of which only some are handed over at the same time
   * @param mayLeave the fence, asked when the server has answered DATA and before any byte of the body
   * @throws what the fence threw
   */
  async send(lane: string, ...message: Message): Promise<Handed> {
    const slots = this.#lanes.get(lane) ?? new Slots(this.laneConnections);
    this.#lanes.set(lane, slots);
    await slots.take();
    await this.#places.take();
    try {
      return await this.#hand(message);
    } finally {
      this.#places.give();
      slots.give();
      if (slots.idle) this.#lanes.delete(lane);
    }
  }

  /** Ends all sessions, also those in the middle of a message. What comes later is kept back. */
  close(): void {
    this.#closed = true;
    for (const session of this.#all) this.#end(session);
  }

  async #hand(message: Message): Promise<Handed> {
    if (this.#closed) return { outcome: null, passed: false, reached: true };
    const kept = this.#reuse();
    if (!kept) return this.#handAnew(message);
    const sent = await this.#sendOver(kept, message);
    // The server had ended the kept session meanwhile: nothing of the message was out, a fresh one takes it.
    if (!kept.alive && !sent.passed && sent.outcome?.kind === "ours") return this.#handAnew(message);
    return { ...sent, reached: true };
  }

  async #handAnew(message: Message): Promise<Handed> {
    const session = await this.#openOne();
    if (!(session instanceof Session)) return { outcome: session, passed: false, reached: false };
    return { ...(await this.#sendOver(session, message)), reached: true };
  }

  /** While no session is open one is tried at a time: a server that is down is not knocked at by all. */
  async #openOne(): Promise<Session | Outcome> {
    while (this.#all.size === 0 && this.#trying) await this.#trying;
    const opening = this.#open();
    const trying = opening.then(() => undefined);
    this.#trying = trying;
    const opened = await opening;
    if (this.#trying === trying) this.#trying = null;
    return opened;
  }

  async #open(): Promise<Session | Outcome> {
    try {
      const session = await Session.open(this.url);
      this.#all.add(session);
      if (process.env.FAILPOINTS) await failpoint("after-connect");
      this.#shut = null;
      return session;
    } catch (error) {
      const outcome = classify(error as SmtpFailure, "connecting");
      this.#shut = outcome;
      log.error({ code: outcome.code, response: outcome.response }, "mail server not available");
      return outcome;
    }
  }

  async #sendOver(session: Session, message: Message): Promise<Sent> {
    try {
      const sent = await session.send(...message);
      if (sent.outcome?.code) this.#refused = sent.outcome.kind === "ours" ? sent.outcome : null;
      return sent;
    } finally {
      if (session.alive && session.sent < messagesPerSession) this.#keep(session);
      else this.#end(session);
    }
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
