import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bundleWorker } from "@/tests/bundle-worker";
import { Cluster } from "./cluster";
import { makeTemplate } from "./database";
import { startSink } from "./sink/start";
import type { House } from "./stage";

/**
 * Everything that stays from repeat to repeat. Has to come before anything that reads `lib/env` is loaded.
 * @returns with a folder for what repeats leave behind
 */
export async function openHouse(): Promise<House & { close: () => Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), "appeals-faults-"));
  Object.assign(process.env, {
    NODE_ENV: "test",
    DATA_DIR: folder,
    LOG_LEVEL: "error",
    APP_URL: "http://appeals.test",
    MAIL_FROM: "letters@appeals.test",
    BOUNCE_ADDRESS: "bounces@appeals.test",
    AUTH_SECRET: "a-secret-for-tests-only-0123456789",
    SEALING_KEY: "5ea1".repeat(16),
  });
  for (const name of ["DATABASE_URL", "SMTP_URL", "BOUNCE_PORT", "FAX_GATEWAY"]) delete process.env[name];
  const sink = await startSink();
  const cluster = await openCluster();
  const bundle = await bundleWorker("worker");
  const close = async () => {
    await cluster.stop();
    await sink.stop();
  };
  return { sink, cluster, bundle, folder, close };
}

/** A cluster that is ready for repeats. */
export async function openCluster(options?: { diskMb?: number }): Promise<Cluster> {
  const cluster = await Cluster.start(options);
  await makeTemplate(cluster);
  return cluster;
}

/** From here on `lib/db` speaks with this one. */
export function pointTo(url: string): void {
  writeFileSync(join(process.env.DATA_DIR ?? "", "database-url"), url, { mode: 0o600 });
}
