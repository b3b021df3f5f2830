import { connect, createServer, type AddressInfo, type Socket } from "node:net";

/** Stands between a worker and Postgres. */
export type Proxy = {
  port: number;
  /** Connections there are fall silent without being closed, as when a router forgets them. New ones work. */
  freeze: () => void;
  stop: () => Promise<void>;
};

type Pair = { inner: Socket; outer: Socket };

/** @param port where Postgres listens */
export async function startProxy(port: number): Promise<Proxy> {
  const pairs = new Set<Pair>();
  const server = createServer((outer) => {
    const inner = connect(port, "127.0.0.1");
    const pair = { inner, outer };
    pairs.add(pair);
    outer.pipe(inner).pipe(outer);
    const close = () => {
      pairs.delete(pair);
      inner.destroy();
      outer.destroy();
    };
    for (const socket of [inner, outer]) socket.on("error", close).once("close", close);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    port: (server.address() as AddressInfo).port,
    freeze: () => pairs.forEach(silence),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        pairs.forEach(({ inner, outer }) => {
          inner.destroy();
          outer.destroy();
        });
      }),
  };
}

/** Nothing goes through any more, and neither end hears of the other's close. */
function silence({ inner, outer }: Pair): void {
  inner.unpipe(outer).pause().removeAllListeners("close").removeAllListeners("end");
  outer.unpipe(inner).pause().removeAllListeners("close").removeAllListeners("end");
}
