// What a fresh clone lacks: packages, the generated Prisma client, the build. Plain JavaScript without dependencies, for
// it runs before there are any.
import { createHash } from "node:crypto";
import { chmodSync, existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, join, resolve } from "node:path";
import { runQuietly, step, StepError } from "./step.mjs";

export const root = resolve(import.meta.dirname, "..");

const oldest = [20, 19];
// The first with WebAssembly modules, which the engine of Prisma's migrations is.
const oldestToRun = [24, 5];
const lockfile = join(root, "package-lock.json");
const installStamp = join(root, "node_modules", ".appeals-desk-stamp");
const buildStamp = join(root, "dist", "stamp");
const sources = ["app", "components", "enhance", "lib", "messages", "prisma", "public", "scripts"];

/** Refuses a Node that is too old to install with. */
export function checkNode() {
  if (!isAtLeast(oldest)) {
    throw new StepError(`Appeals Desk needs Node ${oldest.join(".")} or newer; this is ${process.versions.node}.`);
  }
}

/** The Node that runs everything: the pinned package's, else this one if it is new enough. */
export function nodePath() {
  const pinned = join(root, "node_modules", ".bin", "node");
  if (existsSync(pinned)) return pinned;
  if (isAtLeast(oldestToRun)) return process.execPath;
  throw new StepError(
    `No pinned Node for ${process.platform}-${process.arch}: start with Node ${oldestToRun.join(".")} or newer (this is ${process.versions.node}).`,
  );
}

/** Installs what the lockfile names when packages are missing or the lockfile has changed. */
export async function ensureInstalled() {
  const wanted = hash([readFileSync(lockfile), `${process.platform}-${process.arch}`]);
  if (readStamp(installStamp) === wanted) return;
  if (readStamp(installStamp) !== null || !fitsLockfile()) await step("Installing packages", npmInstall);
  writeFileSync(installStamp, wanted);
}

/** Writes Prisma's client into lib/generated. */
export async function generateClient() {
  await runQuietly(nodePath(), ["node_modules/prisma/build/index.js", "generate"], {
    cwd: root,
    label: "prisma generate",
    env: prismaEnv(),
  });
}

/** Builds when there is no build or the sources have changed since. */
export async function ensureBuilt() {
  if (readStamp(buildStamp) === hashSources() && existsSync(join(root, ".next", "BUILD_ID"))) return;
  // The channel ends the build when this process is killed: a second one beside it would be refused.
  const stdio = ["ignore", "pipe", "pipe", "ipc"];
  await step("Building", () => runQuietly(nodePath(), ["scripts/build.mjs"], { cwd: root, label: "The build", stdio }));
}

/** Notes that what stands in dist and .next was made from these sources. */
export function markBuilt(hashed) {
  writeFileSync(buildStamp, hashed);
}

/** A hash over every file that goes into the build. */
export function hashSources() {
  const top = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isFile() && isSource(entry.name));
  const below = sources.filter((folder) => existsSync(join(root, folder))).flatMap(listFiles);
  const files = [...top.map(({ name }) => name), ...below].toSorted();
  return hash(files.flatMap((file) => [file, readFileSync(join(root, file))]));
}

function isSource(name) {
  return /\.(ts|mjs|json)$/.test(name) && name !== "next-env.d.ts";
}

function listFiles(folder) {
  return readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .filter((file) => !file.startsWith(join("lib", "generated")) && file !== join("public", "appeal.js"));
}

function hash(parts) {
  const sum = createHash("sha256");
  for (const part of parts) sum.update(part).update("\0");
  return sum.digest("hex");
}

function readStamp(file) {
  return existsSync(file) ? readFileSync(file, "utf8") : null;
}

// Packages that somebody installed by hand need not be installed again.
function fitsLockfile() {
  const installed = join(root, "node_modules", ".package-lock.json");
  if (!existsSync(installed)) return false;
  const there = JSON.parse(readFileSync(installed, "utf8")).packages;
  const wanted = Object.entries(JSON.parse(readFileSync(lockfile, "utf8")).packages);
  return wanted.every(([path, { version, optional }]) => !path || optional || there[path]?.version === version);
}

// Not `npm ci`: it refuses a lockfile whose optional packages for other platforms its registry does not hold.
// npm must not run on the Node it is about to replace: node_modules/.bin leaves the path.
async function npmInstall() {
  const path = process.env.PATH.split(delimiter).filter((folder) => !folder.includes("node_modules"));
  const { npm_execpath: npm, npm_node_execpath: node } = process.env;
  const byNpm = npm?.endsWith(".js") && node && !node.startsWith(join(root, "node_modules"));
  const [command, before] = byNpm ? [node, [npm]] : ["npm", []];
  await runQuietly(
    command,
    [
      ...before,
      "install",
      "--no-save",
      "--include=dev",
      "--include=optional",
      "--no-audit",
      "--no-fund",
      "--loglevel=error",
    ],
    {
      cwd: root,
      label: "npm install",
      env: { ...process.env, PATH: path.join(delimiter) },
    },
  );
}

/** The environment in which `node` is the one that runs everything. */
export function withNode(env) {
  return { ...env, PATH: `${join(root, "node_modules", ".bin")}${delimiter}${env.PATH}` };
}

function prismaEnv() {
  const engine = join(root, "scripts", "schema-engine.mjs");
  chmodSync(engine, 0o755);
  return {
    ...withNode(process.env),
    PRISMA_SCHEMA_ENGINE_BINARY: engine,
    PRISMA_HIDE_UPDATE_MESSAGE: "1",
    CHECKPOINT_DISABLE: "1",
  };
}

function isAtLeast([major, minor]) {
  const [have, haveMinor] = process.versions.node.split(".").map(Number);
  return have > major || (have === major && haveMinor >= minor);
}
