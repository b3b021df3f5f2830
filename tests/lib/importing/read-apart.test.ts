import { deflateSync } from "node:zlib";
import { expect, test } from "vitest";
import { readApart } from "@/lib/importing/read-apart";
import { readAppeal } from "@/lib/importing/read-appeal";
import { simplePdf, streamPdf } from "@/tests/simple-pdf";

const letter = Buffer.from("Dear Minister,\nplease act.\n");
const readers = () => process.getActiveResourcesInfo().filter((name) => name === "ProcessWrap").length;

test("a process of its own reads what this one would", async () => {
  for (const bytes of [letter, simplePdf([[{ x: 50, y: 700, text: "Dear Minister," }]])])
    expect(await readApart(bytes)).toEqual(await readAppeal(bytes));
}, 30_000);

test("its refusals are refusals here", async () => {
  await expect(readApart(Buffer.from(" "))).rejects.toMatchObject({ name: "Refusal", code: "document-empty" });
  await expect(readApart(new Uint8Array(6 * 1024 * 1024))).rejects.toMatchObject({ code: "too-large" });
}, 30_000);

test("it ends when it takes too long, and this thread goes on meanwhile", async () => {
  const slow = readApart(Buffer.from("Dear Minister,\n".repeat(30_000)), {}, { seconds: 0.05 });
  let turns = 0;
  const turning = setInterval(() => (turns += 1), 20);
  await expect(slow).rejects.toMatchObject({ code: "document-too-slow" });
  clearInterval(turning);
  expect(turns).toBeGreaterThan(5);
}, 30_000);

test("it ends when it never begins", async () => {
  await expect(readApart(letter, {}, { inAll: 0.01 })).rejects.toMatchObject({ code: "document-too-slow" });
}, 30_000);

test("a PDF that unpacks to a gigabyte is refused, and takes nothing of this process's memory", async () => {
  const bomb = streamPdf(deflateSync(deflateSync(Buffer.alloc(1_000_000_000))), "[/FlateDecode /FlateDecode]");
  expect(bomb.length).toBeLessThan(1_000_000);
  const before = process.memoryUsage.rss();
  let most = before;
  const watching = setInterval(() => (most = Math.max(most, process.memoryUsage.rss())), 20);
  await expect(readApart(bomb)).rejects.toMatchObject({ code: "document-too-slow" });
  clearInterval(watching);
  expect(most - before).toBeLessThan(100_000_000);
}, 60_000);

test("two read at a time, some wait, further ones are refused, and one that ends gives way", async () => {
  const others = readers();
  const slow = () => readApart(letter, {}, { inAll: 0.01 }).catch((error: unknown) => error);
  const first = [slow(), slow()];
  const waiting = Array.from({ length: 8 }, () => readApart(letter));
  await expect(readApart(letter)).rejects.toMatchObject({ name: "Refusal", code: "reader-busy" });
  let most = readers();
  const counting = setInterval(() => (most = Math.max(most, readers())), 10);
  for (const ended of await Promise.all(first)) expect(ended).toMatchObject({ code: "document-too-slow" });
  expect(await Promise.all(waiting)).toHaveLength(8);
  clearInterval(counting);
  expect(most - others).toBe(2);
  expect((await readApart(letter)).document.text).toContain("please act");
}, 60_000);
