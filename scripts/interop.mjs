// npm run interop: what we write, opened, relayed and verified by the programs of others: LibreOffice Calc, postfix and opendkim,
// which are installed where that can be done (Debian, as root). Outside npm test: it takes minutes and half a gigabyte.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { checkNode, ensureInstalled, generateClient, nodePath, root, withNode } from "./install.mjs";
import { fail, runQuietly, step, StepError } from "./step.mjs";

// By Debian's package, the program that shows that it is there.
const needed = { "libreoffice-calc": "soffice", postfix: "postfix", opendkim: "opendkim" };

async function prepare() {
  checkNode();
  await ensureInstalled();
  await step("Generating the database client", generateClient);
  return findPrograms();
}

async function findPrograms() {
  const missing = () => Object.keys(needed).filter((name) => !which(needed[name]));
  const mayInstall = process.getuid?.() === 0;
  if (missing().length > 0) await install(missing(), mayInstall);
  if (missing().length > 0) throw new StepError(`${missing().join(", ")} installed, but not on the path.`);
  if (!mayInstall) throw new StepError("npm run interop has to run as root: postfix does not start otherwise.");
  return which(needed["libreoffice-calc"]);
}

async function install(packages, mayInstall) {
  if (!mayInstall || !which("apt-get")) {
    throw new StepError(`npm run interop needs more: install Debian's packages ${packages.join(", ")}.`);
  }
  const quiet = { env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } };
  await step("Looking for Debian's packages", () => runQuietly("apt-get", ["update", "-qq"], quiet));
  // Else the package starts a mail server of its own, open to the network.
  if (packages.includes("postfix")) {
    spawnSync("debconf-set-selections", { input: "postfix postfix/main_mailer_type select No configuration\n" });
  }
  const args = ["install", "-y", "-qq", "--no-install-recommends", ...packages];
  await step(`Installing ${packages.join(", ")}`, () => runQuietly("apt-get", args, quiet));
}

function which(name) {
  return [...process.env.PATH.split(delimiter), "/usr/sbin"]
    .map((folder) => join(folder, name))
    .find((path) => existsSync(path));
}

const office = await prepare().catch(fail);
const env = withNode(process.env);
const { status } = spawnSync(
  nodePath(),
  ["node_modules/vitest/vitest.mjs", "run", "--config", "tests/interop/vitest.config.ts"],
  { cwd: root, stdio: "inherit", env: { ...env, PATH: `${env.PATH}${delimiter}/usr/sbin`, SOFFICE: office } },
);
process.exit(status ?? 1);
