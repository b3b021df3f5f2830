// npm start and npm run dev: install and build what is missing, then hand over to the supervisor. Runs on any Node from
// 20.19, with nothing installed yet.
import { spawn } from "node:child_process";
import { checkNode, ensureBuilt, ensureInstalled, generateClient, nodePath, root, withNode } from "./install.mjs";
import { ending, fail, step } from "./step.mjs";

const dev = process.argv.includes("--dev");
const parent = process.ppid;

async function start() {
  console.log("Appeals Desk");
  checkNode();
  await ensureInstalled();
  if (dev) await step("Generating the database client", generateClient);
  else await ensureBuilt();
  const program = dev
    ? ["--import", "tsx", "scripts/supervise.ts", "--dev"]
    : ["--enable-source-maps", "dist/supervise.js"];
  const supervisor = spawn(nodePath(), program, {
    cwd: root,
    // The channel tells the supervisor when this process is killed.
    stdio: ["inherit", "inherit", "inherit", "ipc"],
    env: { ...withNode(process.env), NODE_ENV: process.env.NODE_ENV ?? (dev ? "development" : "production") },
  });
  // Ctrl-C reaches the whole group, so the supervisor may hear it twice; it stops once.
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => supervisor.kill(signal));
  endWithNpm(supervisor);
  process.exit(await ending(supervisor));
}

// npm that is killed tells nobody, but what it started gets another parent.
function endWithNpm(supervisor) {
  if (!process.env.npm_lifecycle_event) return;
  setInterval(() => process.ppid === parent || supervisor.kill("SIGTERM"), 500).unref();
}

await start().catch(fail);
