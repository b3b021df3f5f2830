import { once } from "node:events";
import { connect } from "node:net";
import { Input } from "./sink/input";

/** A mail to be brought to a listener, from nobody, as reports are. */
export type Brought = { to: string; raw: Buffer };

const connections = 20;

/** Brings mails over several connections at once. @returns how many were taken and how many were refused */
export async function flood(port: number, mails: Brought[]): Promise<{ taken: number; refused: number }> {
  const rest = mails.values();
  const counts = await Promise.all(Array.from({ length: connections }, () => bring(port, rest)));
  const taken = counts.reduce((sum, count) => sum + count.taken, 0);
  return { taken, refused: mails.length - taken };
}

async function bring(port: number, mails: IterableIterator<Brought>): Promise<{ taken: number }> {
  const socket = connect(port, "127.0.0.1");
  await once(socket, "connect");
  const input = new Input(socket);
  const say = async (line: string | null): Promise<number> => {
    if (line !== null) socket.write(`${line}\r\n`);
    return readCode(input);
  };
  await say(null);
  await say("EHLO relay.test");
  let taken = 0;
  for (const { to, raw } of mails) {
    await say("MAIL FROM:<>");
    const going = (await say(`RCPT TO:<${to}>`)) === 250 && (await say("DATA")) === 354;
    if (going) taken += Number((await say(`${raw.toString("latin1")}\r\n.`)) === 250);
    else await say("RSET");
  }
  socket.end("QUIT\r\n");
  return { taken };
}

async function readCode(input: Input): Promise<number> {
  for (;;) {
    const line = await input.line();
    if (line === null) throw new Error("the listener hung up");
    if (line[3] !== "-") return Number(line.slice(0, 3));
  }
}
