// npm run faults: workers, their database and their mail server are broken in every way we could think of. Outside npm test,
// which plays a short selection: see docs/faults.md.
import { spawn } from "node:child_process";
import { checkNode, ensureInstalled, generateClient, nodePath, root, withNode } from "./install.mjs";
import { ending, endWithNpm, fail, step } from "./step.mjs";

async function runFaults(args) {
  checkNode();
  await ensureInstalled();
  await step("Generating the database client", generateClient);
  const child = spawn(nodePath(), ["--import", "tsx", "tests/faults/run.ts", ...args], {
    cwd: root,
    stdio: ["inherit", "inherit", "inherit", "ipc"],
    env: withNode(process.env),
  });
  for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child.kill(signal));
  endWithNpm(child);
  process.exit(await ending(child));
}

await runFaults(process.argv.slice(2)).catch(fail);
