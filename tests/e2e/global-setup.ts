import { existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FullConfig } from "@playwright/test";
import { startEmbedded } from "@/lib/database/embedded";
import { migrate } from "@/lib/database/migrate";
import { asAdministrator, databaseIn } from "@/tests/cluster";
import { startSink } from "@/tests/smtp-sink";
import { saveMails, startWorld } from "./start-world";
import { owner, type Worlds } from "./world";

type Stop = () => Promise<unknown> | void;

/**
 * Everything the browser tests talk to, from the production build: a throw-away Postgres, and for each worker one installation
 * with a mail server and an owner, one with neither, whose mails stay in its Outbox, and one with a mail server that nobody owns
 * yet.
 */
export default async function globalSetup({ workers }: FullConfig): Promise<() => Promise<void>> {
  if (!existsSync("dist/server.js") || !existsSync(".next/BUILD_ID")) throw new Error("no build: run npm run build");
  const stops: Stop[] = [];
  const stopAll = async () => {
    for (const stop of stops.splice(0).toReversed()) await stop();
  };
  process.once("SIGTERM", () => void stopAll().finally(() => process.exit(1)));
  try {
    const worlds = await startWorlds(workers, (stop) => stops.push(stop));
    process.env.E2E_WORLDS = JSON.stringify(worlds);
  } catch (error) {
    await stopAll();
    throw error;
  }
  return stopAll;
}

async function startWorlds(workers: number, atEnd: (stop: Stop) => void): Promise<Worlds[]> {
  const folder = mkdtempSync(join(tmpdir(), "appeals-e2e-"));
  atEnd(() => rmSync(folder, { recursive: true, force: true }));
  const cluster = await startCluster();
  atEnd(cluster.stop);
  const databases = await makeDatabases(cluster, workers * perWorker);
  const own = Array.from({ length: workers }, (_, worker) => databases.slice(worker * perWorker));
  return Promise.all(own.map((urls, worker) => startOwn(join(folder, String(worker)), urls, atEnd)));
}

const perWorker = 3;

async function startOwn(folder: string, urls: string[], atEnd: (stop: Stop) => void): Promise<Worlds> {
  const [first = "", second = "", third = ""] = urls;
  mkdirSync(folder);
  const mails = join(folder, "mails");
  const sink = await startSink({ dot: saveMails(mails) });
  atEnd(sink.stop);
  const [sending, capturing, fresh] = await Promise.all([
    startWorld({
      folder: join(folder, "sending"),
      databaseUrl: first,
      mails,
      atEnd,
      env: { SMTP_URL: sink.url, OWNER_EMAIL: owner.email, OWNER_PASSWORD: owner.password },
    }),
    startWorld({ folder: join(folder, "capturing"), databaseUrl: second, mails: "", atEnd, env: {} }),
    startWorld({ folder: join(folder, "fresh"), databaseUrl: third, mails, atEnd, env: { SMTP_URL: sink.url } }),
  ]);
  return { sending, capturing, fresh };
}

type Cluster = { administrator: string; app: string; stop: Stop };

async function startCluster(): Promise<Cluster> {
  const given = process.env.TEST_DATABASE_URL;
  if (given) return { administrator: given, app: given, stop: () => undefined };
  const { superuserUrl, url, stop } = await startEmbedded(null);
  return { administrator: superuserUrl, app: url, stop };
}

/** Migrated databases, which belong to the app's role; all but the first are copies of it. */
async function makeDatabases({ administrator, app }: Cluster, count: number): Promise<string[]> {
  const names = Array.from({ length: count }, (_, n) => `appeals_e2e_${n}`);
  const [first = "", ...others] = names;
  const { username } = new URL(app);
  await asAdministrator(administrator, async (client) => {
    for (const name of names) await client.query(`drop database if exists ${name} with (force)`);
    await client.query(`create database ${first} owner ${username}`);
  });
  await migrate(databaseIn(app, first));
  await asAdministrator(administrator, async (client) => {
    for (const name of others) await client.query(`create database ${name} template ${first} owner ${username}`);
  });
  return names.map((name) => databaseIn(app, name));
}
