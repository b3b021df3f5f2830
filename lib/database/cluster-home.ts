import { createHash } from "node:crypto";
import { chmodSync, cpSync, existsSync, mkdirSync, renameSync } from "node:fs";
import { join } from "node:path";
import { findBinaries } from "./binaries";
import { postgresUser, type ProcessOwner } from "./postgres-user";

/** Where a cluster lives and what runs it. */
export type ClusterHome = { data: string; log: string; bin: string; owner: ProcessOwner | undefined };

const rootHome = "/var/lib/appeals-desk";

/**
 * The home of the cluster of a data folder: inside it, or, for root, where the user that Postgres runs as can reach it
 * even if the clone lies below a closed home.
 */
export function clusterHome(dataDir: string): ClusterHome {
  const { folder, version } = findBinaries();
  const owner = postgresUser();
  if (!owner) return { data: join(dataDir, "postgres"), log: join(dataDir, "postgres.log"), bin: join(folder, "bin"), owner };
  mkdirSync(rootHome, { recursive: true, mode: 0o755 });
  const native = join(rootHome, `postgres-${version}`);
  if (!existsSync(native)) copyBinaries(folder, native);
  const home = join(rootHome, createHash("sha256").update(dataDir).digest("hex").slice(0, 12));
  mkdirSync(home, { recursive: true, mode: 0o755 });
  return { data: join(home, "data"), log: join(home, "postgres.log"), bin: join(native, "bin"), owner };
}

// Copied beside and renamed: two starts at once, or a copy cut short, leave no half of a server.
function copyBinaries(from: string, to: string): void {
  const beside = `${to}.${process.pid}`;
  cpSync(from, beside, { recursive: true, verbatimSymlinks: true });
  chmodSync(beside, 0o755);
  if (existsSync(to)) return;
  renameSync(beside, to);
}
