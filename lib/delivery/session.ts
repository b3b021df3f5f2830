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

/**
 * The bytes of one message. nodemailer asks for them only when the server has answered DATA with 354: this is the last
 * moment at which a letter can be kept back. Before it no byte of the body is out; after it silence is ambiguous.
 */
class Body extends Readable {
  begun = false;

  constructor(private readonly bytes: Buffer) {
    super();
  }

  override pipe<T extends NodeJS.WritableStream>(server: T): T {
    this.begun = true;
    server.end(this.bytes);
    return server;
  }
}

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

  /** Hands one message over. Never throws: what happens is an outcome. */
  async send(envelope: Envelope, bytes: Buffer): Promise<Outcome> {
    const body = new Body(bytes);
    this.sent += 1;
    try {
      const { response } = await this.#run<{ response: string }>((done) => this.connection.send(envelope, body, done));
      return acceptedOutcome(response);
    } catch (error) {
      const outcome = classify(error as SmtpFailure, body.begun ? "body" : "envelope");
      await this.#readyAgain(outcome);
      return outcome;
    }
  }

  /** Ends the conversation at once. A message on its way fails, by where it was. */
  close(): void {
    this.connection.close();
  }

  /** A refused message leaves the conversation usable (RFC 5321 §4.1.1.5); anything else ends it. */
  async #readyAgain({ code }: Outcome): Promise<void> {
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
