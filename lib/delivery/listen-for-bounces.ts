import { once } from "node:events";
import type { Readable } from "node:stream";
import { SMTPServer } from "smtp-server";
import { env } from "@/lib/env";
import { log } from "@/lib/log";
import { wait } from "@/lib/process/repeat";
import { readReturnPath } from "./return-path";
import { largestBounce, takeBounce } from "./take-bounce";

const limits = { size: largestBounce, maxClients: 20, maxRecipients: 10, socketTimeout: 60_000, closeTimeout: 2000 };
const takenWaitMs = 30_000;

export type BounceListener = { port: number; close: () => Promise<void> };

/**
 * Listens for reports on what we sent (RFC 5321), and takes mail for return paths of ours alone: nothing can be relayed
 * through it. It offers neither TLS nor a login: it stands behind a mail server, on the same machine unless `BOUNCE_HOST` says
 * otherwise.
 * @throws Error when it cannot listen there
 */
export async function listenForBounces(port: number): Promise<BounceListener> {
  const server = new SMTPServer({
    ...limits,
    banner: "Reports on letters only",
    authOptional: true,
    disabledCommands: ["AUTH", "STARTTLS"],
    disableReverseLookup: true,
    logger: false,
    onRcptTo({ address }, _session, done) {
      done(readReturnPath(address) ? null : refusal(550, "5.1.1 No such address"));
    },
    onData(stream, session, done) {
      const to = session.envelope.rcptTo.map(({ address }) => address);
      takeAll(stream, to).then(done, (err: unknown) => {
        log.error({ err }, "a report could not be taken");
        done(later());
      });
    },
  });
  server.on("error", (err) => log.info({ err }, "listening for reports"));
  server.listen(port, env().BOUNCE_HOST);
  await once(server.server, "listening");
  const bound = server.server.address();
  return {
    port: bound && typeof bound === "object" ? bound.port : port,
    close: () => new Promise<void>((done) => server.close(() => done())),
  };
}

/** Listens until the signal says stop. While the port is another worker's, that one does the work, and this one waits. */
export async function takeBounces(port: number, signal: AbortSignal): Promise<void> {
  const listener = await listenForBounces(port).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code !== "EADDRINUSE") throw error;
    return null;
  });
  if (!listener) {
    log.warn({ port }, "the port for reports is taken");
    return wait(takenWaitMs, signal);
  }
  log.info({ port: listener.port }, "listening for reports");
  if (!signal.aborted) await once(signal, "abort");
  await listener.close();
}

async function takeAll(stream: Readable, to: string[]): Promise<Error | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= largestBounce) chunks.push(chunk);
  }
  if (size > largestBounce) return refusal(552, "5.3.4 Too large");
  for (const address of to) {
    if ((await takeBounce(Buffer.concat(chunks), address)) === "later") return later();
  }
  return null;
}

/** A mail server that is told so brings it again within minutes, for days. */
function later(): Error {
  return refusal(451, "4.3.0 Try again later");
}

function refusal(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode });
}
