import { createServer, type AddressInfo, type Socket } from "node:net";

// A mail server in a process of its own that does as little as a server can: it takes everything, after `DELAY` ms at the dot.
const delayMs = Number(process.env.DELAY ?? 0);

function converse(socket: Socket): void {
  socket.setNoDelay(true);
  let inBody = false;
  let rest = "";
  socket.write("220 sink\r\n");
  socket.on("data", (chunk) => {
    rest += chunk.toString("latin1");
    for (;;) {
      const end = inBody ? rest.indexOf("\r\n.\r\n") : rest.indexOf("\r\n");
      if (end < 0) return;
      if (inBody) {
        rest = rest.slice(end + 5);
        inBody = false;
        if (delayMs > 0) setTimeout(() => socket.write("250 taken\r\n"), delayMs);
        else socket.write("250 taken\r\n");
        continue;
      }
      const line = rest.slice(0, end).toUpperCase();
      rest = rest.slice(end + 2);
      if (line === "DATA") {
        inBody = true;
        socket.write("354 go on\r\n");
      } else if (line === "QUIT") socket.end("221 bye\r\n");
      else socket.write("250 fine\r\n");
    }
  });
  // A client that goes without a word is of no interest here.
  socket.on("error", () => socket.destroy());
}

const server = createServer(converse);
server.listen(0, "127.0.0.1", () => process.send?.((server.address() as AddressInfo).port));
process.once("disconnect", () => process.exit());
