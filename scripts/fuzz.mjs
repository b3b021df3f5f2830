// npm run fuzz: the reader of appeals is given a million texts that nobody wrote. `npm test` plays a few.
import { spawn } from "node:child_process";
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { checkNode, ensureInstalled, nodePath, root, withNode } from "./install.mjs";
import { ending, endWithNpm, fail } from "./step.mjs";

async function runFuzz(args) {
  checkNode();
  await ensureInstalled();
  const child = spawn(nodePath(), ["--enable-source-maps", await bundle(), ...args], {
    cwd: root,
    stdio: "inherit",
    env: withNode(process.env),
  });
  for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child.kill(signal));
  endWithNpm(child);
  process.exit(await ending(child));
}

/** Below node_modules, so that packages are found. */
async function bundle() {
  const { build } = await import("esbuild");
  const folder = join(root, "node_modules", ".cache", "appeals-desk");
  mkdirSync(folder, { recursive: true });
  const outfile = join(folder, "fuzz.mjs");
  await build({
    absWorkingDir: root,
    entryPoints: ["tests/fuzz/run.ts"],
    outfile,
    ...JSON.parse(readFileSync(join(root, "scripts", "bundle.json"), "utf8")),
    alias: { "@": root },
    sourcemap: true,
    logLevel: "warning",
  });
  return outfile;
}

await runFuzz(process.argv.slice(2)).catch(fail);
