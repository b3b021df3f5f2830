import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";

/** What reading the environment ends with, in a process of its own: it is parsed once. */
function complaint(env: Record<string, string>): string {
  const script = `import("@/lib/env").then(({ env }) => { env(); console.log("fine"); }).catch((error) => console.log(error.message));`;
  const { stdout } = spawnSync(process.execPath, ["--import", "tsx", "-e", script], {
    env: { NODE_ENV: "test", PATH: process.env.PATH, DATA_DIR: process.env.DATA_DIR, ...env },
    encoding: "utf8",
  });
  return stdout.trim();
}

test.each([
  [{ PORT: "abc" }, "PORT: has to be a whole number from 0 to 65535"],
  [{ PORT: "70000" }, "PORT: has to be a whole number from 0 to 65535"],
  [{ SEALING_KEY: "xyz" }, "SEALING_KEY: has to be 64 hexadecimal digits"],
  [{ APP_URL: "ftp://example.org" }, "APP_URL: has to be an address like https://appeals.example.org"],
  [{ SMTP_URL: "mail.example.org" }, "SMTP_URL: has to begin with smtp:// or smtps://"],
  [{ LOG_LEVEL: "loud" }, "LOG_LEVEL: has to be one of debug, info, warn, error, silent"],
  [{ SOURCE_URL: "/source" }, "SOURCE_URL: has to be an address like https://example.org/source"],
  [{ SMTP_URL: "", APP_URL: "" }, "fine"],
])("%j ends in one clear line", (env, line) => expect(complaint(env)).toBe(line));
