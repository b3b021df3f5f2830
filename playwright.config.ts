import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { defineConfig, devices } from "@playwright/test";

// The browser is Debian's, never one that Playwright downloads.
const names = ["chromium", "chromium-browser", "google-chrome"];
const folders = (process.env.PATH ?? "").split(delimiter);
const onPath = names.flatMap((name) => folders.map((folder) => join(folder, name))).find((file) => existsSync(file));
const asRoot = process.getuid?.() === 0;

const browser = {
  executablePath: process.env.CHROMIUM_PATH || onPath,
  args: ["--disable-background-networking", ...(asRoot ? ["--no-sandbox"] : [])],
};

/** What differs without script; everything else is the same server and the same HTML. */
const withoutScript = ["way.spec.ts", "bad-input.spec.ts", "letters.spec.ts"];

const phone = { viewport: { width: 375, height: 667 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true };

export default defineConfig({
  testDir: "tests/e2e",
  globalSetup: "./tests/e2e/global-setup.ts",
  // Each has installations of its own: the tallies of the demo appeal are held against what each test did to them.
  workers: 2,
  retries: 0,
  // Long ways through the desk take a minute where the machine is slow.
  timeout: 120_000,
  expect: { timeout: 15_000 },
  forbidOnly: Boolean(process.env.CI),
  reporter: "line",
  use: {
    launchOptions: browser,
    ...devices["Desktop Chrome"],
    channel: undefined,
    locale: "en-GB",
    timezoneId: "UTC",
    contextOptions: { reducedMotion: "reduce" },
    actionTimeout: 20_000,
    navigationTimeout: 30_000,
    trace: "off",
  },
  projects: [
    {
      name: "with script",
      testIgnore: ["letters.spec.ts", "bad-input.spec.ts", "large-text.spec.ts"],
      grepInvert: /@phone/,
    },
    { name: "without script", testMatch: withoutScript, grepInvert: /@phone/, use: { javaScriptEnabled: false } },
    { name: "phone", testMatch: ["way.spec.ts"], use: phone },
    { name: "phone without script", testMatch: ["way.spec.ts"], use: { ...phone, javaScriptEnabled: false } },
    {
      name: "with motion",
      testMatch: ["way.spec.ts"],
      grep: /in English/,
      use: { contextOptions: { reducedMotion: "no-preference" } },
    },
    {
      name: "forced colours",
      testMatch: ["way.spec.ts"],
      grep: /in English/,
      use: { contextOptions: { reducedMotion: "reduce", forcedColors: "active" } },
    },
    {
      name: "large text",
      testMatch: ["large-text.spec.ts"],
      // What a person sets who needs text twice as large: also the widths of our layouts follow it.
      use: { launchOptions: { ...browser, args: [...browser.args, "--blink-settings=defaultFontSize=32"] } },
    },
  ],
});
