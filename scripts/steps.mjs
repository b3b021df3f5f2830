// Shared by the commands that must work on a fresh clone: what is missing is installed and built, once, visibly.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { delimiter, join, resolve } from "node:path";

const needed = [20, 19];
const wanted = 24;
const stamps = { install: "node_modules/.appeals-desk-install", build: "dist/.sources" };
const sources = ["app", "components", "lib", "messages", "prisma", "public", "scripts"];
const generated = join("lib", "generated");

/** Ends the command with one line a person can act on. */
export function giveUp(line) {
  process.stderr.write(`${line}\n`);
  process.exit(1);
}

/** Runs a step and says how long it took; its own output is shown only when it fails. */
export function step(name, command, args, env = {}) {
  process.stdout.write(`  ${name} …`);
  const began = Date.now();
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    env: { ...process.env, PATH: `${resolve("node_modules/.bin")}${delimiter}${process.env.PATH}`, ...env },
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  });
  process.stdout.write(` ${((Date.now() - began) / 1000).toFixed(1)} s\n`);
  if (status === 0) return;
  process.stderr.write(`${stdout ?? ""}${stderr ?? ""}`);
  giveUp(`${name}: failed${error ? ` (${error.message})` : ""}`);
}

/** The Node that everything but these scripts runs on: the pinned one where npm has it, else this one if it is new enough. */
export function pinnedNode() {
  const pinned = resolve("node_modules/.bin/node");
  if (existsSync(pinned)) return pinned;
  if (Number(process.versions.node.split(".")[0]) >= wanted) return process.execPath;
  return giveUp(`npm has no Node ${wanted} for ${process.platform}-${process.arch}: install Node ${wanted} or newer and start again`);
}

/** Installs from the lockfile when that has not been done since it changed. */
export function ensureInstalled() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major < needed[0] || (major === needed[0] && minor < needed[1])) {
    giveUp(`Node ${process.versions.node} is too old: ${needed.join(".")} or newer is needed`);
  }
  const lock = digest([["package-lock.json", readFileSync("package-lock.json", "utf8")]]);
  if (read(stamps.install) === lock) return;
  step("installing packages", "npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"]);
  writeFileSync(stamps.install, lock);
}

/** Builds when a source has changed since the last build. */
export function ensureBuilt() {
  const now = digest(listSources());
  if (read(stamps.build) === now) return;
  step("building", pinnedNode(), ["scripts/build.mjs"]);
  mkdirSync("dist", { recursive: true });
  writeFileSync(stamps.build, now);
}

function listSources() {
  const inFolders = sources.flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name)),
  );
  const atRoot = readdirSync(".").filter((name) => /\.(ts|mjs|json)$/.test(name) && name !== "next-env.d.ts");
  return [...inFolders, ...atRoot]
    .filter((path) => !path.startsWith(generated) && !path.endsWith(".tsbuildinfo"))
    .sort()
    .map((path) => [path, `${statSync(path).size} ${Math.floor(statSync(path).mtimeMs)}`]);
}

function digest(entries) {
  const hash = createHash("sha256");
  for (const [path, content] of entries) hash.update(`${path}\0${content}\0`);
  return hash.digest("hex");
}

function read(path) {
  return existsSync(path) ? readFileSync(path, "utf8") : null;
}
