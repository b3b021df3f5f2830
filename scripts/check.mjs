// npm run check: format, lint, types, unused code. All of them run, also when one fails.
import { spawnSync } from "node:child_process";
import { checkNode, ensureInstalled, generateClient, root, withNode } from "./install.mjs";
import { fail, runQuietly, step } from "./step.mjs";

const checks = [["oxfmt", "--check"], ["oxlint", "--type-aware"], ["tsc", "--noEmit"], ["knip"]];

async function prepare() {
  checkNode();
  await ensureInstalled();
  await step("Generating the database client", generateClient);
  await step("Generating the types of pages", () =>
    runQuietly("next", ["typegen"], { cwd: root, env: withNode(process.env) }),
  );
}

function passes([command, ...args]) {
  const { status } = spawnSync(command, args, { cwd: root, stdio: "inherit", env: withNode(process.env) });
  console.log(`${status === 0 ? "✓" : "✗"} ${command}`);
  return status === 0;
}

await prepare().catch(fail);
process.exit(checks.map(passes).every(Boolean) ? 0 : 1);
