import { bundleOlder } from "@/tests/faults/older";
import type { Row } from "@/tests/faults/row";

/** Two versions of the worker beside each other, as during an update; the old one is asked to go then. */
export const versionRows: Row[] = [
  {
    name: "two-versions",
    async act(stage) {
      const old = stage.start({ bundle: await bundleOlder() });
      stage.start();
      await stage.reached(0.5);
      await old.ready();
      old.signal("SIGTERM");
      const end = await old.gone;
      if (end !== 0) throw new Error(`the old worker, asked to stop, ended with ${end}`);
    },
  },
];
