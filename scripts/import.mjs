// npm run import: reads an appeal. It needs neither database nor pages, so its programs alone are bundled when the sources are
// newer, and run in this process when this is the right Node: less than a second instead of minutes.
import { spawn } from "node:child_process";
import { mkdirSync, readFileSync, readdirSync, realpathSync, statSync } from "node:fs";
import { join } from "node:path";
import { checkNode, ensureInstalled, nodePath, root, withNode } from "./install.mjs";
import { ending, fail } from "./step.mjs";

const program = join(root, "dist", "import.js");

async function runImport(args) {
  await prepare();
  const node = nodePath();
  if (realpathSync(node) === realpathSync(process.execPath)) await import(program);
  else
    process.exitCode = await ending(spawn(node, [program, ...args], { stdio: "inherit", env: withNode(process.env) }));
}

/** Says what it does on standard error: on standard output stands the draft alone. */
async function prepare() {
  const { log } = console;
  console.log = console.error;
  checkNode();
  await ensureInstalled();
  if (isStale()) await bundle();
  console.log = log;
}

function isStale() {
  const made = statSync(program, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  const sources = ["lib", "scripts"].flatMap((folder) =>
    readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name)),
  );
  return sources.some((file) => statSync(file).mtimeMs > made);
}

async function bundle() {
  const { build } = await import("esbuild");
  mkdirSync(join(root, "dist"), { recursive: true });
  await build({
    absWorkingDir: root,
    entryPoints: {
      import: "scripts/import.ts",
      reading: "lib/importing/reading.ts",
      reader: "lib/importing/reader.ts",
    },
    outdir: "dist",
    ...JSON.parse(readFileSync(join(root, "scripts", "bundle.json"), "utf8")),
    alias: { "@": root },
    sourcemap: true,
    logLevel: "warning",
  });
}

await runImport(process.argv.slice(2)).catch(fail);
