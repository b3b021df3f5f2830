import { Readable } from "node:stream";
import { parseConnectionUrl } from "nodemailer/lib/shared";
import SMTPConnection from "nodemailer/lib/smtp-connection";
import { env } from "@/lib/env";
import { failpoint } from "@/lib/process/failpoint";
import { acceptedOutcome, classify, isYes, type Outcome, type SmtpFailure } from "./classify";

// A reply has to fit (RFC 5321 §4.5.3.1.5 asks for 512 octets a line); whoever sends more says nothing.
const mostReplyBytes = 64 * 1024;
const greetingSeconds = 30;

/**
 * How long the server may be silent: ten minutes, as RFC 5321 §4.5.3.2.6 asks after the dot, unless set otherwise. A greeting
 * later than half a minute will not come.
 */
function patience(): SMTPConnection.Options {
  const seconds = env().PATIENCE_SECONDS;
  const greeting = Math.min(greetingSeconds, seconds) * 1000;
  return {
    connectionTimeout: greeting,
    greetingTimeout: greeting,
    socketTimeout: seconds * 1000,
    socketCloseTimeout: 1000,
    maxResponseSize: mostReplyBytes,
  };
}

export type Envelope = { from: string; to: string };

/** What the fence said; `fault` when it could not be asked. */
type Verdict = { passed: boolean; fault?: unknown };

/**
 * The bytes of one message. nodemailer asks for them only when the server has answered DATA with 354: that is when the
 * fence is asked. Before it no byte of the body is out; after it silence is ambiguous.
 */
class Body extends Readable {
  begun = false;
  /** Null until the server asks for the body. */
  verdict: Promise<Verdict> | null = null;

  constructor(
    private readonly bytes: Buffer,
    private readonly mayLeave: () => Promise<boolean>,
    private readonly keepBack: () => void,
    private readonly isAsked: () => boolean,
  ) {
    super();
  }

  /** nodemailer also takes a 250 for a 354. That is the answer to something else, and would send a body nobody asked for. */
  override pipe<T extends NodeJS.WritableStream>(server: T): T {
    if (this.isAsked()) this.verdict = this.#ask(server);
    else this.keepBack();
    return server;
  }

  /** nodemailer destroys this stream when the connection goes while the fence is being asked. */
  async #ask(server: NodeJS.WritableStream): Promise<Verdict> {
    if (process.env.FAILPOINTS) await failpoint("at-354");
    const verdict = await this.mayLeave().then(
      (passed): Verdict => ({ passed }),
      (fault: unknown): Verdict => ({ passed: false, fault }),
    );
    if (process.env.FAILPOINTS && verdict.passed) await failpoint("after-mark");
    if (!verdict.passed) this.keepBack();
    else if (!this.destroyed) {
      this.begun = true;
      server.end(this.bytes);
    }
    return verdict;
  }
}

/** How handing one message over went. */
export type Sent = {
  /** Null when the fence kept it back. */
  outcome: Outcome | null;
  /** Whether the fence let it go, though a connection that broke at that moment may have kept every byte here. */
  passed: boolean;
};

/** One conversation with the mail server, for one message at a time. */
export class Session {
  sent = 0;
  #fail: (reason: Error) => void = () => undefined;

  private constructor(private readonly connection: SMTPConnection) {
    // An error ends what is being waited for; between messages it only ends the session.
    connection.on("error", (error: Error) => this.#fail(error));
    // Later than nodemailer's own callback, which knows what the server said last (421).
    connection.on("end", () => setImmediate(() => this.#fail(closedError())));
  }

  /** @throws SmtpFailure when the server cannot be reached or does not let us in */
  static async open(url: string): Promise<Session> {
    const { auth, ...options } = parseConnectionUrl(url);
    const connection = new SMTPConnection({ ...options, ...patience() });
    const session = new Session(connection);
    try {
      await session.#run<void>((done) => connection.connect(done));
      if (auth && connection.allowsAuth) await session.#run<boolean>((done) => connection.login(auth, done));
      return session;
    } catch (error) {
      connection.close();
      throw error;
    }
  }

  /** Whether what is said is encrypted. */
  get secure(): boolean {
    return this.connection.secure;
  }

  get alive(): boolean {
    return !this.connection.destroyed;
  }

  /**
   * Hands one message over: what happens is an outcome.
   * @param mayLeave the fence, asked when the server has answered DATA and before any byte of the body
   * @throws what the fence threw; no byte of the body was out then
   */
  async send(envelope: Envelope, bytes: Buffer, mayLeave: () => Promise<boolean>): Promise<Sent> {
    const body = new Body(
      bytes,
      mayLeave,
      () => this.#breakOff(),
      () => /^354(?: |$)/.test(String(this.connection.lastServerResponse)),
    );
    this.sent += 1;
    const outcome = await this.#converse(envelope, body);
    const { passed, fault } = (await body.verdict) ?? { passed: false };
    if (fault) throw fault;
    if (body.verdict && !passed) return { outcome: null, passed };
    await this.#readyAgain(outcome);
    return { outcome, passed };
  }

  async #converse(envelope: Envelope, body: Body): Promise<Outcome> {
    try {
      const { response } = await this.#run<{ response: string }>((done) => this.connection.send(envelope, body, done));
      if (body.begun && isYes(response)) return acceptedOutcome(response);
      return this.#outOfStep({ code: "EPROTOCOL", response }, body);
    } catch (error) {
      if (body.verdict && !body.begun) return this.#outOfStep(error as SmtpFailure, body);
      return classify(error as SmtpFailure, body.begun ? "body" : "envelope");
    }
  }

  /**
   * A server that answers before it was told anything, or not as a server answers, is out of step (RFC 5321 §4.3.1): its next
   * word may be anybody's, and a body that has not begun to leave stays here.
   */
  #outOfStep(failure: SmtpFailure, body: Body): Outcome {
    const outcome = classify(failure, body.begun ? "body" : "envelope");
    body.destroy();
    this.close();
    return outcome;
  }

  #breakOff(): void {
    this.close();
    this.#fail(closedError());
  }

  /** Ends the conversation at once. A message on its way fails, by where it was. */
  close(): void {
    this.connection.close();
  }

  /** A refused message leaves the conversation usable (RFC 5321 §4.1.1.5); anything else ends it. */
  async #readyAgain({ kind, code }: Outcome): Promise<void> {
    if (kind === "accepted") return;
    const refused = code !== null && code >= 400 && code !== 421;
    if (!refused || !this.alive) return this.close();
    try {
      await this.#run<boolean>((done) => this.connection.reset(done));
    } catch {
      this.close();
    }
  }

  /** Silence ends by itself; who talks without ever coming to an end gets twice the time. */
  async #run<T>(start: (done: (error?: Error | null, value?: T) => void) => void): Promise<T> {
    const { promise, resolve, reject } = Promise.withResolvers<T>();
    this.#fail = reject;
    const end = setTimeout(() => {
      reject(Object.assign(new Error("no end of it"), { code: "ETIMEDOUT" }));
      this.close();
    }, env().PATIENCE_SECONDS * 2000).unref();
    start((error, value) => (error ? reject(error) : resolve(value as T)));
    try {
      return await promise;
    } finally {
      clearTimeout(end);
    }
  }
}

function closedError(): Error {
  return Object.assign(new Error("connection closed"), { code: "ECONNECTION" });
}
