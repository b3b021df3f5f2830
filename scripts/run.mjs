// npm run migrate, npm run member: runs a program of the build, which is made first where there is none.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { checkNode, ensureBuilt, ensureInstalled, nodePath, root, withNode } from "./install.mjs";
import { ending, fail } from "./step.mjs";

async function runProgram([name, ...args]) {
  checkNode();
  const program = join(root, "dist", `${name}.js`);
  await ensureInstalled();
  if (!existsSync(program)) await ensureBuilt();
  const flags = ["--enable-source-maps", "--env-file-if-exists=.env"];
  const options = { cwd: root, stdio: "inherit", env: withNode(process.env) };
  process.exit(await ending(spawn(nodePath(), [...flags, program, ...args], options)));
}

await runProgram(process.argv.slice(2)).catch(fail);
