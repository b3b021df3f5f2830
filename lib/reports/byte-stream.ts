/** Pieces as the body of an answer: each is made when it is asked for, and none any more once the reader has gone. */
export function byteStream(chunks: AsyncGenerator<Buffer, void, void>): ReadableStream<Uint8Array<ArrayBuffer>> {
  const source: UnderlyingDefaultSource<Uint8Array<ArrayBuffer>> = {
    async pull(controller) {
      const { value, done } = await chunks.next();
      if (done) controller.close();
      else controller.enqueue(value as Buffer<ArrayBuffer>);
    },
    async cancel() {
      await chunks.return();
    },
  };
  return new ReadableStream(source, { highWaterMark: 0 });
}
