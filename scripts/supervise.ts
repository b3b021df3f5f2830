import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { freePort } from "@/lib/database/free-port";
import { migrate } from "@/lib/database/migrate";
import { env, EnvError } from "@/lib/env";
import { endWithParent } from "@/lib/process/end-with-parent";
import type { Seeded } from "@/prisma/seed";
import { checkDatabase, checkFolder, checkPort, markStopping, takeLock } from "./checks";
import { Child, runOnce } from "./children";
import { watchSources } from "./watch";

const dev = process.argv.includes("--dev");
const began = Date.now();
const readyWithinMs = 120_000;
const services: Child[] = [];
let lockFile: string | undefined;
let postgres: Child | undefined;
let stopping: Promise<void> | undefined;

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

async function step<T>(name: string, work: () => Promise<T>): Promise<T> {
  const at = Date.now();
  const result = await work();
  say(`✓ ${name} (${((Date.now() - at) / 1000).toFixed(1)} s)`);
  return result;
}

async function start(): Promise<void> {
  if (existsSync(".env")) process.loadEnvFile(".env");
  checkFolder(resolve(process.env.DATA_DIR || ".data"));
  if (process.env.PORT === "0") process.env.PORT = String(await freePort());
  const { DATABASE_URL, DATA_DIR, PORT, APP_URL, SMTP_URL } = env();
  lockFile = join(DATA_DIR, "supervisor.pid");
  const leaving = await takeLock(lockFile);
  await checkPort(PORT, leaving);
  if (DATABASE_URL) await checkDatabase(DATABASE_URL);
  const url = DATABASE_URL ?? (await step("Starting Postgres", startPostgres));
  process.env.DATABASE_URL = url;
  await step("Migrating the database", () => migrate(url));
  const seeded = await step("Preparing the data", () => runOnce<Seeded>("seed", { dev }));
  await step("Starting the site and the worker", () => startServices(PORT));
  report({ ...seeded, url: APP_URL, outbox: !SMTP_URL });
}

function startPostgres(): Promise<string> {
  return new Promise((found, reject) => {
    postgres = new Child("postgres", { dev, hear });
    let first: string | undefined;
    function hear(message: unknown): void {
      const { url, error } = message as { url?: string; error?: string };
      first ??= url;
      if (url && url === first) found(url);
      else if (url) void fail(new EnvError("Postgres fell over and its port was taken meanwhile: start again"));
      else if (!first) reject(new EnvError(error ?? "Postgres does not start"));
    }
  });
}

async function startServices(port: number): Promise<void> {
  if (stopping) return;
  const server = new Child("server", { dev });
  services.push(server, new Child("worker", { dev }));
  if (dev) watchSources(() => void Promise.all(services.map((service) => service.restart())).catch(fail));
  const until = Date.now() + readyWithinMs;
  while (!(await answers(`http://127.0.0.1:${port}/api/health/ready`))) {
    if (server.failing || stopping) throw new EnvError("the site does not stay up: see what it said above");
    if (Date.now() > until) throw new EnvError(`the site did not answer within ${readyWithinMs / 1000} s`);
    await pause(100);
  }
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(url, { signal: AbortSignal.timeout(30_000) })).ok;
  } catch (error) {
    // So does fetch say that nobody listens yet, or not in time.
    if (error instanceof TypeError || (error as Error).name === "TimeoutError") return false;
    throw error;
  }
}

function report({ url, outbox, setUpLink, owner }: Seeded & { url: string; outbox: boolean }): void {
  say(`\nReady after ${((Date.now() - began) / 1000).toFixed(1)} s. Ctrl-C stops everything.\n`);
  say(`  Site     ${url}/`);
  say(`  Desk     ${url}/desk`);
  if (outbox) say(`  Outbox   ${url}/desk/outbox   (SMTP_URL is not set: every mail is kept there and nothing leaves)`);
  if (setUpLink) say(`  Set up   ${setUpLink}   (works once; makes the first owner)`);
  if (owner) say(`  Owner    ${owner}, with OWNER_PASSWORD`);
  say("");
}

/** Stops everything, the database last. Called again, it waits for the first time. */
function stop(code: number): Promise<void> {
  stopping ??= stopAll().then(() => process.exit(code));
  return stopping;
}

async function stopAll(): Promise<void> {
  if (lockFile) markStopping(lockFile);
  await Promise.all(services.map((service) => service.stop()));
  await postgres?.stop();
}

async function fail(error: unknown): Promise<void> {
  if (!stopping) {
    const message = error instanceof Error ? error.message : String(error);
    process.stderr.write(`\n${error instanceof EnvError ? message : `Appeals Desk could not start: ${message}`}\n`);
  }
  await stop(1);
}

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => void stop(0).catch(fail));
// Who read our lines may be gone before us, as in `npm start | tee log`.
process.stdout.on("error", () => void stop(0).catch(fail));
endWithParent(() => stop(0));
start().catch(fail);
