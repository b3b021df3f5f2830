import { connect, type Socket } from "node:net";
import { createTransport } from "nodemailer";
import { beforeAll, expect, onTestFinished, test, vi } from "vitest";
import { listenForBounces, takeBounces } from "@/lib/delivery/listen-for-bounces";
import { makeReturnPath } from "@/lib/delivery/return-path";
import { db } from "@/lib/db";
import { log } from "@/lib/log";
import { autoReply, postfixReport } from "@/tests/delivery-reports";
import { makeWorld, type World } from "@/tests/factories";
import { putLetters } from "@/tests/put-letters";

vi.hoisted(() => {
  process.env.BOUNCE_ADDRESS = "bounces@appeals.example.org";
});

let world: World;
let paths: string[];

beforeAll(async () => {
  world = await makeWorld({ signers: 4 });
  const ids = world.signatures.flatMap(({ letters }) => letters.email ?? []);
  await putLetters({ where: { id: { in: ids } }, data: { state: "accepted" } });
  paths = ids.map((id) => makeReturnPath({ table: "letters", id }) ?? "");
});

async function listen(): Promise<number> {
  const { port, close } = await listenForBounces(0);
  onTestFinished(close);
  return port;
}

/** Hands a message over as a mail server does. @returns the answer, also to one that is refused */
async function bring(port: number, to: string | string[], raw: Buffer): Promise<string> {
  const transport = createTransport({ host: "127.0.0.1", port, secure: false, ignoreTLS: true });
  try {
    const { response } = (await transport.sendMail({ envelope: { from: "", to }, raw })) as { response: string };
    return response;
  } catch (error) {
    return (error as { response?: string }).response ?? String(error);
  } finally {
    transport.close();
  }
}

const bouncedCount = () => db().letter.count({ where: { campaignId: world.campaign.id, state: "bounced" } });

test("takes a report over SMTP, and the letter bounces; a second time nothing more happens", async () => {
  const port = await listen();
  expect(await bring(port, paths[0]?.toUpperCase() ?? "", postfixReport())).toMatch(/^250 /);
  expect(await bouncedCount()).toBe(1);
  expect(await bring(port, paths[0] ?? "", postfixReport())).toMatch(/^250 /);
  expect(await db().bounce.count({ where: { organisationId: world.organisation.id } })).toBe(1);
});

test("takes an auto-reply and forgets it", async () => {
  const before = await bouncedCount();
  expect(await bring(await listen(), paths[1] ?? "", autoReply())).toMatch(/^250 /);
  expect(await bouncedCount()).toBe(before);
});

test.each([
  ["a stranger", "somebody@elsewhere.example"],
  ["the address without a token", "bounces@appeals.example.org"],
  ["a forged token", `bounces+l${"a".repeat(42)}@appeals.example.org`],
])("takes nothing for %s", async (_name, to) => {
  expect(await bring(await listen(), to, postfixReport())).toMatch(/^550 5\.1\.1 /);
});

test("takes nothing larger than a megabyte, said before or not", async () => {
  const port = await listen();
  const large = Buffer.concat([postfixReport({ messageId: "large@mx" }), Buffer.alloc(1_100_000, "QUOTED\r\n")]);
  const before = await bouncedCount();
  expect(await bring(port, paths[2] ?? "", large)).toMatch(/^552 /);
  const answers = await converse(port, ["EHLO mx", "MAIL FROM:<>", `RCPT TO:<${paths[2]}>`, "DATA", large.toString()]);
  expect(answers.at(-1)).toMatch(/^552 /);
  expect(await bouncedCount()).toBe(before);
});

test("offers no login and no TLS, and ends a conversation without sense", async () => {
  const port = await listen();
  const [hello, ...answers] = await converse(port, ["EHLO mx", "AUTH PLAIN AGEAYg==", "STARTTLS", "VRFY minister"]);
  expect(hello).not.toMatch(/AUTH|STARTTLS/);
  expect(answers[0]).toMatch(/^5/);
  expect(answers[1]).toMatch(/^5/);
  const nonsense = await converse(
    port,
    Array.from({ length: 12 }, () => "GET / HTTP/1.1"),
  );
  expect(nonsense.at(-1)).toMatch(/^421 /);
});

test("a report that cannot be written down is to be brought again", async () => {
  const port = await listen();
  await db().$executeRaw`alter table bounces rename to elsewhere`;
  try {
    expect(await bring(port, paths[3] ?? "", postfixReport({ messageId: "again@mx" }))).toMatch(/^451 4\.3\.0 /);
  } finally {
    await db().$executeRaw`alter table elsewhere rename to bounces`;
  }
  expect(await bring(port, paths[3] ?? "", postfixReport({ messageId: "again@mx" }))).toMatch(/^250 /);
});

test("of two workers on one machine one listens, and the other waits without complaint", async () => {
  const { port, close } = await listenForBounces(0);
  const warn = vi.spyOn(log, "warn").mockImplementation(() => undefined);
  const stopping = new AbortController();
  const second = takeBounces(port, stopping.signal);
  await expect.poll(() => warn.mock.calls.length).toBe(1);
  stopping.abort();
  await second;
  await close();
  warn.mockRestore();
  const later = new AbortController();
  const third = takeBounces(port, later.signal);
  await expect.poll(() => bring(port, "nobody@example.org", postfixReport())).toMatch(/^550 /);
  later.abort();
  await third;
});

test("the log names neither addresses nor what was quoted", async () => {
  const lines: string[] = [];
  for (const level of ["info", "warn", "error"] as const) {
    const spy = vi
      .spyOn(log, level)
      .mockImplementation((...words: unknown[]) => void lines.push(JSON.stringify(words)));
    onTestFinished(() => spy.mockRestore());
  }
  const port = await listen();
  for (const raw of [postfixReport({ messageId: "logged@mx" }), autoReply(), Buffer.from("QUOTED WORDS")]) {
    await bring(port, paths[1] ?? "", raw);
  }
  expect(lines.length).toBeGreaterThan(2);
  expect(lines.join("\n")).not.toMatch(/QUOTED|@|minister|bounces\+/);
});

/** Says each line once the one before was answered. @returns the answers, the greeting left out */
async function converse(port: number, lines: string[]): Promise<string[]> {
  const socket = connect(port, "127.0.0.1");
  const answers: string[] = [];
  try {
    await answer(socket);
    for (const line of lines) {
      socket.write(line.includes("\n") ? `${line}\r\n.\r\n` : `${line}\r\n`);
      const said = await answer(socket);
      answers.push(said);
      if (said.startsWith("421")) break;
    }
    return answers;
  } finally {
    socket.destroy();
  }
}

function answer(socket: Socket): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = "";
    const read = (chunk: Buffer) => {
      said += chunk.toString();
      if (!/^\d{3} .*\r\n$/m.test(said)) return;
      socket.off("data", read);
      resolve(said);
    };
    socket.on("data", read);
    socket.once("error", reject);
  });
}
