import { pool } from "@/lib/db";
import { log } from "@/lib/log";

/** Whether this process can do its work: the database answers within two seconds. */
export async function isReady(): Promise<boolean> {
  const limit = AbortSignal.timeout(2000);
  const late = new Promise<never>((_resolve, reject) => {
    limit.addEventListener("abort", () => reject(limit.reason as Error));
  });
  try {
    await Promise.race([pool().query("select 1"), late]);
    return true;
  } catch (err) {
    log.warn({ err }, "not ready: the database does not answer");
    return false;
  }
}
