import { setTimeout as pause } from "node:timers/promises";
import type pg from "pg";
import { appName } from "@/lib/database/roles";
import { endConnections, takeConnections } from "@/tests/faults/hogs";
import { startProxy } from "@/tests/faults/proxy";
import type { Row } from "@/tests/faults/row";
import type { Stage } from "@/tests/faults/stage";
import { until } from "@/tests/faults/until";

const cuts = 5;
const betweenCutsMs = 2000;

async function restart(stage: Stage, how: "fast" | "immediate"): Promise<void> {
  stage.startSome(2);
  await stage.reached(0.2);
  await stage.cluster.end(how);
  await stage.cluster.begin();
}

/** Faults of the database and of the way to it. */
export const databaseRows: Row[] = [
  { name: "postgres-fast", act: (stage) => restart(stage, "fast") },
  { name: "postgres-immediate", act: (stage) => restart(stage, "immediate") },
  {
    name: "backends-terminated",
    seconds: 10,
    async act(stage) {
      stage.startSome(2);
      await stage.reached(0.05);
      for (let left = cuts; left > 0; left -= 1) {
        await stage.query("select pg_terminate_backend(pid) from pg_stat_activity where usename = $1", [appName]);
        await pause(betweenCutsMs);
      }
    },
  },
  {
    name: "half-open-socket",
    async act(stage) {
      const proxy = await startProxy(stage.cluster.port);
      stage.atEnd(proxy.stop);
      stage.startSome(2, { port: proxy.port });
      await stage.reached(0.2);
      proxy.freeze();
    },
  },
  {
    name: "connections-exhausted",
    async act(stage) {
      stage.startSome(2);
      await stage.reached(0.2);
      const held: pg.Client[] = [];
      try {
        await takeConnections(stage.cluster, held);
        await endConnections(held, appName);
        for (let left = 5; left > 0; left -= 1) {
          await takeConnections(stage.cluster, held);
          await pause((stage.scale.leaseSeconds * 1000 * 1.5) / 5);
        }
      } finally {
        await Promise.all(held.map((client) => client.end()));
      }
    },
  },
  {
    name: "disk-full",
    diskMb: 256,
    async act(stage) {
      const { cluster } = stage;
      stage.startSome(2);
      await stage.reached(0.2);
      cluster.disk?.fill();
      await stage.lease();
      cluster.disk?.free();
      // It may have fallen over, and have come back by itself or not.
      await until("Postgres on its feet", () => cluster.stands());
    },
  },
];
