import { existsSync, statSync } from "node:fs";
import { chown, mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Binaries, findBinaries, makeOpenFolder } from "./binaries";
import { settleHome } from "./home";
import { keptPasswords, makePasswords, type Passwords } from "./passwords";
import { postgresUser, type ProcessOwner } from "./postgres-user";
import { markThrowAway, sweepThrowAway, throwAwayPrefix } from "./sweep";

/** Where root's clusters and the copies of the programs are: the clone itself may lie below a closed home. */
const systemFolder = "/var/lib/appeals-desk";

/** All that is needed to run one cluster. `home` holds the cluster and may be entered by `user`. */
export type Place = {
  home: string;
  cluster: string;
  log: string;
  binaries: Binaries;
  user: ProcessOwner | undefined;
  throwAway: boolean;
  passwords: Passwords;
};

/**
 * The place of the cluster that belongs to a data folder: inside it, or, for root, where the user that Postgres runs as can
 * reach it. Makes folders and passwords, no cluster.
 */
export async function findPlace(dataDir: string): Promise<Place> {
  const passwords = await keptPasswords(dataDir);
  const inside = join(dataDir, "postgres");
  const common = { log: join(dataDir, "postgres.log"), throwAway: false, passwords };
  const within = { ...common, home: dataDir, cluster: inside };
  if (!isRoot()) return { ...within, user: undefined, binaries: await findBinaries() };
  await makeOpenFolder(systemFolder);
  const binaries = await findBinaries(systemFolder);
  // Begun by an ordinary user: it stays theirs.
  if (existsSync(inside)) return { ...within, user: ownerOf(inside), binaries };
  const user = postgresUser();
  const home = await settleHome(dataDir, { systemFolder, id: passwords.id, user });
  return { ...common, home, cluster: join(home, "cluster"), user, binaries };
}

/** A place for a cluster that lives as long as its tests. */
export async function makeThrowAwayPlace(): Promise<Place> {
  if (isRoot()) await makeOpenFolder(systemFolder);
  const user = isRoot() ? postgresUser() : undefined;
  const binaries = await findBinaries(isRoot() ? systemFolder : undefined);
  const folder = isRoot() ? systemFolder : tmpdir();
  await sweepThrowAway(folder);
  const home = await mkdtemp(join(folder, throwAwayPrefix));
  await markThrowAway(home);
  if (user) await chown(home, user.uid, user.gid);
  const passwords = makePasswords();
  return { home, cluster: join(home, "cluster"), log: join(home, "log"), binaries, user, throwAway: true, passwords };
}

function isRoot(): boolean {
  return process.getuid?.() === 0;
}

function ownerOf(folder: string): ProcessOwner {
  const { uid, gid } = statSync(folder);
  return { uid, gid };
}
