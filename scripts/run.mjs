// npm run web, worker, migrate, member, doctor: runs a program of the build, which is made first where there is none.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { checkNode, ensureBuilt, ensureInstalled, nodePath, root, withNode } from "./install.mjs";
import { ending, endWithNpm, fail } from "./step.mjs";

const lasting = ["server", "worker"];

async function runProgram([name, ...args]) {
  checkNode();
  const program = join(root, "dist", `${name}.js`);
  await ensureInstalled();
  if (!existsSync(program)) await ensureBuilt();
  if (existsSync(join(root, ".env"))) process.loadEnvFile(join(root, ".env"));
  const child = spawn(nodePath(), ["--enable-source-maps", program, ...args], {
    cwd: root,
    env: withNode(process.env),
    // What lasts hears of our end, however it comes, over the channel, and of a Ctrl-C from us alone, once. The others
    // may ask at the terminal, which only a process of our group can.
    stdio: ["inherit", "inherit", "inherit", ...(lasting.includes(name) ? ["ipc"] : [])],
    detached: lasting.includes(name),
  });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  endWithNpm(child);
  process.exit(await ending(child));
}

await runProgram(process.argv.slice(2)).catch(fail);
