import { rm } from "node:fs/promises";
import { setTimeout as pause } from "node:timers/promises";
import { EnvError } from "@/lib/env";
import { answers } from "./answers";
import { freePort } from "./free-port";
import { ensureCluster } from "./init";
import { launchPostgres, type Launched } from "./launch";
import { stopLeftover } from "./leftover";
import { findPlace, makeThrowAwayPlace, type Place } from "./place";
import { appName, ensureRoles } from "./roles";

/** A running Postgres. `superuserUrl` is for tests, which make databases. */
export type Embedded = { url: string; superuserUrl: string; ended: Promise<void>; stop: () => Promise<void> };

const tries = 10;
// Recovery after a power cut reads all that was written since the last checkpoint.
const patienceMs = 120_000;

/**
 * Starts the embedded Postgres of a data folder, or a throw-away one for tests (null), after it has stopped what an earlier
 * run left there. It belongs to this process, which must stop it.
 * @param wantedPort tried first, so that a database that fell over comes back under its old address
 * @throws EnvError with one line a person can act on
 */
export async function startEmbedded(dataDir: string | null, wantedPort?: number): Promise<Embedded> {
  const place = dataDir ? await findPlace(dataDir) : await makeThrowAwayPlace();
  await stopLeftover(place.cluster);
  await ensureCluster(place);
  const { server, port } = await launchUntilReady(place, wantedPort);
  const { superuser, app } = place.passwords;
  const superuserUrl = urlOf("postgres", superuser, port, "postgres");
  await ensureRoles(superuserUrl, app);
  const stop = () => end(place, server);
  return { url: urlOf(appName, app, port, appName), superuserUrl, ended: server.ended, stop };
}

// It may end at once: the port was taken in the meantime, or memory of an earlier run is still in use for a moment.
async function launchUntilReady(place: Place, wantedPort?: number): Promise<{ server: Launched; port: number }> {
  for (let left = tries; left > 0; left -= 1) {
    const port = left === tries && wantedPort ? wantedPort : await freePort();
    const server = launchPostgres(place, port);
    if (await isReady(server, urlOf("postgres", place.passwords.superuser, port, "postgres"))) return { server, port };
    await pause(500);
  }
  throw new EnvError(`the embedded Postgres does not start: see ${place.log}`);
}

async function isReady(server: Launched, url: string): Promise<boolean> {
  const until = Date.now() + patienceMs;
  while (server.isRunning() && Date.now() < until) {
    if (await answers(url)) return true;
    await pause(50);
  }
  if (!server.isRunning()) return false;
  server.kill("SIGQUIT");
  throw new EnvError(`the embedded Postgres did not answer within ${patienceMs / 1000} s`);
}

// SIGINT is Postgres's fast shutdown: it rolls back what is open, writes a checkpoint, and goes.
async function end({ home, throwAway }: Place, server: Launched): Promise<void> {
  const urgent = setTimeout(() => server.kill("SIGQUIT"), 20_000);
  server.kill("SIGINT");
  await server.ended;
  clearTimeout(urgent);
  if (throwAway) await rm(home, { recursive: true, force: true });
}

function urlOf(role: string, password: string, port: number, database: string): string {
  return `postgresql://${role}:${password}@127.0.0.1:${port}/${database}`;
}
