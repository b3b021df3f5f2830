import { fork, type ChildProcess } from "node:child_process";
import { closeSync, openSync, readFileSync } from "node:fs";
import { until } from "./until";

/** A worker in a process of its own. */
export type Worker = {
  name: string;
  pid: number;
  /** Resolves with its exit code, or the signal it died of. */
  gone: Promise<number | NodeJS.Signals>;
  alive: () => boolean;
  /** Resolves when it has begun to work: until then a signal ends it like any program. */
  ready: () => Promise<void>;
  signal: (name: NodeJS.Signals) => void;
};

/** Starts a bundled worker. @param log a file for all it says */
export function startWorker(
  name: string,
  { bundle, env, log }: { bundle: string; env: Record<string, string>; log: string },
): Worker {
  const { NODE_OPTIONS: _options, ...inherited } = process.env;
  const output = openSync(log, "a");
  const child = fork(bundle, {
    env: { ...inherited, ...env },
    stdio: ["ignore", output, output, "ipc"],
    execArgv: ["--enable-source-maps"],
  });
  closeSync(output);
  const begun = () => !isAlive(child) || readFileSync(log, "utf8").includes("worker started");
  return {
    name,
    pid: child.pid ?? 0,
    gone: goneOf(child),
    alive: () => isAlive(child),
    ready: async () => void (await until(`${name} began`, begun)),
    signal: (it) => void child.kill(it),
  };
}

function goneOf(child: ChildProcess): Worker["gone"] {
  return new Promise((resolve) => child.once("exit", (code, signal) => resolve(signal ?? code ?? 0)));
}

function isAlive({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode === null && signalCode === null;
}
