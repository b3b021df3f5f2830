import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { bundleWorker } from "@/tests/bundle-worker";

const migrations = "prisma/migrations";
let bundled: Promise<string> | undefined;

/**
 * The worker as it was when the newest migration came, so that it fits the database; as it is now, but made smaller, where the
 * history does not say.
 */
export function bundleOlder(): Promise<string> {
  bundled ??= bundleAsOf(commitOfNewestMigration());
  return bundled;
}

async function bundleAsOf(commit: string | null): Promise<string> {
  if (!commit) return bundleWorker("worker-again", { production: true });
  const root = resolve("node_modules/.cache/appeals-desk", `older-${process.pid}`);
  rmSync(root, { recursive: true, force: true });
  mkdirSync(root, { recursive: true });
  process.once("exit", () => rmSync(root, { recursive: true, force: true }));
  const files = execFileSync("git", ["archive", commit, "lib", "messages", "worker.ts", "tsconfig.json"], {
    maxBuffer: 1 << 28,
  });
  execFileSync("tar", ["-x", "-C", root], { input: files });
  // The client is made, not kept. Tables have since had columns added at most.
  cpSync("lib/generated", join(root, "lib/generated"), { recursive: true });
  return bundleWorker("worker-older", { root });
}

function commitOfNewestMigration(): string | null {
  if (!existsSync(".git")) return null;
  const added = ["log", "-1", "--format=%H", "--", migrations];
  const commit = execFileSync("git", added, { encoding: "utf8" }).trim();
  return commit || null;
}
