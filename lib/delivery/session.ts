import { Readable } from "node:stream";
import { parseConnectionUrl } from "nodemailer/lib/shared";
import SMTPConnection from "nodemailer/lib/smtp-connection";
import { acceptedOutcome, classify, type Outcome, type SmtpFailure } from "./classify";

// RFC 5321 §4.5.3.2 asks for ten minutes of patience after the dot; a greeting later than half a minute will not come.
const timeouts = {
  connectionTimeout: 30_000,
  greetingTimeout: 30_000,
  socketTimeout: 600_000,
  socketCloseTimeout: 1000,
};

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
  ) {
    super();
  }

  override pipe<T extends NodeJS.WritableStream>(server: T): T {
    this.verdict = this.#ask(server);
    return server;
  }

  /** nodemailer destroys this stream when the connection goes while the fence is being asked. */
  async #ask(server: NodeJS.WritableStream): Promise<Verdict> {
    const verdict = await this.mayLeave().then(
      (passed): Verdict => ({ passed }),
      (fault: unknown): Verdict => ({ passed: false, fault }),
    );
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
    const connection = new SMTPConnection({ ...options, ...timeouts });
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

  get alive(): boolean {
    return !this.connection.destroyed;
  }

  /**
   * Hands one message over: what happens is an outcome.
   * @param mayLeave the fence, asked when the server has answered DATA and before any byte of the body
   * @throws what the fence threw; no byte of the body was out then
   */
  async send(envelope: Envelope, bytes: Buffer, mayLeave: () => Promise<boolean>): Promise<Sent> {
    const body = new Body(bytes, mayLeave, () => this.#breakOff());
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
      if (body.begun) return acceptedOutcome(response);
      // A server that answers before it was told anything is out of step (RFC 5321 §4.3.1): its next word may be anybody's.
      this.close();
      return classify({ code: "EPROTOCOL", response }, "envelope");
    } catch (error) {
      return classify(error as SmtpFailure, body.begun ? "body" : "envelope");
    }
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
    if (code === null || code === 421 || !this.alive) return this.close();
    try {
      await this.#run<boolean>((done) => this.connection.reset(done));
    } catch {
      this.close();
    }
  }

  #run<T>(start: (done: (error?: Error | null, value?: T) => void) => void): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      this.#fail = reject;
      start((error, value) => (error ? reject(error) : resolve(value as T)));
    });
  }
}

function closedError(): Error {
  return Object.assign(new Error("connection closed"), { code: "ECONNECTION" });
}
