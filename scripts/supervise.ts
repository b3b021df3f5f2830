import { join } from "node:path";
import { env, EnvError } from "@/lib/env";
import { migrate } from "@/lib/database/migrate";
import type { Seeded } from "@/prisma/seed";
import { Child, startOnce } from "./children";
import { checkDatabase, checkFolder, checkPort, takeLock } from "./checks";

const dev = process.argv.includes("--dev");
const began = Date.now();
const children: Child[] = [];
let postgres: Child | undefined;
let stopping: Promise<void> | undefined;

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

async function step<T>(name: string, work: () => Promise<T>): Promise<T> {
  const at = Date.now();
  const result = await work();
  say(`  ${name} … ${((Date.now() - at) / 1000).toFixed(1)} s`);
  return result;
}

async function start(): Promise<void> {
  const { DATABASE_URL, DATA_DIR, PORT, APP_URL, SMTP_URL } = env();
  checkFolder(DATA_DIR);
  takeLock(join(DATA_DIR, "supervisor.pid"));
  await checkPort(PORT);
  if (DATABASE_URL) await checkDatabase(DATABASE_URL);
  const url = DATABASE_URL ?? (await step("starting Postgres", startPostgres));
  process.env.DATABASE_URL = url;
  await step("migrating the database", () => migrate(url));
  const seeded = await step("preparing the data", () => startOnce<Seeded>("seed", { dev }));
  await step("starting the site and the worker", () => startServices(PORT));
  report({ ...seeded, url: APP_URL, outbox: !SMTP_URL });
}

async function startPostgres(): Promise<string> {
  postgres = new Child("postgres", { dev, restart: false });
  const { url } = await postgres.firstMessage<{ url: string }>();
  return url;
}

async function startServices(port: number): Promise<void> {
  children.push(new Child("server", { dev }), new Child("worker", { dev }));
  const ready = `http://127.0.0.1:${port}/api/health/ready`;
  await children[0]?.answersAt(ready);
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
  stopping ??= (async () => {
    await Promise.all(children.map((child) => child.stop()));
    await postgres?.stop();
    process.exit(code);
  })();
  return stopping;
}

async function fail(error: unknown): Promise<void> {
  const message = error instanceof Error ? error.message : String(error);
  process.stderr.write(`${error instanceof EnvError ? message : `Appeals Desk could not start: ${message}`}\n`);
  await stop(1);
}

process.on("SIGINT", () => void stop(0));
process.on("SIGTERM", () => void stop(0));
process.once("disconnect", () => void stop(0));
start().catch(fail);
