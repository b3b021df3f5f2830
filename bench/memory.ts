import { fork } from "node:child_process";
import { readFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { db } from "@/lib/db";
import { makeSignatures } from "@/tests/factories";
import { loadPages, postSigns, type Bench, type Run } from "./measure";
import { withSink } from "./send";

// What the first version may take, in MB.
const most = { web: 500, worker: 250 };
const letters = 4000;
const patienceMs = 120_000;

/** memory-web: what the site takes after its pages and its forms were asked for as fast as it can answer. */
export async function measureWebMemory(bench: Bench): Promise<Run> {
  await loadPages(bench);
  await postSigns(bench, [bench.world.campaign.id]);
  return {
    value: memoryOf(bench.sitePid, "VmRSS"),
    limit: most.web,
    unit: "MB",
    p99Ms: 0,
    tool: "the first version's",
  };
}

/** memory-worker: what a worker takes after it has sent some thousand letters. */
export async function measureWorkerMemory({ world, url }: Bench): Promise<Run> {
  return withSink(0, async (port) => {
    await makeSignatures(world, letters);
    const env = { ...process.env, DATABASE_URL: url, SMTP_URL: `smtp://127.0.0.1:${port}` };
    const worker = fork("dist/worker.js", { env });
    const where = { channel: "email", state: { not: "accepted" } } as const;
    const until = Date.now() + patienceMs;
    while ((await db().letter.count({ where })) > 0) {
      if (Date.now() > until) throw new Error("the worker does not send what it was given");
      await pause(100);
    }
    const value = memoryOf(worker.pid ?? 0, "VmRSS");
    const gone = new Promise((resolve) => worker.once("exit", resolve));
    worker.kill("SIGTERM");
    await gone;
    return { value, limit: most.worker, unit: "MB", p99Ms: 0, tool: "the first version's" };
  });
}

/** In MB. Linux tells; elsewhere 0. */
export function memoryOf(pid: number, name: "VmRSS" | "VmHWM"): number {
  if (process.platform !== "linux") return 0;
  const line = new RegExp(`^${name}:\\s+(\\d+) kB`, "m").exec(readFileSync(`/proc/${pid}/status`, "utf8"));
  return (Number(line?.[1] ?? 0) * 1024) / 1e6;
}
