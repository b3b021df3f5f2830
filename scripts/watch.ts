import { existsSync, watch } from "node:fs";

const watched = ["lib", "messages", "server.ts", "worker.ts"];
const settleMs = 300;

/** Calls back after sources have changed that Next does not reload by itself, once for changes that come together. */
export function watchSources(changed: () => void): void {
  let timer: NodeJS.Timeout | undefined;
  for (const path of watched.filter((one) => existsSync(one))) {
    watch(path, { recursive: true }, (_event, file) => {
      if (file?.startsWith("generated")) return;
      clearTimeout(timer);
      timer = setTimeout(changed, settleMs);
    });
  }
}
