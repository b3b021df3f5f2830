import { setTimeout as after } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { classify, type OutcomeKind, type Outcome, type SmtpFailure } from "@/lib/delivery/classify";
import { Session } from "@/lib/delivery/session";
import { type Dialogue, drop, dropAfter, type Move, type Script, startDialogue } from "@/tests/dialogue";
import { startSink } from "@/tests/smtp-sink";

vi.hoisted(() => void (process.env.PATIENCE_SECONDS = "1"));

const body = Buffer.from(`Subject: Please\r\n\r\n${"I ask you not to send him back.\r\n".repeat(200)}`);
const envelope = { from: "letters@appeals.test", to: "minister@mfa.example.org" };

type Row = [
  what: string,
  script: Script,
  kind: OutcomeKind,
  // Whether an octet of the body was on its way, and whether the conversation goes on with the next message.
  after: { body: boolean; usable: boolean; query?: string; code?: number | null },
];

const out = { body: true, usable: false };
const kept = { body: false, usable: false };
const next = { body: false, usable: true };
const nextAfterBody = { body: true, usable: true };

/** Octets one at a time, ten in a second, that never make a whole reply. */
const drip: Move = (socket) => {
  const turn = setInterval(() => socket.write("2"), 100);
  socket.once("close", () => clearInterval(turn));
};
const inPieces =
  (...pieces: string[]): Move =>
  (socket) =>
    pieces.reduce((at, piece) => (setTimeout(() => socket.write(piece), at), at + 20), 0);

/** The fence, which asks the database: a server that speaks ahead has been heard by then. */
const fence = () => after(5, true);

const rows: Row[] = [
  ["all goes well", {}, "accepted", nextAfterBody],
  ["greeting 421", { greeting: "421 4.3.2 busy" }, "ours", kept],
  ["greeting 554", { greeting: "554 5.7.1 not you" }, "ours", kept],
  ["greeting of another protocol", { greeting: "SSH-2.0-OpenSSH" }, "ours", kept],
  ["greeting without a code", { greeting: "hello" }, "ours", kept],
  ["a drop at the greeting", { greeting: drop }, "ours", kept],
  ["no greeting at all", { greeting: null }, "ours", kept],
  ["a greeting of one endless line", { greeting: "2".repeat(10 << 20) }, "ours", kept],
  ["a greeting of endless lines", { greeting: "220-hello\r\n".repeat(1 << 20) }, "ours", kept],
  ["a greeting an octet at a time", { greeting: drip }, "ours", kept],
  ["a drop at EHLO", { EHLO: drop }, "ours", kept],
  ["silence at EHLO", { EHLO: null }, "ours", kept],
  ["EHLO 421", { EHLO: "421 4.3.2 closing" }, "ours", kept],
  ["no STARTTLS where it is required", { STARTTLS: "502 5.5.1 what" }, "ours", { ...kept, query: "?requireTLS=true" }],
  ["STARTTLS 454 where it is required", {}, "ours", { ...kept, query: "?requireTLS=true" }],
  ["STARTTLS offered and refused", { EHLO: "250-sink.test\r\n250 STARTTLS" }, "ours", kept],
  ["EHLO unknown where TLS is required", { EHLO: "502 what" }, "ours", { ...kept, query: "?requireTLS=true" }],
  ["a TLS that is none", { STARTTLS: "220 go\r\nplain words" }, "ours", { ...kept, query: "?requireTLS=true" }],
  ["MAIL FROM 450", { MAIL: "450 4.2.0 later" }, "temporary", next],
  ["MAIL FROM 550", { MAIL: "550 5.7.1 not you" }, "ours", next],
  ["MAIL FROM 553 5.1.8", { MAIL: "553 5.1.8 sender's domain" }, "ours", next],
  ["RCPT 553 5.1.8 about the sender", { RCPT: "553 5.1.8 sender's domain" }, "policy", next],
  ["MAIL FROM 421", { MAIL: "421 4.7.0 slow down" }, "temporary", kept],
  ["MAIL FROM 530", { MAIL: "530 5.7.0 log in" }, "ours", next],
  ["RCPT 450", { RCPT: "450 4.2.0 greylisted" }, "temporary", next],
  ["RCPT 451 4.7.1", { RCPT: "451 4.7.1 too fast" }, "temporary", next],
  ["RCPT 421", { RCPT: "421 4.7.0 too many" }, "temporary", kept],
  ["RCPT 550 5.1.1", { RCPT: "550 5.1.1 no such user" }, "address", next],
  ["RCPT 550 5.7.1", { RCPT: "550 5.7.1 refused" }, "policy", next],
  ["RCPT 550 5.2.1", { RCPT: "550 5.2.1 closed" }, "address", next],
  ["RCPT 552 5.2.2", { RCPT: "552 5.2.2 full" }, "temporary", next],
  ["RCPT 552 alone", { RCPT: "552 full" }, "temporary", next],
  ["RCPT 550 alone", { RCPT: "550 no such user" }, "address", next],
  ["RCPT 550 alone, of a list", { RCPT: "550 blocked by our block list" }, "policy", next],
  ["RCPT 550 5.4.1", { RCPT: "550 5.4.1 Recipient address rejected: Access denied" }, "policy", next],
  ["RCPT 554 alone", { RCPT: "554 refused" }, "policy", next],
  ["RCPT 503", { RCPT: "503 5.5.1 MAIL first" }, "ours", next],
  ["a drop at RCPT", { RCPT: drop }, "ours", kept],
  ["silence at RCPT", { RCPT: null }, "ours", kept],
  ["RCPT an octet at a time", { RCPT: drip }, "ours", kept],
  ["DATA 452", { DATA: "452 4.3.1 no room" }, "temporary", next],
  ["DATA 554", { DATA: "554 5.5.1 no valid recipients" }, "policy", next],
  ["DATA 250", { DATA: "250 ok" }, "ours", kept],
  ["a drop before 354", { DATA: drop }, "ours", kept],
  ["silence before 354", { DATA: null }, "ours", kept],
  ["an answer nobody asked for, before 354", { RCPT: "250 ok\r\n250 and again" }, "ours", kept],
  ["two answers at once to DATA", { DATA: "354 go on\r\n250 queued" }, "ours", kept],
  ["a refusal at once after 354", { DATA: "354 go on\r\n554 5.7.1 no" }, "policy", kept],
  ["a drop in the body", { DATA: dropAfter(1), dot: null }, "ambiguous", out],
  ["a drop after the dot", { dot: drop }, "ambiguous", out],
  ["silence after the dot", { dot: null }, "ambiguous", out],
  ["an octet at a time after the dot", { dot: drip }, "ambiguous", out],
  ["dot 451", { dot: "451 4.3.0 later" }, "temporary", nextAfterBody],
  ["dot 421", { dot: "421 4.3.2 closing" }, "temporary", out],
  ["dot 550 5.7.1", { dot: "550 5.7.1 spam" }, "policy", nextAfterBody],
  ["dot 554", { dot: "554 refused" }, "policy", nextAfterBody],
  ["dot 550 alone", { dot: "550 refused" }, "policy", nextAfterBody],
  ["dot 550 5.1.1", { dot: "550 5.1.1 no such user" }, "address", nextAfterBody],
  ["dot 552 5.2.2", { dot: "552 5.2.2 full" }, "temporary", nextAfterBody],
  ["dot 552 5.3.4", { dot: "552 5.3.4 too big" }, "policy", nextAfterBody],
  ["dot 2x0", { dot: "2x0 ok" }, "ambiguous", { ...out, code: null }],
  ["dot 250ok", { dot: "250ok" }, "ambiguous", { ...out, code: null }],
  ["dot 99", { dot: "99 hi" }, "ambiguous", { ...out, code: null }],
  ["dot 354", { dot: "354 go on" }, "ambiguous", out],
  ["dot without words", { dot: "250" }, "accepted", nextAfterBody],
  ["octets that are no text", { dot: "\u0000\u00ff\u00fe\u0007" }, "ambiguous", { ...out, code: null }],
  ["an endless line after the dot", { dot: "2".repeat(10 << 20) }, "ambiguous", out],
  ["RCPT 55", { RCPT: "55 no" }, "ours", { ...kept, code: null }],
  ["RCPT octets that are no text", { RCPT: "\u0000\u00ff\u00fe\u0007" }, "ours", { ...kept, code: null }],
  ["lines that agree", { dot: "250-2.0.0 one\r\n250 2.0.0 two" }, "accepted", nextAfterBody],
  ["lines that disagree, yes first", { dot: "250-one\r\n550 two" }, "ambiguous", { ...out, code: null }],
  ["lines that disagree, no first", { dot: "550-one\r\n250 two" }, "ambiguous", { ...out, code: null }],
  ["lines that disagree at RCPT", { RCPT: "550-5.1.1 one\r\n250 two" }, "ours", { ...kept, code: null }],
  [
    "a reply in pieces",
    { dot: inPieces("2", "50-2.0", ".0 one\r", "\n250 ", "2.0.0 two\r", "\n") },
    "accepted",
    nextAfterBody,
  ],
  ["a reply that is cut off", { dot: (socket) => socket.end("250 2.0.0 que") }, "ambiguous", out],
  ["a refusal that is cut off", { RCPT: (socket) => socket.end("550 5.1.1 no su") }, "address", kept],
];

let server: Dialogue;
afterEach(() => server.stop());
beforeAll(() => setFlagsFromString("--expose-gc"));

/** One message to this server: what became of it, and whether the session can take the next one. */
async function converse(url: string): Promise<{ outcome: Outcome; usable: boolean }> {
  try {
    const session = await Session.open(url);
    const { outcome } = await session.send({ ...envelope }, body, fence);
    const usable = session.alive;
    session.close();
    if (!outcome) throw new Error("kept back by a fence that lets everything pass");
    return { outcome, usable };
  } catch (error) {
    return { outcome: classify(error as SmtpFailure, "connecting"), usable: false };
  }
}

describe("what a server does, and what is made of it", () => {
  test.each(rows)("%s", async (_what, script, kind, { body: leaves, usable, query = "", code }) => {
    server = await startDialogue(script);
    const ended = await converse(`smtp://127.0.0.1:${server.port}${query}`);
    expect({ kind: ended.outcome.kind, usable: ended.usable }).toEqual({ kind, usable });
    expect(server.bodyOctets() > 0).toBe(leaves);
    if (code !== undefined) expect(ended.outcome.code).toBe(code);
    expect(ended.outcome.response.length).toBeLessThanOrEqual(300);
    if (query) expect(server.commands).not.toContain("MAIL");
  });

  test.each([
    ["login 535", "535 5.7.8 wrong", "ours"],
    ["login 454", "454 4.7.0 later", "ours"],
    ["a drop at the login", drop, "ours"],
  ] as [string, Move, OutcomeKind][])("%s", async (_what, AUTH, kind) => {
    server = await startDialogue({ AUTH, EHLO: "250-sink.test\r\n250 AUTH PLAIN" });
    const { outcome } = await converse(`smtp://desk:secret@127.0.0.1:${server.port}`);
    expect(outcome.kind).toBe(kind);
    expect(server.commands).not.toContain("MAIL");
  });

  test("a login is not shown to a server whose TLS fails", async () => {
    server = await startDialogue({ EHLO: "250-sink.test\r\n250-STARTTLS\r\n250 AUTH PLAIN" });
    const { outcome } = await converse(`smtp://desk:secret@127.0.0.1:${server.port}`);
    expect(outcome.kind).toBe("ours");
    expect(server.commands).toEqual(["EHLO", "STARTTLS"]);
  });

  test("a flood takes no memory", async () => {
    server = await startDialogue({ dot: flood });
    const collect = runInNewContext("gc") as () => void;
    collect();
    const before = process.memoryUsage().rss;
    const { outcome } = await converse(`smtp://127.0.0.1:${server.port}`);
    expect(outcome.kind).toBe("ambiguous");
    collect();
    expect(process.memoryUsage().rss - before).toBeLessThan(64 << 20);
  });

  test("a message after one that was refused is taken", async () => {
    server = await startDialogue({ RCPT: turns("550 5.1.1 no such user", "250 2.1.5 ok") });
    const session = await Session.open(`smtp://127.0.0.1:${server.port}`);
    const kinds: unknown[] = [];
    for (const _turn of [1, 2]) {
      kinds.push((await session.send({ ...envelope }, body, fence)).outcome?.kind);
    }
    session.close();
    expect(kinds).toEqual(["address", "accepted"]);
  });
});

test("a certificate nobody vouches for ends the conversation before the letter", async () => {
  server = await startDialogue({});
  const sink = await startSink({}, { disabledCommands: [], authOptional: true });
  const { outcome } = await converse(`${sink.url}?requireTLS=true`);
  await sink.stop();
  expect(outcome.kind).toBe("ours");
  expect(sink.messages).toEqual([]);
});

/** These replies, one after the other. */
function turns(...replies: string[]): Move {
  return (socket) => socket.write(`${replies.shift()}\r\n`);
}

/** A reply without an end, as fast as the client reads. */
function flood(socket: Parameters<Extract<Move, (...args: never[]) => void>>[0]): void {
  const piece = Buffer.alloc(64 * 1024, "250-more\r\n");
  const write = () => {
    while (!socket.destroyed && socket.write(piece));
  };
  socket.on("drain", write);
  write();
}
