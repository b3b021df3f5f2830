import { type ChildProcess, fork } from "node:child_process";
import { setTimeout as pause } from "node:timers/promises";

const entries = {
  server: "server.ts",
  worker: "worker.ts",
  seed: "prisma/seed.ts",
  postgres: "scripts/postgres.ts",
} as const;

type Name = keyof typeof entries;
type Options = { dev: boolean; restart?: boolean };

const stopMs = 30_000;
const longestWaitMs = 30_000;
const stableMs = 60_000;

/** A process of ours. It is started again when it dies, later each time, until it is stopped on purpose. */
export class Child {
  private child: ChildProcess;
  private stopping = false;
  private deaths = 0;
  private startedAt = Date.now();

  constructor(
    private readonly name: Name,
    private readonly options: Options,
  ) {
    this.child = this.run();
  }

  /** The first thing it says. @throws Error when it ends before saying anything */
  firstMessage<T>(): Promise<T> {
    return new Promise((resolve, reject) => {
      this.child.once("message", (message) => resolve(message as T));
      this.child.once("exit", () => reject(new Error(`${this.name} ended before it was ready`)));
    });
  }

  /** Waits until an address answers well. @throws Error when the process dies before */
  async answersAt(url: string): Promise<void> {
    while (this.deaths < 3) {
      const response = await fetch(url).catch(() => null);
      if (response?.ok) return;
      await pause(100);
    }
    throw new Error(`${this.name} does not stay up`);
  }

  /** Asks it to end, and ends it when it has not after 30 s. */
  async stop(): Promise<void> {
    this.stopping = true;
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const gone = new Promise((resolve) => this.child.once("exit", resolve));
    // Postgres leaves signals to its terminal and listens to the channel alone.
    if (this.name === "postgres") this.child.disconnect();
    else this.child.kill("SIGTERM");
    const late = setTimeout(() => this.child.kill("SIGKILL"), stopMs + 2000);
    await gone;
    clearTimeout(late);
  }

  private run(): ChildProcess {
    this.startedAt = Date.now();
    const child = forkEntry(this.name, this.options.dev);
    child.once("exit", () => void this.again());
    return child;
  }

  private async again(): Promise<void> {
    if (this.stopping || this.options.restart === false) return;
    this.deaths = Date.now() - this.startedAt > stableMs ? 1 : this.deaths + 1;
    const waitMs = Math.min(longestWaitMs, 250 * 2 ** this.deaths);
    process.stderr.write(`${this.name} ended; starting it again in ${waitMs / 1000} s\n`);
    await pause(waitMs);
    if (!this.stopping) this.child = this.run();
  }
}

/** Runs a process that does one thing, and returns what it says at the end. */
export function startOnce<T>(name: Name, { dev }: { dev: boolean }): Promise<T> {
  const child = new Child(name, { dev, restart: false });
  return child.firstMessage<T>();
}

function forkEntry(name: Name, dev: boolean): ChildProcess {
  if (!dev) return fork(`dist/${name}.js`);
  const watched = name === "server" || name === "worker";
  const args = watched ? ["watch", "--clear-screen=false", entries[name], "--dev"] : [entries[name], "--dev"];
  return fork("node_modules/tsx/dist/cli.mjs", args);
}
