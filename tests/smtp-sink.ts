import type { AddressInfo, Socket } from "node:net";
import PostalMime, { type Email } from "postal-mime";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";

/** A message a sink took over. */
export type SunkMessage = { from: string; to: string; raw: Buffer };

export type SmtpSink = {
  url: string;
  messages: SunkMessage[];
  parsed: () => Promise<Email[]>;
  /** Breaks every connection, as a crash or a cut line does. */
  drop: () => void;
  stop: () => Promise<void>;
};

/** How a sink answers: an SMTP reply such as `451 4.3.0 later`; undefined takes the message. */
export type Answers = {
  mailFrom?: () => string | undefined;
  rcpt?: (address: string) => string | undefined | Promise<string | undefined>;
  dot?: (message: SunkMessage) => string | undefined | Promise<string | undefined>;
};

/** A real SMTP server on loopback that keeps what it is given. */
export async function startSink(answers: Answers = {}, options: SMTPServerOptions = {}): Promise<SmtpSink> {
  const messages: SunkMessage[] = [];
  const sockets = new Set<Socket>();
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    disableReverseLookup: true,
    onMailFrom: (_address, _session, done) => done(refusal(answers.mailFrom?.())),
    onRcptTo: ({ address }, _session, done) =>
      void Promise.resolve(answers.rcpt?.(address)).then((reply) => done(refusal(reply))),
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        const { mailFrom, rcptTo } = session.envelope;
        const message = {
          from: mailFrom ? mailFrom.address : "",
          to: rcptTo[0]?.address ?? "",
          raw: Buffer.concat(chunks),
        };
        void Promise.resolve(answers.dot?.(message)).then((reply) => {
          if (!reply) messages.push(message);
          done(refusal(reply));
        });
      });
    },
    ...options,
  });
  // A broken connection is what some tests are about.
  server.on("error", () => undefined);
  server.server.on("connection", (socket: Socket) => {
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.server.address() as AddressInfo;
  const drop = () => sockets.forEach((socket) => socket.destroy());
  return {
    drop,
    url: `smtp://127.0.0.1:${port}`,
    messages,
    parsed: () => Promise.all(messages.map(({ raw }) => PostalMime.parse(raw))),
    stop: () =>
      new Promise<void>((done) => {
        server.close(() => done());
        drop();
      }),
  };
}

function refusal(reply: string | undefined): Error | null {
  if (!reply) return null;
  return Object.assign(new Error(reply.slice(4)), { responseCode: Number(reply.slice(0, 3)) });
}
