import { spawnSync } from "node:child_process";
import { EnvError } from "@/lib/env";

/** Postgres refuses to run as root: root lends it this user, who owns nothing else. */
const name = "appeals-desk";

export type ProcessOwner = { uid: number; gid: number };

/**
 * Who Postgres runs as when we are root: a system user, made when missing.
 * @throws EnvError when that user cannot be made
 */
export function postgresUser(): ProcessOwner {
  return findUser() ?? makeUser();
}

function findUser(): ProcessOwner | undefined {
  const [uid, gid] = ["-u", "-g"].map((flag) =>
    Number(spawnSync("id", [flag, name], { encoding: "utf8" }).stdout.trim() || Number.NaN),
  );
  return uid && gid ? { uid, gid } : undefined;
}

function makeUser(): ProcessOwner {
  spawnSync("useradd", ["--system", "--no-create-home", "--shell", "/usr/sbin/nologin", name]);
  // Two starts at once: whichever made it.
  const user = findUser();
  if (user) return user;
  throw new EnvError(
    `Postgres does not run as root, and the user ${name} could not be made: start as another user, or set DATABASE_URL`,
  );
}
