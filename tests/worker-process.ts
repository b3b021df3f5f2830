import { fork, type ChildProcess } from "node:child_process";
import { bundleWorker } from "./bundle-worker";

/** A real worker in a process of its own, to be killed or stopped. */
export type WorkerProcess = {
  /** `kill -9`, and waits until it is gone. */
  kill: () => Promise<void>;
  /** Sends a signal. @returns the exit code, once it is gone */
  end: (signal: NodeJS.Signals) => Promise<number | null>;
};

let bundled: Promise<string> | undefined;

/** Starts a worker on the database of this test, with this environment on top. */
export async function startWorkerProcess(env: Record<string, string>): Promise<WorkerProcess> {
  bundled ??= bundleWorker("worker");
  const child = fork(await bundled, {
    env: { ...process.env, ...env },
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  return {
    kill: async () => void (await ended(child, "SIGKILL")),
    end: (signal) => ended(child, signal),
  };
}

async function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
  const code = new Promise<number | null>((done) => child.once("exit", done));
  child.kill(signal);
  return code;
}
