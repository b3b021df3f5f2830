import { openSync, readFileSync, writeSync } from "node:fs";
import { createServer, type AddressInfo, type Socket } from "node:net";
import { join } from "node:path";
import { createSecureContext, TLSSocket } from "node:tls";
import { converse, type Host } from "./converse";
import { Script, type Encryption, type Order } from "./script";

// A mail server in a process of its own that notes every letter it takes, and misbehaves as it is told.
const script = new Script();
const sockets = new Set<Socket>();
let encryption: Encryption = "none";
let login = false;
let file: number | undefined;

const host: Host = {
  script,
  offers: (encrypted) => [
    ...(encryption !== "none" && !encrypted ? ["STARTTLS"] : []),
    ...(login ? ["AUTH PLAIN LOGIN"] : []),
  ],
  get encrypt() {
    if (encryption === "none") return null;
    const secureContext = contextOf(encryption);
    return (socket: Socket) => new TLSSocket(socket, { isServer: true, secureContext });
  },
  met: (point) => void process.send?.({ met: point }),
  note: (taken) => void (file !== undefined && writeSync(file, `${JSON.stringify(taken)}\n`)),
};

function contextOf(name: Encryption): ReturnType<typeof createSecureContext> {
  const [key, cert] = ["key", "crt"].map((end) => readFileSync(join(import.meta.dirname, "tls", `${name}.${end}`)));
  return createSecureContext({ key, cert });
}

function obey(order: Order): void {
  if (order.log) file = openSync(order.log, "a");
  const { held } = script;
  if (order.rules) script.set(order.rules);
  encryption = order.encryption ?? encryption;
  login = order.login ?? login;
  if (order.dropAll) sockets.forEach((socket) => socket.destroy());
  process.send?.({ done: order.id, held });
}

const server = createServer((socket) => {
  socket.setNoDelay(true);
  sockets.add(socket);
  // A client that goes without a word is what this is about.
  socket.on("error", () => socket.destroy()).once("close", () => sockets.delete(socket));
  void converse(host, socket);
});

process.on("message", obey);
process.once("disconnect", () => process.exit());
server.listen(0, "127.0.0.1", () => process.send?.({ port: (server.address() as AddressInfo).port }));
