import { openHouse } from "./house";
import { openKept } from "./kept";
import { readOptions } from "./options";
import { real, scaled } from "./scale";
import { printTable } from "./table";

// npm run faults: workers, their database and their mail server are broken in every way we could think of; after each, what
// the mail server took is held against what the database says.
const options = readOptions(process.argv.slice(2));
const scale = options.real ? real : scaled;
const kept = openKept(options.resume);
const { seed } = options;
const { leaseSeconds } = scale;
const repeats = Array.from({ length: options.repeat }, (_, at) => at + 1);

const house = await openHouse();
for (const signal of ["SIGINT", "SIGTERM", "disconnect"]) process.once(signal, () => void giveUp());
try {
  // Late: they read the environment that the house sets.
  const { play } = await import("./play");
  const { chooseRows } = await import("./choose");
  const turns = chooseRows(options).flatMap((row) => repeats.map((repeat) => ({ row, repeat })));
  const due = turns.filter(({ row, repeat }) => !kept.has({ row: row.name, repeat, seed, leaseSeconds }));
  for (const { row, repeat } of due) {
    const began = performance.now();
    const one = await play(house, row, { ...options, repeat, scale, timed: true });
    kept.add(one);
    const seconds = ((performance.now() - began) / 1000).toFixed(0);
    process.stderr.write(`${row.name} ${repeat}: ${one.broken.join("; ") || "holds"} (${seconds} s)\n`);
  }
} finally {
  await house.close();
}
process.removeAllListeners("disconnect");
if (process.connected) process.disconnect();
process.stdout.write(`\n${printTable(kept.played)}`);
process.exitCode = kept.played.some(({ broken }) => broken.length > 0) ? 1 : 0;

// Workers and sink end with us; the cluster is in a group of its own.
async function giveUp(): Promise<never> {
  await house.close();
  process.exit(130);
}
