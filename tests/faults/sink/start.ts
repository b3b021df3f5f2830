import { fork, type ChildProcess } from "node:child_process";
import { join } from "node:path";
import type { Order } from "./script";

/** A sink in a process of its own. */
export type Sink = {
  url: string;
  port: number;
  /** Resolves when the sink has done as told. */
  tell: (order: Omit<Order, "id">) => Promise<void>;
  stop: () => Promise<void>;
};

type Said = { port?: number; done?: number };

/** Starts a sink on the loopback. It takes everything until it is told otherwise. */
export async function startSink(): Promise<Sink> {
  const child = fork(join(import.meta.dirname, "serve.ts"), { execArgv: ["--import", "tsx"], env: cleanEnv() });
  const port = await new Promise<number>((resolve, reject) => {
    child.once("message", (said: Said) => resolve(said.port ?? 0));
    child.once("exit", () => reject(new Error("the sink did not start")));
  });
  let orders = 0;
  return {
    port,
    url: `smtp://127.0.0.1:${port}`,
    tell: (order) => tell(child, { ...order, id: (orders += 1) }),
    stop: () => stop(child),
  };
}

// A runner of tests gives its children options that are for itself.
function cleanEnv(): NodeJS.ProcessEnv {
  const { NODE_OPTIONS: _options, ...env } = process.env;
  return env as NodeJS.ProcessEnv;
}

function tell(child: ChildProcess, order: Order): Promise<void> {
  return new Promise((resolve) => {
    const hear = ({ done }: Said) => {
      if (done !== order.id) return;
      child.off("message", hear);
      resolve();
    };
    child.on("message", hear);
    child.send(order);
  });
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGKILL");
  await gone;
}
