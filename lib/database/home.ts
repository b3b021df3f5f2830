import { createHash } from "node:crypto";
import { existsSync, readFileSync, realpathSync } from "node:fs";
import { chown, mkdir, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { EnvError } from "@/lib/env";
import { stopLeftover } from "./leftover";
import { readPasswords } from "./passwords";
import type { ProcessOwner } from "./postgres-user";

type Owner = { id: string; dataDir: string };
type Settling = { systemFolder: string; id: string; user: ProcessOwner };

/**
 * The folder outside of the data folder that holds root's cluster. It is named after the data folder's path; a data folder
 * that was moved takes its cluster along, one that was copied begins with an empty cluster of its own, and a cluster whose
 * data folder was deleted (its keys with it) is set aside, never overwritten.
 * @throws EnvError when there was a cluster and it is gone
 */
export async function settleHome(givenDataDir: string, { systemFolder, id, user }: Settling): Promise<string> {
  const dataDir = realpathSync(givenDataDir);
  const home = join(systemFolder, createHash("sha256").update(dataDir).digest("hex").slice(0, 12));
  const pointer = join(dataDir, "postgres-home");
  const before = existsSync(pointer) ? readFileSync(pointer, "utf8").trim() : null;
  const owner = readOwner(home);
  if (owner?.id !== id) {
    if (owner) await move(home, `${home}.set-aside-${Date.now()}`);
    if (before === home) {
      throw new EnvError(
        `the database is missing from ${home}: restore it, or remove ${pointer} to begin with an empty one`,
      );
    }
    if (before && wasMoved(before, id)) await move(before, home);
  }
  await mkdir(home, { recursive: true, mode: 0o700 });
  await chown(home, user.uid, user.gid);
  await writeFile(ownerFile(home), JSON.stringify({ id, dataDir } satisfies Owner), { mode: 0o600 });
  await writeFile(pointer, home, { mode: 0o600 });
  return home;
}

function wasMoved(home: string, id: string): boolean {
  const owner = readOwner(home);
  if (owner?.id !== id) return false;
  return !existsSync(owner.dataDir) || readPasswords(owner.dataDir)?.id !== id;
}

async function move(from: string, to: string): Promise<void> {
  await stopLeftover(join(from, "cluster"));
  await rename(from, to);
}

function readOwner(home: string): Owner | null {
  if (!existsSync(ownerFile(home))) return null;
  return JSON.parse(readFileSync(ownerFile(home), "utf8")) as Owner;
}

function ownerFile(home: string): string {
  return join(home, "owner.json");
}
