import { type ChildProcess, fork } from "node:child_process";
import { setTimeout as pause } from "node:timers/promises";

const entries = {
  server: "server.ts",
  worker: "worker.ts",
  seed: "prisma/seed.ts",
  postgres: "scripts/postgres.ts",
} as const;

type Name = keyof typeof entries;
type Options = { dev: boolean; hear?: (message: unknown) => void };

const stopMs = 32_000;
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

  /** Whether it dies again and again. */
  get failing(): boolean {
    return this.deaths >= 3;
  }

  /** Asks it to end, and ends it when it has not after half a minute. */
  async stop(): Promise<void> {
    this.stopping = true;
    await this.end();
  }

  /** Starts it anew, at once. */
  async restart(): Promise<void> {
    if (this.stopping) return;
    this.deaths = -1;
    await this.end();
  }

  private async end(): Promise<void> {
    const { child, name } = this;
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((resolve) => child.once("exit", resolve));
    // Postgres leaves signals alone and listens to the channel.
    if (name === "postgres") child.disconnect();
    else child.kill("SIGTERM");
    const late = setTimeout(() => child.kill("SIGKILL"), stopMs);
    await gone;
    clearTimeout(late);
  }

  private run(): ChildProcess {
    this.startedAt = Date.now();
    const child = forkEntry(this.name, this.options.dev);
    if (this.options.hear) child.on("message", this.options.hear);
    child.once("exit", () => void this.again());
    return child;
  }

  private async again(): Promise<void> {
    if (this.stopping) return;
    this.deaths = Date.now() - this.startedAt > stableMs ? 1 : this.deaths + 1;
    if (this.deaths > 0) {
      const waitMs = Math.min(longestWaitMs, 250 * 2 ** this.deaths);
      process.stderr.write(`${this.name} ended; starting it again in ${waitMs / 1000} s\n`);
      await pause(waitMs);
    }
    if (!this.stopping) this.child = this.run();
  }
}

/** Runs a process that does one thing. @returns what it says, @throws Error when it ends without a word */
export function runOnce<T>(name: Name, { dev }: { dev: boolean }): Promise<T> {
  const child = forkEntry(name, dev);
  return new Promise((resolve, reject) => {
    child.once("message", (message) => resolve(message as T));
    child.once("exit", () => reject(new Error(`${name} ended before it had done its work`)));
  });
}

// Each in a process group of its own: who stops when is decided here, not by a Ctrl-C that reaches the whole group.
function forkEntry(name: Name, dev: boolean): ChildProcess {
  const options = { detached: true, env: { ...process.env, APPEALS_FORKED: "1" } };
  if (!dev) return fork(`dist/${name}.js`, [], { ...options, execArgv: ["--enable-source-maps"] });
  return fork(entries[name], ["--dev"], { ...options, execArgv: ["--import", "tsx"] });
}
