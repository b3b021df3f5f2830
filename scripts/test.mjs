// npm test: installs, builds and finds a browser where these are missing, then runs all tests: unit and integration
// (vitest, on a throw-away Postgres), then the browser's (playwright). The last line counts them.
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join, resolve } from "node:path";
import { ensureBuilt, ensureInstalled, giveUp, pinnedNode, step } from "./steps.mjs";

ensureInstalled();
const node = pinnedNode();
ensureBuilt();
const env = {
  ...process.env,
  CHROMIUM_PATH: findChromium(),
  PATH: `${resolve("node_modules/.bin")}${delimiter}${process.env.PATH}`,
};
// Tests bring their own of everything; what is set for a real installation must not reach them.
for (const name of ["DATABASE_URL", "SMTP_URL", "DATA_DIR", "PORT", "APP_URL", "OWNER_EMAIL", "OWNER_PASSWORD", "SEALING_KEY"]) delete env[name];

const reports = mkdtempSync(join(tmpdir(), "appeals-desk-tests-"));
const runs = [runVitest(), runPlaywright()];
rmSync(reports, { recursive: true, force: true });

const passed = runs.reduce((sum, run) => sum + run.passed, 0);
const failed = runs.reduce((sum, run) => sum + run.failed, 0);
process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
process.exit(failed > 0 || runs.some((run) => !run.ok || run.passed === 0) ? 1 : 0);

function runVitest() {
  const file = join(reports, "vitest.json");
  const ok = run("node_modules/vitest/vitest.mjs", ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${file}`]);
  const report = readReport(file);
  return { ok, passed: report.numPassedTests ?? 0, failed: Math.max(report.numFailedTests ?? 0, ok ? 0 : 1) };
}

function runPlaywright() {
  const file = join(reports, "playwright.json");
  const ok = run("node_modules/@playwright/test/cli.js", ["test", "--reporter=line,json"], { PLAYWRIGHT_JSON_OUTPUT_NAME: file });
  const { expected = 0, unexpected = 0, flaky = 0 } = readReport(file).stats ?? {};
  return { ok, passed: expected, failed: Math.max(unexpected + flaky, ok ? 0 : 1) };
}

function run(script, args, more = {}) {
  return spawnSync(node, [script, ...args], { stdio: "inherit", env: { ...env, ...more } }).status === 0;
}

function readReport(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {};
}

function findChromium() {
  const found = process.env.CHROMIUM_PATH ?? ["chromium", "chromium-browser", "google-chrome"].map(which).find(Boolean);
  if (found) return found;
  if (process.getuid?.() !== 0) giveUp("The browser tests need Chromium: install Debian's package chromium, or set CHROMIUM_PATH");
  step("looking for Debian's packages", "apt-get", ["update", "-qq"]);
  step("installing Chromium", "apt-get", ["install", "-y", "-qq", "--no-install-recommends", "chromium"], { DEBIAN_FRONTEND: "noninteractive" });
  return which("chromium") ?? giveUp("Chromium was installed but is not on the path: set CHROMIUM_PATH");
}

function which(name) {
  return process.env.PATH.split(delimiter).map((folder) => join(folder, name)).find((path) => existsSync(path));
}
