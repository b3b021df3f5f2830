import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, statfsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { throwAwayPrefix } from "@/lib/database/sweep";

/** A file system in memory that can be filled. */
export type SmallDisk = { folder: string; fill: () => void; free: () => void; remove: () => void };

/** @throws Error where nothing may be mounted: only root may */
export async function makeSmallDisk(home: string, megabytes: number): Promise<SmallDisk> {
  unmountLeftovers();
  const folder = join(home, "disk");
  const ballast = join(folder, "ballast");
  mkdirSync(folder);
  execFileSync("mount", ["-t", "tmpfs", "-o", `size=${megabytes}m`, "tmpfs", folder], { stdio: "pipe" });
  return {
    folder,
    fill: () => fill(folder, ballast),
    free: () => rmSync(ballast, { force: true }),
    remove: () => void execFileSync("umount", ["-l", folder], { stdio: "pipe" }),
  };
}

/** To the last page: what is asked for beyond it is refused. */
function fill(folder: string, ballast: string): void {
  for (let free = room(folder); free > 0; free = room(folder)) {
    try {
      writeFileSync(ballast, Buffer.alloc(Math.min(free, 1 << 22)), { flag: "a" });
    } catch (error) {
      // Postgres was quicker to take the last page.
      if ((error as NodeJS.ErrnoException).code !== "ENOSPC") throw error;
    }
  }
}

function room(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}

/** Those of a harness that was killed, so that its folder can be swept. */
function unmountLeftovers(): void {
  const mounted = readFileSync("/proc/mounts", "utf8").matchAll(/^\S+ (\S+) tmpfs/gm);
  for (const [, folder = ""] of mounted) {
    if (folder.includes(`/${throwAwayPrefix}`)) execFileSync("umount", ["-l", folder], { stdio: "pipe" });
  }
}
