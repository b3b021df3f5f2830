import { execFileSync, spawn, type ChildProcess } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chownSync, existsSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { dirname, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import type { ClusterHome } from "./cluster-home";
import { stopLeftover } from "./leftover";

/** A running Postgres. `url` opens the database `appeals` as its owner. */
export type EmbeddedPostgres = { url: string; stop: () => Promise<void> };

const user = "appeals";
const startMs = 30_000;

// Statements carry sealed data only, but who signed when is nobody's business either: they stay out of the log.
const settings = [
  "listen_addresses=127.0.0.1",
  "unix_socket_directories=",
  "max_connections=100",
  "shared_buffers=128MB",
  "password_encryption=scram-sha-256",
  "log_min_error_statement=panic",
  "log_parameter_max_length=0",
  "log_parameter_max_length_on_error=0",
  "log_error_verbosity=terse",
];

/**
 * Starts Postgres on a cluster, making the cluster first where there is none.
 * @param password of the database's owner; the same for the life of the cluster
 * @param throwAway for tests: quick instead of safe
 */
export async function startPostgres(
  home: ClusterHome,
  { password, throwAway = false }: { password: string; throwAway?: boolean },
): Promise<EmbeddedPostgres> {
  if (!existsSync(join(home.data, "PG_VERSION"))) initialise(home, password);
  await stopLeftover(home.data);
  const port = await freePort();
  const log = openSync(home.log, "a", 0o600);
  const unsafe = throwAway ? ["fsync=off", "synchronous_commit=off", "full_page_writes=off"] : [];
  const flags = [`port=${port}`, ...settings, ...unsafe].flatMap((one) => ["-c", one]);
  const server = spawn(join(home.bin, "postgres"), ["-D", home.data, ...flags], {
    ...home.owner,
    cwd: home.owner ? "/" : process.cwd(),
    stdio: ["ignore", log, log],
  });
  const url = `postgresql://${user}:${password}@127.0.0.1:${port}/${user}`;
  await ready(url, server, home.log);
  return { url, stop: () => stop(server) };
}

/** A new password for a cluster. Hexadecimal, so that it needs no escaping in a URL. */
export function newPassword(): string {
  return randomBytes(24).toString("hex");
}

// A folder without PG_VERSION is an initdb that was cut short: it holds nothing yet.
function initialise(home: ClusterHome, password: string): void {
  rmSync(home.data, { recursive: true, force: true });
  mkdirSync(home.data, { recursive: true, mode: 0o700 });
  const file = join(dirname(home.data), "initial-password");
  writeFileSync(file, password, { mode: 0o600 });
  if (home.owner) for (const path of [home.data, file]) chownSync(path, home.owner.uid, home.owner.gid);
  try {
    execFileSync(
      join(home.bin, "initdb"),
      ["-D", home.data, "-U", user, "--encoding=UTF8", "--locale=C.UTF-8", "--auth=scram-sha-256", `--pwfile=${file}`],
      { ...home.owner, cwd: home.owner ? "/" : process.cwd(), stdio: "pipe" },
    );
  } finally {
    rmSync(file, { force: true });
  }
}

async function ready(url: string, server: ChildProcess, log: string): Promise<void> {
  const until = Date.now() + startMs;
  for (;;) {
    if (server.exitCode !== null) throw new Error(`Postgres did not start: ${lastLine(log)}`);
    const client = new pg.Client({ connectionString: url.replace(/[^/]+$/, "postgres"), connectionTimeoutMillis: 2000 });
    try {
      await client.connect();
      const { rowCount } = await client.query("select from pg_database where datname = $1", [user]);
      if (rowCount === 0) await client.query(`create database ${user}`);
      return;
    } catch (error) {
      if (Date.now() > until) throw error;
    } finally {
      await client.end().catch(() => undefined);
    }
    await pause(50);
  }
}

function lastLine(file: string): string {
  return readFileSync(file, "utf8").trim().split("\n").at(-1) ?? "";
}

// SIGINT is Postgres's fast shutdown: it rolls back what is open, writes a checkpoint, and goes.
async function stop(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const gone = new Promise((resolve) => server.once("exit", resolve));
  server.kill("SIGINT");
  await gone;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}
