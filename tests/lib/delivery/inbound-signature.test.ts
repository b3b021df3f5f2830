import { createHmac } from "node:crypto";
import { expect, test } from "vitest";
import { isSigned } from "@/lib/delivery/inbound-signature";

const secret = `whsec_${Buffer.alloc(32, 7).toString("base64")}`;
const body = Buffer.from('{"to":"a","raw":"b"}');
const now = () => `${Math.floor(Date.now() / 1000)}`;

function sign(id: string, timestamp: string, signed = body, key = Buffer.alloc(32, 7)): string {
  return `v1,${createHmac("sha256", key).update(`${id}.${timestamp}.`).update(signed).digest("base64")}`;
}

test("knows its own signature, also among others", () => {
  const head = { id: "msg_1", timestamp: now() };
  expect(isSigned({ ...head, signature: sign("msg_1", head.timestamp) }, body, secret)).toBe(true);
  const several = `v1a,abc v1,${Buffer.alloc(32).toString("base64")} ${sign("msg_1", head.timestamp)}`;
  expect(isSigned({ ...head, signature: several }, body, secret)).toBe(true);
});

test("fits the example of the specification", () => {
  // Standard Webhooks, "Signature scheme": the id, time, body and secret of its test vector.
  const example = createHmac("sha256", Buffer.from("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "base64"))
    .update(`msg_p5jXN8AQM9LWM0D4loKWxJek.1614265330.{"test": 2432232314}`)
    .digest("base64");
  expect(example).toBe("g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
});

test("refuses what was changed, is old or of tomorrow, or lacks a part", () => {
  const timestamp = now();
  const signature = sign("msg_1", timestamp);
  const head = { id: "msg_1", timestamp, signature };
  const shifted = (seconds: number) => {
    const at = `${Number(timestamp) + seconds}`;
    return { id: "msg_1", timestamp: at, signature: sign("msg_1", at) };
  };
  expect(isSigned(shifted(-290), body, secret)).toBe(true);
  const refused = [
    shifted(-400),
    shifted(400),
    { ...head, id: "msg_2" },
    { ...head, signature: sign("msg_1", timestamp, body, Buffer.alloc(32, 8)) },
    { ...head, signature: signature.replace("v1,", "v2,") },
    { ...head, signature: "v1," },
    { ...head, id: null },
    { ...head, timestamp: null },
    { ...head, timestamp: "now" },
    { ...head, signature: null },
  ];
  for (const one of refused) expect(isSigned(one, body, secret)).toBe(false);
  expect(isSigned(head, Buffer.from("{}"), secret)).toBe(false);
});
