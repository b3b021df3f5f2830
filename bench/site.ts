import { type ChildProcess, fork } from "node:child_process";
import { setTimeout as pause } from "node:timers/promises";

/** The built site as its own process, on the bench's database. */
export type Site = { port: number; pid: number; stop: () => Promise<void> };

/** Starts `dist/server.js` and waits until it answers. @throws Error when it ends before */
export async function startSite(port: number, env: Record<string, string> = {}): Promise<Site> {
  const server = fork("dist/server.js", { env: { ...process.env, ...env, PORT: String(port) } });
  while (server.exitCode === null) {
    const answer = await fetch(`http://127.0.0.1:${port}/api/health/ready`).catch(() => null);
    if (answer?.ok) return { port, pid: server.pid ?? 0, stop: () => stop(server) };
    await pause(100);
  }
  throw new Error("the site ended before it was ready");
}

async function stop(server: ChildProcess): Promise<void> {
  const gone = new Promise((resolve) => server.once("exit", resolve));
  server.kill("SIGTERM");
  await gone;
}
