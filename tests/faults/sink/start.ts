import { fork, type ChildProcess } from "node:child_process";
import { join } from "node:path";
import type { Order, Point } from "./script";

/** A sink in a process of its own. */
export type Sink = {
  url: string;
  port: number;
  /** Resolves when the sink has done as told, with how often the rules before were followed. */
  tell: (order: Omit<Order, "id">) => Promise<number>;
  /** Resolves when a rule at this point that wants it told is met, from now on. */
  met: (point: Point) => Promise<void>;
  stop: () => Promise<void>;
};

type Said = { port?: number; done?: number; held?: number; met?: Point };

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
    tell: async (order) => {
      orders += 1;
      const id = orders;
      const { held = 0 } = await hear(
        child,
        ({ done }) => done === id,
        () => child.send({ ...order, id }),
      );
      return held;
    },
    met: async (point) => void (await hear(child, ({ met }) => met === point)),
    stop: () => stop(child),
  };
}

// A runner of tests gives its children options that are for itself.
function cleanEnv(): NodeJS.ProcessEnv {
  const { NODE_OPTIONS: _options, ...env } = process.env;
  return env;
}

function hear(child: ChildProcess, wanted: (said: Said) => boolean, ask?: () => unknown): Promise<Said> {
  return new Promise((resolve) => {
    const listen = (said: Said) => {
      if (!wanted(said)) return;
      child.off("message", listen);
      resolve(said);
    };
    child.on("message", listen);
    ask?.();
  });
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGKILL");
  await gone;
}
