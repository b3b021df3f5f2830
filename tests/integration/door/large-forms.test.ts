import { createServer, type Server } from "node:http";
import { type AddressInfo, connect, type Socket } from "node:net";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Actor } from "@/lib/accounts/access";
import { admitSender } from "@/lib/accounts/admit-sender";
import { sealSession, sessionCookie } from "@/lib/accounts/session-token";
import { startSession } from "@/lib/accounts/start-session";
import { db } from "@/lib/db";
import { continueFirst, createDoor } from "@/lib/door/door";
import { takenAtMost } from "@/lib/door/large-forms";
import { makeWorld } from "@/tests/factories";
import { makeMember, makeTotp } from "@/tests/members";
import { startSite } from "@/tests/running-site";

// Over real sockets, whose bytes are counted on the server's side: what is refused is not taken.

const origin = "https://appeals.example.org";
const path = "/desk/recipients/import";
const megabytes = 20 * 1024 * 1024;
// What the kernel and the parser hold before anybody looks at it.
const onTheWay = 512 * 1024;

let server: Server;
let taken: Socket[] = [];
let handled = 0;
let member: Actor;

beforeAll(async () => {
  const door = createDoor({
    async handle(request, response) {
      for await (const chunk of request as AsyncIterable<Buffer>) handled += chunk.length;
      response.end("taken");
    },
    forms: [],
    origin,
    proxies: 0,
    admit: admitSender,
    dev: false,
  });
  server = createServer().on("request", door).on("checkContinue", continueFirst(door));
  server.on("connection", (socket: Socket) => taken.push(socket));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});
afterAll(() => void server.close());

beforeEach(async () => {
  [taken, handled] = [[], 0];
  member = await makeMember((await makeWorld()).organisation, { role: "campaigner" });
});

type Sent = { answer: string; bytes: number };

/** Writes a head, then as much of a body as the other side takes, until it closes or has answered all. */
function send(head: string[], { body = megabytes, chunked = false } = {}): Promise<Sent> {
  const { port } = server.address() as AddressInfo;
  const piece = Buffer.alloc(64 * 1024, "a");
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    let [answer, left] = ["", body];
    const write = () => {
      while (left > 0 && !socket.destroyed) {
        left -= piece.length;
        if (chunked) socket.write(`${piece.length.toString(16)}\r\n`);
        const more = socket.write(piece);
        if (chunked) socket.write("\r\n");
        if (!more) return;
      }
      if (chunked && left <= 0 && !socket.destroyed) socket.write("0\r\n\r\n");
    };
    socket.on("drain", write);
    socket.on("data", (data) => {
      answer += data.toString();
      if (/ 100 Continue/.test(answer) && left === body) write();
      if (answer.includes("taken") || (body === 0 && /HTTP\/1\.1 [345]/.test(answer))) socket.end();
    });
    // A server that turns somebody away cuts the connection under what is still being written.
    socket.on("error", () => socket.destroy());
    socket.on("close", () => resolve({ answer, bytes: taken.reduce((sum, one) => sum + one.bytesRead, 0) }));
    socket.write(`POST ${path} HTTP/1.1\r\nHost: x\r\nOrigin: ${origin}\r\n${head.join("\r\n")}\r\n\r\n`);
    if (!head.some((line) => line.startsWith("Expect"))) write();
  });
}

const length = `Content-Length: ${megabytes}`;

async function cookieOf(who: Actor): Promise<string> {
  return `Cookie: other=1; ${sessionCookie().name}=${await sealSession(await startSession(who.accountId))}`;
}

const statusOf = ({ answer }: Sent) => Number(answer.split(" ", 2)[1]);

test("a member who may import sends all of it", async () => {
  const sent = await send([length, await cookieOf(member)]);
  expect([statusOf(sent), handled]).toEqual([200, megabytes]);
});

test("nobody's large form is answered at once and not taken", async () => {
  const sent = await send([length]);
  expect(statusOf(sent)).toBe(401);
  expect(sent.bytes).toBeLessThan(takenAtMost + onTheWay);
  expect(handled).toBe(0);
});

test("nor is that of a forged cookie, of one whose session is over, or who has not given the second factor", async () => {
  const cookie = await cookieOf(member);
  await db().session.updateMany({ where: { accountId: member.accountId }, data: { endedAt: new Date() } });
  await makeTotp(member.accountId);
  const forged = ["x.y.z", "%E0%A4%A"].map((token) => `Cookie: ${sessionCookie().name}=${token}`);
  for (const shown of [...forged, cookie, await cookieOf(member)]) {
    const sent = await send([length, shown]);
    expect(statusOf(sent)).toBe(401);
    expect(handled).toBe(0);
  }
  expect(taken.every(({ bytesRead }) => bytesRead < takenAtMost + onTheWay)).toBe(true);
});

test("nor of a member who may not import", async () => {
  const cookie = await cookieOf(member);
  await db().member.update({ where: { id: member.memberId }, data: { taken: ["manage"] } });
  const sent = await send([length, cookie]);
  expect(statusOf(sent)).toBe(403);
  expect(sent.bytes).toBeLessThan(takenAtMost + onTheWay);
  expect(handled).toBe(0);
});

test("a body in chunks, and one longer than it says, are not taken from anybody", async () => {
  const cookie = await cookieOf(member);
  const chunked = await send(["Transfer-Encoding: chunked", cookie], { chunked: true });
  expect([statusOf(chunked), handled]).toEqual([413, 0]);
  // An honest browser gets to see that answer, so more of it runs out unread.
  expect(chunked.bytes).toBeLessThan(8 * 1024 * 1024 + onTheWay);
  taken = [];
  const lying = await send(["Content-Length: 100", cookie]);
  expect(handled).toBeLessThanOrEqual(100);
  expect(lying.bytes).toBeLessThan(takenAtMost + onTheWay);
  const both = await send([length, "Transfer-Encoding: chunked", cookie], { chunked: true });
  expect(statusOf(both)).toBe(400);
  expect(handled).toBeLessThanOrEqual(100);
});

test("who asks before sending is told before sending", async () => {
  const refused = await send([length, "Expect: 100-continue"], { body: 0 });
  expect(statusOf(refused)).toBe(401);
  const taking = await send([length, "Expect: 100-continue", await cookieOf(member)]);
  expect(taking.answer).toMatch(/^HTTP\/1\.1 100 Continue\r\n\r\nHTTP\/1\.1 200/);
  expect(handled).toBe(megabytes);
});

test("a browser is led to sign in, with script and without", async () => {
  const byScript = await send([length, "Next-Action: abc", "Sec-Fetch-Mode: cors"]);
  expect(byScript.answer).toContain("x-action-redirect: /desk/sign-in?next=%2Fdesk%2Frecipients%2Fimport;push");
  const plain = await send([length, "Sec-Fetch-Mode: navigate"]);
  expect(plain.answer).toMatch(/^HTTP\/1\.1 303 /);
  expect(plain.answer).toContain("location: /desk/sign-in?next=%2Fdesk%2Frecipients%2Fimport");
});

test("the site that runs asks the same", async () => {
  const site = await startSite({ SMTP_URL: "" });
  const post = (headers: Record<string, string>) =>
    fetch(`${site.url}${path}`, {
      method: "POST",
      headers: { origin: site.url, "content-type": "multipart/form-data; boundary=x", ...headers },
      body: "a".repeat(200_000),
    });
  expect((await post({})).status).toBe(401);
  const cookie = `${sessionCookie().name}=${await sealSession(await startSession(member.accountId))}`;
  expect((await post({ cookie })).status).not.toBe(401);
  await db().member.update({ where: { id: member.memberId }, data: { taken: ["manage"] } });
  expect((await post({ cookie })).status).toBe(403);
}, 60_000);
