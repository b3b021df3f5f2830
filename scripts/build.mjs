// npm run build: Prisma's client, Next's build, and one bundle for each program in dist/.
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { bundleEnhancements } from "./bundle-enhance.mjs";
import { checkNode, ensureInstalled, generateClient, hashSources, markBuilt, nodePath, root } from "./install.mjs";
import { fail, runQuietly, step } from "./step.mjs";

const programs = {
  supervise: "scripts/supervise.ts",
  postgres: "scripts/postgres.ts",
  server: "server.ts",
  worker: "worker.ts",
  migrate: "scripts/migrate.ts",
  seed: "prisma/seed.ts",
  member: "scripts/member.ts",
  doctor: "scripts/doctor.ts",
  import: "scripts/import.ts",
  reading: "lib/importing/reading.ts",
  reader: "lib/importing/reader.ts",
};
// Of our own settings the build sees none: it must be the same everywhere, and leave no keys behind.
const own =
  /^(APP_URL|DATA_DIR|DATABASE_URL|SMTP_URL|MAIL_FROM|DKIM_\w+|DNS_SERVERS|BOUNCE_\w+|INBOUND_SECRET|FAX_GATEWAY|OWNER_EMAIL|OWNER_PASSWORD|AUTH_SECRET|SEALING_KEY)(_FILE)?$/;
const placeholders = { AUTH_SECRET: "only-while-building", SEALING_KEY: "0".repeat(64) };

const ending = new AbortController();
process.once("disconnect", () => ending.abort());

async function build() {
  checkNode();
  await ensureInstalled();
  const hashed = hashSources();
  rmSync(join(root, "dist"), { recursive: true, force: true });
  mkdirSync(join(root, "dist"));
  await step("Generating the database client", generateClient);
  await step("Bundling the programs", () => Promise.all([bundle(), bundleEnhancements()]));
  await step("Building the pages", buildPages);
  markBuilt(hashed);
  if (process.connected) process.disconnect();
}

async function bundle() {
  const esbuild = await import("esbuild");
  await esbuild.build({
    absWorkingDir: root,
    entryPoints: programs,
    outdir: "dist",
    // With these alone no failpoint is left in what is built; a test bundles with them too.
    ...JSON.parse(readFileSync(join(root, "scripts", "bundle.json"), "utf8")),
    alias: { "@": root },
    sourcemap: true,
    logLevel: "warning",
  });
}

async function buildPages() {
  const kept = Object.entries(process.env).filter(([name]) => !own.test(name));
  await runQuietly(nodePath(), ["node_modules/next/dist/bin/next", "build"], {
    cwd: root,
    label: "next build",
    signal: ending.signal,
    env: { ...Object.fromEntries(kept), ...placeholders, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
  });
}

await build().catch(fail);
