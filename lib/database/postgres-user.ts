import { spawnSync } from "node:child_process";
import { EnvError } from "@/lib/env";

/** Postgres refuses to run as root: root lends it this user, who owns nothing else. */
const name = "appeals-desk";

export type ProcessOwner = { uid: number; gid: number };

/**
 * Who Postgres runs as: nobody else (undefined) unless this process is root, then a system user made for it.
 * @throws EnvError when that user cannot be made
 */
export function postgresUser(): ProcessOwner | undefined {
  if (process.getuid?.() !== 0) return undefined;
  return findUser() ?? makeUser();
}

function findUser(): ProcessOwner | undefined {
  const [uid, gid] = ["-u", "-g"].map((flag) => Number(spawnSync("id", [flag, name], { encoding: "utf8" }).stdout.trim() || Number.NaN));
  return uid && gid ? { uid, gid } : undefined;
}

function makeUser(): ProcessOwner {
  const made = spawnSync("useradd", ["--system", "--user-group", "--no-create-home", "--shell", "/usr/sbin/nologin", name]);
  const user = made.status === 0 ? findUser() : undefined;
  if (!user) throw new EnvError(`Postgres will not run as root, and the user ${name} could not be made: set DATABASE_URL, or start as another user`);
  return user;
}
