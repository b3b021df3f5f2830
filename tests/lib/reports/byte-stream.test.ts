import { expect, test } from "vitest";
import { byteStream } from "@/lib/reports/byte-stream";

test("makes a piece when it is asked for, and none once the reader has gone", async () => {
  const told: string[] = [];
  async function* pieces(): AsyncGenerator<Buffer, void, void> {
    try {
      for (let made = 1; ; made += 1) {
        told.push(`made ${made}`);
        yield Buffer.from(String(made));
      }
    } finally {
      told.push("gone");
    }
  }
  const reader = byteStream(pieces()).getReader();
  expect(told).toEqual([]);
  for (const wanted of ["1", "2"]) expect(Buffer.from((await reader.read()).value ?? []).toString()).toBe(wanted);
  expect(told).toEqual(["made 1", "made 2"]);
  await reader.cancel();
  expect(told).toEqual(["made 1", "made 2", "gone"]);
});

test("ends when there is no more, and tells a reader of a failure", async () => {
  const answer = new Response(byteStream(few()));
  await expect(answer.text()).rejects.toThrow("the database went away");
});

async function* few(): AsyncGenerator<Buffer, void, void> {
  yield Buffer.from("a");
  await Promise.resolve();
  throw new Error("the database went away");
}
