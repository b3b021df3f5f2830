import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type pg from "pg";
import type { World } from "@/tests/factories";
import type { Cluster } from "./cluster";
import { asSuperuser, databaseName } from "./database";
import type { Random } from "./random";
import type { Scale } from "./scale";
import type { Sink } from "./sink/start";
import { TakenLog } from "./sink/taken";
import { until } from "./until";
import { startWorker, type Worker } from "./workers";

/** What stays from repeat to repeat. */
export type House = { cluster: Cluster; sink: Sink; bundle: string; folder: string };

type StartOptions = { bundle?: string; env?: Record<string, string>; port?: number };

/** What a row plays on: the world, the workers, the sink and the database of one repeat. */
export class Stage {
  readonly taken: TakenLog;
  readonly workers: Worker[] = [];
  readonly recoveries: number[] = [];
  worlds: World[] = [];
  readonly #ends: (() => unknown)[] = [];

  /** @param folder for what this repeat leaves behind */
  constructor(
    readonly house: House,
    readonly scale: Scale,
    readonly random: Random,
    readonly made: number,
    readonly repeat: number,
    private readonly folder: string,
    private readonly env: Record<string, string> = {},
  ) {
    this.taken = new TakenLog(join(folder, "taken.jsonl"));
  }

  get sink(): Sink {
    return this.house.sink;
  }

  get cluster(): Cluster {
    return this.house.cluster;
  }

  /** Starts a worker. @param port of a proxy before the database */
  start({ bundle = this.house.bundle, env = {}, port }: StartOptions = {}): Worker {
    const name = `worker-${this.workers.length + 1}`;
    const worker = startWorker(name, {
      bundle,
      log: join(this.folder, `${name}.log`),
      env: {
        NODE_ENV: "production",
        LOG_LEVEL: "info",
        DATA_DIR: join(this.folder, "data"),
        DATABASE_URL: this.cluster.appUrl(databaseName, port),
        SMTP_URL: this.sink.url,
        ...this.scale.env,
        LANE_RATE: "1000000",
        LANE_RATE_MOST: "1000000",
        LANE_CONNECTIONS: "20",
        ...this.env,
        ...env,
      },
    });
    this.workers.push(worker);
    return worker;
  }

  /** Starts so many. */
  startSome(count: number, options?: StartOptions): Worker[] {
    return Array.from({ length: count }, () => this.start(options));
  }

  get alive(): Worker[] {
    return this.workers.filter((worker) => worker.alive());
  }

  /** `kill -9`, and waits until they are gone. */
  async kill(...workers: Worker[]): Promise<void> {
    for (const worker of workers) worker.signal("SIGKILL");
    await Promise.all(workers.map(({ gone }) => gone));
  }

  /** Waits until the sink has taken this share of all letters. */
  async reached(share: number, mostMs = 90_000): Promise<void> {
    const wanted = Math.max(1, Math.floor(this.made * share));
    await until(`${wanted} letters taken`, () => this.taken.count() >= wanted, { mostMs, everyMs: 5 });
  }

  /** Something to be done when the repeat is over. */
  atEnd(act: () => unknown): void {
    this.#ends.push(act);
  }

  /** Kills what is left, and does what was left for the end. */
  async end(): Promise<void> {
    await this.kill(...this.alive);
    for (const act of this.#ends.toReversed()) await act();
  }

  /** Lets leases run. */
  async lease(times = 1): Promise<void> {
    await pause(this.scale.leaseSeconds * 1000 * times);
  }

  /** Every lease there is. */
  async leases(): Promise<string[]> {
    const rows = await this.query<{ lease: string }>("select lease from letters where lease is not null");
    return rows.map(({ lease }) => lease);
  }

  /** Resolves when none of these leases is left: their letters have ended, or are somebody else's. */
  async moved(leases: string[]): Promise<void> {
    const gone = async () => {
      const [row] = await this.query<{ count: number }>(
        "select count(*)::int as count from letters where lease = any ($1)",
        [leases],
      );
      return row?.count === 0;
    };
    // The database may be down for a moment.
    await until("leases run out", () => gone().catch(() => false), { mostMs: 600_000, everyMs: 500 });
  }

  /** Notes how long it took to go on after one of several faults. */
  recovered(seconds: number): void {
    this.recoveries.push(seconds);
  }

  /** Says on the way what is happening. */
  note(line: string): void {
    process.stderr.write(`  ${line}\n`);
  }

  /** One statement as the superuser, in the database of this repeat. */
  async query<Row extends pg.QueryResultRow>(text: string, values: unknown[] = []): Promise<Row[]> {
    return asSuperuser<Row>(this.cluster, text, { values, database: databaseName });
  }
}
