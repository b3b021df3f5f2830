import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL("../..", import.meta.url)).replace(/\/$/, "");

/** What our answers look like in the programs of others. Slow, and needs them installed: outside `npm test`. */
export default defineConfig({
  root,
  resolve: { alias: { "@": root } },
  test: {
    include: ["tests/interop/**/*.test.ts"],
    setupFiles: ["tests/setup-integration.ts"],
    globalSetup: ["tests/cluster.ts"],
    testTimeout: 180_000,
    hookTimeout: 60_000,
  },
});
