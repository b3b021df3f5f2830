import { expect, test } from "vitest";
import { readApart } from "@/lib/importing/read-apart";
import { readAppeal } from "@/lib/importing/read-appeal";
import { simplePdf } from "@/tests/simple-pdf";

test("a thread of its own reads what this one would", async () => {
  for (const bytes of [
    Buffer.from("Dear Minister,\nplease act.\n"),
    simplePdf([[{ x: 50, y: 700, text: "Dear Minister," }]]),
  ])
    expect(await readApart(bytes)).toEqual(await readAppeal(bytes));
}, 30_000);

test("its refusals are refusals here", async () => {
  await expect(readApart(Buffer.from(" "))).rejects.toMatchObject({ name: "Refusal", code: "document-empty" });
  await expect(readApart(new Uint8Array(6 * 1024 * 1024))).rejects.toMatchObject({ code: "too-large" });
}, 30_000);

test("it ends when it takes too long, and this thread goes on meanwhile", async () => {
  const slow = readApart(Buffer.from("Dear Minister,\n".repeat(30_000)), {}, 0.05);
  let turns = 0;
  const turning = setInterval(() => (turns += 1), 20);
  await expect(slow).rejects.toMatchObject({ code: "document-too-slow" });
  clearInterval(turning);
  expect(turns).toBeGreaterThan(5);
}, 30_000);
