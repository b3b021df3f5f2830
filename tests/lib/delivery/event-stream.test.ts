import { expect, test, vi } from "vitest";
import { eventStream } from "@/lib/delivery/event-stream";

async function* values(...given: unknown[]): AsyncGenerator<unknown, void, void> {
  for (const value of given) {
    await Promise.resolve();
    if (value instanceof Error) throw value;
    yield value;
  }
}

async function readAll(stream: ReadableStream<Uint8Array>): Promise<string> {
  return new Response(stream as ReadableStream<Uint8Array<ArrayBuffer>>).text();
}

test("values become events, and nothing a comment", async () => {
  const heard = { stop: vi.fn<() => void>(), failed: vi.fn<(error: unknown) => void>() };
  const text = await readAll(eventStream(values({ sent: "one\ntwo" }, null, { sent: 2 }), heard));
  expect(text).toBe('retry: 2000\n\ndata: {"sent":"one\\ntwo"}\n\n:\n\ndata: {"sent":2}\n\n');
  expect(heard.failed).not.toHaveBeenCalled();
});

test("a failure ends it without a word to the reader", async () => {
  const heard = { stop: vi.fn<() => void>(), failed: vi.fn<(error: unknown) => void>() };
  const broken = new Error("the database is gone");
  expect(await readAll(eventStream(values({ sent: 1 }, broken), heard))).toBe('retry: 2000\n\ndata: {"sent":1}\n\n');
  expect(heard.failed).toHaveBeenCalledExactlyOnceWith(broken);
});

test("a reader who goes away is told to the source, whose late value harms nobody", async () => {
  const heard = { stop: vi.fn<() => void>(), failed: vi.fn<(error: unknown) => void>() };
  const { promise: waits, resolve: release } = Promise.withResolvers<void>();
  async function* slow(): AsyncGenerator<unknown, void, void> {
    await waits;
    yield { sent: 1 };
  }
  const reader = eventStream(slow(), heard).getReader();
  await reader.read();
  const late = reader.read();
  await reader.cancel();
  expect(heard.stop).toHaveBeenCalledOnce();
  release();
  expect((await late).done).toBe(true);
  await vi.waitFor(() => expect(heard.failed).not.toHaveBeenCalled());
});
