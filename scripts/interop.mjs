// npm run interop: what we write, opened by the programs of others. Needs LibreOffice Calc, which is installed where that can
// be done (Debian, as root). Outside npm test: it takes a minute and half a gigabyte.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { checkNode, ensureInstalled, generateClient, nodePath, root, withNode } from "./install.mjs";
import { fail, runQuietly, step, StepError } from "./step.mjs";

const packageName = "libreoffice-calc";

async function prepare() {
  checkNode();
  await ensureInstalled();
  await step("Generating the database client", generateClient);
  return findOffice();
}

async function findOffice() {
  const found = which("soffice");
  if (found) return found;
  if (process.getuid?.() !== 0 || !which("apt-get")) {
    throw new StepError(`npm run interop needs LibreOffice: install Debian's package ${packageName}.`);
  }
  const quiet = { env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } };
  await step("Looking for Debian's packages", () => runQuietly("apt-get", ["update", "-qq"], quiet));
  const install = ["install", "-y", "-qq", "--no-install-recommends", packageName];
  await step("Installing LibreOffice Calc", () => runQuietly("apt-get", install, quiet));
  const installed = which("soffice");
  if (!installed) throw new StepError(`${packageName} was installed, but soffice is not on the path.`);
  return installed;
}

function which(name) {
  return process.env.PATH.split(delimiter)
    .map((folder) => join(folder, name))
    .find((path) => existsSync(path));
}

const office = await prepare().catch(fail);
const { status } = spawnSync(
  nodePath(),
  ["node_modules/vitest/vitest.mjs", "run", "--config", "tests/interop/vitest.config.ts"],
  { cwd: root, stdio: "inherit", env: { ...withNode(process.env), SOFFICE: office } },
);
process.exit(status ?? 1);
