import { fork, type ChildProcess } from "node:child_process";
import { mkdirSync, openSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { freePort } from "@/lib/database/free-port";
import type { Seeded } from "@/prisma/seed";
import type { SunkMessage } from "@/tests/smtp-sink";
import { mailFrom, type SavedMail, type World } from "./world";

type WorldSettings = {
  folder: string;
  databaseUrl: string;
  mails: string;
  env: Record<string, string>;
  atEnd: (stop: () => Promise<void>) => void;
};

const readyWithinMs = 60_000;

/** Seeds a migrated database and runs site and worker on it, from the production build, until the end of the run. */
export async function startWorld({ folder, databaseUrl, mails, env, atEnd }: WorldSettings): Promise<World> {
  mkdirSync(folder, { recursive: true });
  const port = await freePort();
  // By name: a browser makes no passkey for a bare address.
  const url = `http://localhost:${port}`;
  const log = join(folder, "log");
  const run = (name: string) =>
    fork(`dist/${name}.js`, [], {
      execArgv: ["--enable-source-maps"],
      env: {
        ...surroundings(),
        ...settings(folder),
        PORT: String(port),
        APP_URL: url,
        DATABASE_URL: databaseUrl,
        ...env,
      },
      stdio: ["ignore", openSync(log, "a"), openSync(log, "a"), "ipc"],
    });
  const { setUpLink } = await seed(run("seed"), log);
  for (const child of [run("server"), run("worker")]) atEnd(() => end(child));
  await untilReady(url, log);
  return { url, databaseUrl, log, mails, setUpLink };
}

/** Of our own settings the programs get those of their world alone. */
function surroundings(): NodeJS.ProcessEnv {
  const { PATH, HOME, TMPDIR } = process.env;
  return { PATH, HOME, TMPDIR, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" };
}

function settings(folder: string): Record<string, string> {
  return {
    DATA_DIR: join(folder, "data"),
    MAIL_FROM: mailFrom,
    NETWORK_LIMIT: "1000000",
    LANE_RATE: "100000",
    LOG_LEVEL: "debug",
  };
}

function seed(child: ChildProcess, log: string): Promise<Seeded> {
  return new Promise((done, fail) => {
    child.once("message", (seeded) => done(seeded as Seeded));
    child.once("exit", () => fail(new Error(`the seed failed: ${readFileSync(log, "utf8")}`)));
  });
}

async function untilReady(url: string, log: string): Promise<void> {
  const until = Date.now() + readyWithinMs;
  while (!(await answers(`${url}/api/health/ready`))) {
    if (Date.now() > until) throw new Error(`the site does not answer: ${readFileSync(log, "utf8")}`);
    await pause(100);
  }
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(url)).ok;
  } catch {
    return false;
  }
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((done) => child.once("exit", done));
  child.kill("SIGTERM");
  const late = setTimeout(() => child.kill("SIGKILL"), 10_000);
  await gone;
  clearTimeout(late);
}

/** Keeps each message of a sink as a file, whole or not at all, where every process of the run can read it. */
export function saveMails(folder: string): (message: SunkMessage) => undefined {
  mkdirSync(folder, { recursive: true });
  let count = 0;
  return ({ from, to, raw }) => {
    const file = join(folder, String((count += 1)).padStart(6, "0"));
    const saved: SavedMail = { envelope: { from, to }, bytes: raw.toString("base64") };
    writeFileSync(file, JSON.stringify(saved));
    renameSync(file, `${file}.json`);
    return undefined;
  };
}
