import { existsSync, readFileSync, statSync } from "node:fs";
import { readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { isAlive } from "@/lib/process/alive";
import { stopLeftover } from "./leftover";

/** What the folders of throw-away clusters are called. */
export const throwAwayPrefix = "appeals-desk-test-";

/** Notes that a throw-away cluster belongs to this process. */
export async function markThrowAway(home: string): Promise<void> {
  await writeFile(ownerFile(home), String(process.pid));
}

/** Stops and removes the throw-away clusters of tests that were killed. */
export async function sweepThrowAway(folder: string): Promise<void> {
  const names = (await readdir(folder)).filter((name) => name.startsWith(throwAwayPrefix));
  for (const home of names.map((name) => join(folder, name)).filter(isLeft)) {
    await stopLeftover(join(home, "cluster"));
    await rm(home, { recursive: true, force: true });
  }
}

function isLeft(home: string): boolean {
  const file = ownerFile(home);
  if (!existsSync(file) || statSync(file).uid !== process.getuid?.()) return false;
  return !isAlive(Number(readFileSync(file, "utf8")));
}

function ownerFile(home: string): string {
  return join(home, "owner.pid");
}
