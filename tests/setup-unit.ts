import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";

const dataDir = mkdtempSync(join(tmpdir(), "appeals-data-"));
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

// Read when `lib/env` is imported first, so it must stand before any test file is loaded.
Object.assign(process.env, {
  NODE_ENV: "test",
  DATA_DIR: dataDir,
  LOG_LEVEL: process.env.TEST_LOG_LEVEL ?? "silent",
  APP_URL: "http://appeals.test",
  MAIL_FROM: "letters@appeals.test",
  AUTH_SECRET: "a-secret-for-tests-only-0123456789",
  SEALING_KEY: "5ea1".repeat(16),
});
for (const name of [
  "DATABASE_URL",
  "SMTP_URL",
  "DKIM_KEY",
  "DKIM_SELECTOR",
  "DKIM_DOMAIN",
  "BOUNCE_ADDRESS",
  "BOUNCE_PORT",
  "INBOUND_SECRET",
  "FAX_GATEWAY",
  "OWNER_EMAIL",
  "OWNER_PASSWORD",
]) {
  delete process.env[name];
}
