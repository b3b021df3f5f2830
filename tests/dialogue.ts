import { createServer, type AddressInfo, type Socket } from "node:net";

/** What a server does at one point: sends these lines, never answers, or something of its own. */
export type Move = string | null | ((socket: Socket) => void);

/** The points at which a server speaks; what is left out goes well. */
export type Script = Partial<
  Record<"greeting" | "EHLO" | "STARTTLS" | "AUTH" | "MAIL" | "RCPT" | "DATA" | "RSET" | "dot", Move>
>;

export type Dialogue = {
  port: number;
  /** The first word of each command, in order. */
  commands: string[];
  /** Octets that came after a 354, or after what the client took for one. */
  bodyOctets: () => number;
  stop: () => Promise<void>;
};

const well: Record<keyof Script, string> = {
  greeting: "220 sink.test ESMTP",
  EHLO: "250-sink.test\r\n250 8BITMIME",
  STARTTLS: "454 4.7.0 not available",
  AUTH: "235 2.7.0 welcome",
  MAIL: "250 2.1.0 ok",
  RCPT: "250 2.1.5 ok",
  DATA: "354 go on",
  RSET: "250 2.0.0 ok",
  dot: "250 2.0.0 queued",
};

export const drop: Move = (socket) => void socket.destroy();

/** Cuts the line once so many octets of the body are through. */
export const dropAfter =
  (octets: number): Move =>
  (socket) => {
    let seen = 0;
    socket.write("354 go on\r\n");
    socket.on("data", (chunk) => {
      seen += chunk.length;
      if (seen >= octets) socket.destroy();
    });
  };

/** A server of bare sockets that says what it is told to, well-formed or not. */
export async function startDialogue(script: Script): Promise<Dialogue> {
  const sockets = new Set<Socket>();
  const commands: string[] = [];
  let body = 0;
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
    // A connection the client cuts is what some dialogues are about.
    socket.on("error", () => undefined);
    let typed = "";
    let inBody = false;
    const say = (point: keyof Script) => {
      const move = point in script ? script[point] : well[point];
      if (typeof move === "string") socket.write(`${move}\r\n`);
      else move?.(socket);
    };
    say("greeting");
    socket.on("data", (chunk: Buffer) => {
      typed += chunk.toString("latin1");
      if (inBody) body += chunk.length;
      while (inBody ? /(?:^|\r\n)\.\r\n/.test(typed) : typed.includes("\r\n")) {
        const end = inBody ? typed.indexOf(".\r\n", typed.indexOf("\r\n.\r\n")) + 3 : typed.indexOf("\r\n") + 2;
        const word = inBody ? "dot" : typed.slice(0, end).trim().split(" ", 1)[0]?.toUpperCase();
        typed = typed.slice(end);
        inBody = false;
        commands.push(word ?? "");
        say(word && word in well ? (word as keyof Script) : "RSET");
        inBody = word === "DATA" && !/^[45]/.test(String(script.DATA ?? well.DATA));
        if (inBody) body += typed.length;
      }
    });
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return {
    port: (server.address() as AddressInfo).port,
    commands,
    bodyOctets: () => body,
    stop: () =>
      new Promise<void>((done) => {
        server.close(() => done());
        sockets.forEach((socket) => socket.destroy());
      }),
  };
}
