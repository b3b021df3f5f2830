import type { Finding } from "@/lib/doctor/finding";
import { env, EnvError } from "@/lib/env";

const marks: Record<Finding["state"], string> = { ok: "ok   ", look: "look ", wrong: "wrong" };

function tell({ state, what, advice }: Finding): void {
  console.log(`${marks[state]}  ${what}`);
  for (const line of advice) console.log(`       ${line}`);
  if (state === "wrong") process.exitCode = 1;
}

/** The rest is loaded once the environment can be read: much of it reads it at once. */
async function main(): Promise<void> {
  env();
  const { examine } = await import("@/lib/doctor/examine");
  const { closeDb } = await import("@/lib/db");
  try {
    for await (const finding of examine()) tell(finding);
  } finally {
    await closeDb();
  }
}

try {
  await main();
} catch (error) {
  if (!(error instanceof EnvError)) throw error;
  tell({ state: "wrong", what: `The environment: ${error.message}`, advice: [] });
}
