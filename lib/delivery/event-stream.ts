/** How soon a browser asks again when a stream has ended, in milliseconds. */
const retry = 2000;

/**
 * Values as server-sent events, each made when it is asked for; null as a comment that keeps the connection open. Ends, as
 * if nothing more was to be said, when making one fails.
 * @param stop told when the reader has gone
 */
export function eventStream(
  values: AsyncGenerator<unknown, void, void>,
  { stop, failed }: { stop: () => void; failed: (error: unknown) => void },
): ReadableStream<Uint8Array> {
  const text = new TextEncoder();
  let read = true;
  return new ReadableStream(
    {
      start(controller) {
        controller.enqueue(text.encode(`retry: ${retry}\n\n`));
      },
      async pull(controller) {
        try {
          const { value, done } = await values.next();
          if (!read) return;
          if (done) controller.close();
          else controller.enqueue(text.encode(value === null ? ":\n\n" : `data: ${JSON.stringify(value)}\n\n`));
        } catch (error) {
          failed(error);
          if (read) controller.close();
        }
      },
      cancel() {
        read = false;
        stop();
      },
    },
    { highWaterMark: 0 },
  );
}
