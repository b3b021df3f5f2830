import { log } from "@/lib/log";
import { endWithParent } from "@/lib/process/end-with-parent";
import { startWorker } from "@/lib/worker";

const mostMs = 28_000;

const worker = startWorker();
let stopping: Promise<void> | undefined;

async function end(): Promise<void> {
  setTimeout(() => die(new Error("did not stop in time")), mostMs).unref();
  await worker.stop();
  process.exit(0);
}

function stop(): Promise<void> {
  stopping ??= end();
  return stopping;
}

function die(err: unknown): void {
  log.fatal({ err }, "worker died");
  process.exit(1);
}

process.once("SIGTERM", () => void stop().catch(die));
process.once("SIGINT", () => void stop().catch(die));
process.on("uncaughtException", die);
process.on("unhandledRejection", die);
endWithParent(stop);
