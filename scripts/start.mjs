// npm start and npm run dev: install and build what is missing, then hand over to the supervisor. Runs on any Node from
// 20.19, with nothing installed yet.
import { spawn } from "node:child_process";
import { delimiter, resolve } from "node:path";
import { ensureBuilt, ensureInstalled, pinnedNode, step } from "./steps.mjs";

const dev = process.argv.includes("--dev");

process.stdout.write("Appeals Desk\n");
ensureInstalled();
const node = pinnedNode();
if (dev) step("generating the database client", node, ["scripts/build.mjs", "--generate-only"]);
else ensureBuilt();

const [script, ...args] = dev ? ["node_modules/tsx/dist/cli.mjs", "scripts/supervise.ts", "--dev"] : ["dist/supervise.js"];
const supervisor = spawn(node, [script, ...args], {
  stdio: ["inherit", "inherit", "inherit", "ipc"],
  env: {
    ...process.env,
    NODE_ENV: process.env.NODE_ENV ?? (dev ? "development" : "production"),
    PATH: `${resolve("node_modules/.bin")}${delimiter}${process.env.PATH}`,
  },
});

// Ctrl-C reaches the whole group; a signal to this process alone is passed on. Either way the supervisor decides.
process.on("SIGINT", () => {});
process.on("SIGTERM", () => supervisor.kill("SIGTERM"));
supervisor.on("exit", (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
