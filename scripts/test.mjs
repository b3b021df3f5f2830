// npm test: installs, builds and finds a browser where these are missing, then runs all tests: unit and integration
// (vitest, on a throw-away Postgres), then the browser's (playwright). The last line counts them.
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { checkNode, ensureBuilt, ensureInstalled, nodePath, root, withNode } from "./install.mjs";
import { fail, runQuietly, step, StepError } from "./step.mjs";

// Tests bring their own of everything; what is set for a real installation must not reach them.
const ours =
  /^(PORT|APP_URL|DATA_DIR|DATABASE_URL|SMTP_URL|MAIL_FROM|DKIM_\w+|DNS_SERVERS|BOUNCE_\w+|INBOUND_SECRET|FAX_GATEWAY|AUTH_SECRET|SEALING_KEY|OWNER_\w+)(_FILE)?$/;

const ready = await prepare().catch(fail);
const kept = Object.fromEntries(Object.entries(process.env).filter(([name]) => !ours.test(name)));
const env = { ...withNode(kept), CHROMIUM_PATH: ready.chromium };

const reports = mkdtempSync(join(tmpdir(), "appeals-desk-tests-"));
const suites = [runVitest(), runPlaywright()];
rmSync(reports, { recursive: true, force: true });

const all = {
  passed: suites.reduce((sum, suite) => sum + suite.passed, 0),
  failed: suites.reduce((sum, suite) => sum + suite.failed, 0),
};
for (const { name, message } of suites.flatMap(({ failures }) => failures)) {
  process.stdout.write(`\nFailed: ${name}\n${indent(message)}\n`);
}
process.stdout.write(`\n${all.passed} passed, ${all.failed} failed\n`);
process.exit(all.failed > 0 || suites.some((suite) => !suite.ok || suite.passed === 0) ? 1 : 0);

async function prepare() {
  checkNode();
  await ensureInstalled();
  // First what a person may have to see to, then the minute of work.
  const chromium = await findChromium();
  await ensureBuilt();
  return { chromium };
}

function runVitest() {
  const file = join(reports, "vitest.json");
  const ok = run("node_modules/vitest/vitest.mjs", [
    "run",
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${file}`,
  ]);
  const report = readReport(file);
  const failures = (report.testResults ?? []).flatMap(({ assertionResults }) =>
    assertionResults
      .filter(({ status }) => status === "failed")
      .map(({ fullName, failureMessages }) => ({ name: fullName, message: failureMessages.join("\n") })),
  );
  const failed = Math.max(report.numFailedTests ?? 0, ok ? 0 : 1);
  return { ok, passed: report.numPassedTests ?? 0, failed, failures };
}

function runPlaywright() {
  const file = join(reports, "playwright.json");
  const ok = run("node_modules/@playwright/test/cli.js", ["test", "--reporter=line,json"], {
    PLAYWRIGHT_JSON_OUTPUT_FILE: file,
  });
  const { stats = {}, suites: files = [] } = readReport(file);
  const { expected = 0, unexpected = 0, flaky = 0 } = stats;
  const failures = files.flatMap(specsIn).flatMap(({ title, file: path, line, tests }) =>
    tests
      .flatMap(({ projectName, results }) => results.map(({ errors }) => ({ projectName, errors })))
      .filter(({ errors }) => errors.length > 0)
      .map(({ projectName, errors }) => ({
        name: `[${projectName}] ${path}:${line} ${title}`,
        message: errors.map(({ message }) => message).join("\n"),
      })),
  );
  return { ok, passed: expected, failed: Math.max(unexpected + flaky, ok ? 0 : 1), failures };
}

function specsIn({ specs = [], suites: inner = [] }) {
  return [...specs, ...inner.flatMap(specsIn)];
}

/** The first lines of a message, without its colours. */
function indent(message) {
  const lines = stripVTControlCharacters(message).trim().split("\n");
  return lines
    .slice(0, 25)
    .map((line) => `  ${line}`)
    .join("\n");
}

function run(script, args, more = {}) {
  return (
    spawnSync(nodePath(), [script, ...args], { cwd: root, stdio: "inherit", env: { ...env, ...more } }).status === 0
  );
}

function readReport(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {};
}

async function findChromium() {
  const given = process.env.CHROMIUM_PATH;
  if (given && !existsSync(given)) throw new StepError(`CHROMIUM_PATH: there is no ${given}.`);
  const found = given || ["chromium", "chromium-browser", "google-chrome"].map(which).find(Boolean);
  if (found) return found;
  if (process.getuid?.() !== 0 || !which("apt-get")) {
    throw new StepError("The browser tests need Chromium: install Debian's package chromium, or set CHROMIUM_PATH.");
  }
  await step("Looking for Debian's packages", () => runQuietly("apt-get", ["update", "-qq"]));
  const install = ["install", "-y", "-qq", "--no-install-recommends", "chromium"];
  const quiet = { env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } };
  await step("Installing Chromium", () => runQuietly("apt-get", install, quiet));
  const installed = which("chromium");
  if (!installed) throw new StepError("Chromium was installed but is not on the path: set CHROMIUM_PATH.");
  return installed;
}

function which(name) {
  return process.env.PATH.split(delimiter)
    .map((folder) => join(folder, name))
    .find((path) => existsSync(path));
}
