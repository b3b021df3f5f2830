import { createHmac } from "node:crypto";
import { beforeAll, expect, test, vi } from "vitest";
import { POST } from "@/app/api/inbound/bounce/route";
import { makeReturnPath } from "@/lib/delivery/return-path";
import { db } from "@/lib/db";
import { env } from "@/lib/env";
import { autoReply, postfixReport } from "@/tests/delivery-reports";
import { makeWorld, type World } from "@/tests/factories";
import { putLetters } from "@/tests/put-letters";

vi.hoisted(() => {
  process.env.BOUNCE_ADDRESS = "bounces@appeals.example.org";
  process.env.INBOUND_SECRET = `whsec_${"c2VjcmV0".repeat(5)}`;
});

let world: World;
let to: string;

beforeAll(async () => {
  world = await makeWorld({ signers: 1 });
  const id = world.signatures[0]?.letters.email ?? "";
  await putLetters({ where: { id }, data: { state: "accepted" } });
  to = makeReturnPath({ table: "letters", id }) ?? "";
});

function call(body: string, change: Record<string, string> = {}): Promise<Response> {
  const timestamp = `${Math.floor(Date.now() / 1000)}`;
  const key = Buffer.from("c2VjcmV0".repeat(5), "base64");
  const signature = createHmac("sha256", key).update(`msg_1.${timestamp}.${body}`).digest("base64");
  const signed = { "webhook-id": "msg_1", "webhook-timestamp": timestamp, "webhook-signature": `v1,${signature}` };
  const headers = { ...signed, ...change };
  return POST(new Request("http://desk.test/api/inbound/bounce", { method: "POST", headers, body }));
}

const bodyOf = (raw: Buffer, recipient = to) => JSON.stringify({ to: recipient, raw: raw.toString("base64") });
const state = async () => (await db().letter.findFirstOrThrow({ where: { channel: "email" } })).state;

test("answers the same whether it changed something or not", async () => {
  const answers = [
    await call(bodyOf(autoReply())),
    await call(bodyOf(postfixReport(), "somebody@elsewhere.example")),
    await call(bodyOf(Buffer.from("nothing"))),
  ];
  expect(await state()).toBe("accepted");
  answers.push(await call(bodyOf(postfixReport())), await call(bodyOf(postfixReport())));
  expect(await state()).toBe("bounced");
  expect(await db().bounce.count()).toBe(1);
  for (const answer of answers) {
    expect([answer.status, await answer.text()]).toEqual([202, ""]);
  }
});

test.each([
  ["unsigned", bodyOf, { "webhook-signature": "" }, 401],
  ["signed for another body", bodyOf, { "webhook-signature": `v1,${"A".repeat(43)}=` }, 401],
  ["signed an hour ago", bodyOf, { "webhook-timestamp": "1700000000" }, 401],
  ["no JSON", () => "to=a", {}, 400],
  ["no base64", () => JSON.stringify({ to: "a", raw: "%%%" }), {}, 400],
  ["nothing in it", () => "{}", {}, 400],
  ["too large, as it says", bodyOf, { "content-length": "9999999" }, 413],
  ["too large", () => bodyOf(Buffer.alloc(1_100_000, 65)), {}, 413],
])("a call %s is a problem", async (_name, body, change, status) => {
  const answer = await call(body(postfixReport()), change);
  expect(answer.status).toBe(status);
  expect(answer.headers.get("content-type")).toBe("application/problem+json");
  expect(await answer.json()).toMatchObject({ status, type: "about:blank" });
});

test("without a secret there is nothing here", async () => {
  const { INBOUND_SECRET } = env();
  Object.assign(env(), { INBOUND_SECRET: undefined });
  expect((await call(bodyOf(postfixReport()))).status).toBe(404);
  Object.assign(env(), { INBOUND_SECRET });
});
