import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { chown, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { EnvError } from "@/lib/env";
import type { Place } from "./place";

const run = promisify(execFile);

/** What Postgres programs get of our environment: nothing that is secret or changes how they speak. */
export const postgresEnv = { PATH: process.env.PATH, LC_ALL: "C.UTF-8", TZ: "UTC" } as unknown as NodeJS.ProcessEnv;

/**
 * Makes the cluster of a place when there is none: UTF-8, and a password for everybody, also on this machine.
 * @throws EnvError when the cluster there belongs to another version of Postgres
 */
export async function ensureCluster(place: Place): Promise<void> {
  const version = join(place.cluster, "PG_VERSION");
  if (!existsSync(version)) return makeCluster(place);
  const major = (await readFile(version, "utf8")).trim();
  const ours = place.binaries.version.split(".")[0];
  if (major !== ours) {
    throw new EnvError(
      `the database in ${place.cluster} is of Postgres ${major}, this is ${ours}: move it with pg_dump`,
    );
  }
}

// Made beside its place and moved there whole, so that a start that was killed leaves no half a cluster.
async function makeCluster({ home, cluster, binaries, user, passwords, throwAway }: Place): Promise<void> {
  const part = `${cluster}.part`;
  const passwordFile = join(home, "password.part");
  await rm(part, { recursive: true, force: true });
  await rm(passwordFile, { force: true });
  await writeFile(passwordFile, passwords.superuser, { mode: 0o600, flag: "wx" });
  if (user) await chown(passwordFile, user.uid, user.gid);
  const options = ["--username=postgres", `--pwfile=${passwordFile}`, "--auth=scram-sha-256"];
  const format = ["--encoding=UTF8", "--locale=C.UTF-8", ...(throwAway ? ["--no-sync"] : [])];
  try {
    await run(join(binaries.folder, "bin", "initdb"), [`--pgdata=${part}`, ...options, ...format], {
      ...user,
      cwd: home,
      env: postgresEnv,
    });
  } catch (error) {
    const said = String((error as { stderr?: string }).stderr ?? error).trim();
    throw new EnvError(`the database cannot be made: ${said.split("\n").at(-1)}`, { cause: error });
  } finally {
    await rm(passwordFile, { force: true });
  }
  await rename(part, cluster);
}
