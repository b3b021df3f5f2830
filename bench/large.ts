import { asAdministrator, databaseIn } from "@/tests/cluster";
import { migrate } from "@/lib/database/migrate";
import { freePort } from "@/lib/database/free-port";
import { askChild } from "./child";
import type { LargeWorld } from "./large-world";
import { startSite } from "./site";

/** An installation with one campaign of a known size, and the site on it. */
export type Large = LargeWorld & { count: number; url: string; port: number; pid: number; stop: () => Promise<void> };

/** Makes a database of its own beside the bench's, fills it, and starts the site on it. A million take some minutes. */
export async function startLarge(superuserUrl: string, appUrl: string, count: number): Promise<Large> {
  const name = `appeals_bench_${count}`;
  const { username } = new URL(appUrl);
  await asAdministrator(superuserUrl, (client) => client.query(`create database ${name} owner ${username}`));
  const url = databaseIn(appUrl, name);
  await migrate(url);
  const began = performance.now();
  // Nothing of it has to outlive a power cut.
  const unsafe = `${url}?options=${encodeURIComponent("-c synchronous_commit=off")}`;
  const world = await askChild<LargeWorld>("bench/large-world.ts", {
    args: [String(count)],
    env: { DATABASE_URL: unsafe },
  });
  console.log(`made ${count} signatures in ${Math.round((performance.now() - began) / 1000)} s`);
  const port = await freePort();
  const site = await startSite(port, { DATABASE_URL: url, APP_URL: `http://127.0.0.1:${port}` });
  return { ...world, ...site, count, url };
}
