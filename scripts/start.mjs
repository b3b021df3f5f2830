// npm start and npm run dev: install and build what is missing, then hand over to the supervisor. Runs on any Node from
// 20.19, with nothing installed yet.
import { spawn } from "node:child_process";
import { bundleEnhancements } from "./bundle-enhance.mjs";
import { checkNode, ensureBuilt, ensureInstalled, generateClient, nodePath, root, withNode } from "./install.mjs";
import { ending, endWithNpm, fail, step } from "./step.mjs";

const dev = process.argv.includes("--dev");

async function start() {
  console.log("Appeals Desk");
  checkNode();
  await ensureInstalled();
  if (dev) {
    await step("Generating the database client", generateClient);
    await step("Bundling the script of the public side", bundleEnhancements);
  } else await ensureBuilt();
  const program = dev
    ? ["--import", "tsx", "scripts/supervise.ts", "--dev"]
    : ["--enable-source-maps", "dist/supervise.js"];
  const supervisor = spawn(nodePath(), program, {
    cwd: root,
    // The channel tells the supervisor when this process is killed.
    stdio: ["inherit", "inherit", "inherit", "ipc"],
    env: {
      ...withNode(process.env),
      NODE_ENV: process.env.NODE_ENV ?? (dev ? "development" : "production"),
      NEXT_TELEMETRY_DISABLED: "1",
    },
  });
  // Ctrl-C reaches the whole group, so the supervisor may hear it twice; it stops once.
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => supervisor.kill(signal));
  endWithNpm(supervisor);
  process.exit(await ending(supervisor));
}

await start().catch(fail);
