import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { bundleWorker } from "@/tests/bundle-worker";

const places = ["after-claim", "after-connect", "at-354", "after-mark", "after-250"];

test("the build leaves nothing of the failpoints", async () => {
  const bundle = readFileSync(await bundleWorker("worker-production", { production: true }), "utf8");
  expect(bundle).toContain("worker started");
  for (const word of [...places, "FAILPOINTS", "failpoint"]) expect(bundle).not.toContain(word);
});

test("the harness has all of them", async () => {
  const bundle = readFileSync(await bundleWorker("worker-failing"), "utf8");
  for (const place of places) expect(bundle).toContain(`await failpoint("${place}")`);
});
