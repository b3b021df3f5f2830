import { chown, rm } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { answers } from "@/lib/database/answers";
import { freePort } from "@/lib/database/free-port";
import { ensureCluster } from "@/lib/database/init";
import { launchPostgres, type Launched } from "@/lib/database/launch";
import { makeThrowAwayPlace, type Place } from "@/lib/database/place";
import { appName, ensureRoles } from "@/lib/database/roles";
import { makeSmallDisk, type SmallDisk } from "./small-disk";

/** A Postgres of the harness's own, with the settings of a real one: what was committed survives its end. */
export class Cluster {
  #server: Launched;

  private constructor(
    private readonly place: Place,
    readonly port: number,
    /** Where its data are when the disk was to be small. */
    readonly disk: SmallDisk | null,
  ) {
    this.#server = launchPostgres(place, port);
  }

  /** @param diskMb data on a disk of this size, which needs root */
  static async start({ diskMb }: { diskMb?: number } = {}): Promise<Cluster> {
    const made = await makeThrowAwayPlace();
    const disk = diskMb ? await makeSmallDisk(made.home, diskMb) : null;
    if (disk && made.user) await chown(disk.folder, made.user.uid, made.user.gid);
    const place = disk ? { ...made, cluster: join(disk.folder, "cluster") } : made;
    await ensureCluster(place);
    const cluster = new Cluster({ ...place, throwAway: false }, await freePort(), disk);
    await cluster.#ready();
    await ensureRoles(cluster.url("postgres"), place.passwords.app);
    return cluster;
  }

  /** The address of a database, for the superuser. */
  url(database: string): string {
    return `postgresql://postgres:${this.place.passwords.superuser}@127.0.0.1:${this.port}/${database}`;
  }

  /** The address of a database, for the role the app works as. @param port of a proxy */
  appUrl(database: string, port: number = this.port): string {
    return `postgresql://${appName}:${this.place.passwords.app}@127.0.0.1:${port}/${database}`;
  }

  get running(): boolean {
    return this.#server.isRunning();
  }

  /** Fast: open transactions are rolled back, a checkpoint is written. Immediate: as if it had fallen over. */
  async end(how: "fast" | "immediate"): Promise<void> {
    this.#server.kill(how === "fast" ? "SIGINT" : "SIGQUIT");
    await this.#server.ended;
  }

  /** Starts it again on its old port. */
  async begin(): Promise<void> {
    for (let left = 20; left > 0; left -= 1) {
      this.#server = launchPostgres(this.place, this.port);
      if (await this.#ready()) return;
      await pause(500);
    }
    throw new Error(`the cluster does not start again: see ${this.place.log}`);
  }

  /** Whether it takes connections; one that has ended is started again. */
  async stands(): Promise<boolean> {
    if (!this.running) await this.begin();
    return answers(this.url("postgres"));
  }

  async stop(): Promise<void> {
    if (this.running) await this.end("immediate");
    this.disk?.remove();
    await rm(this.place.home, { recursive: true, force: true });
  }

  async #ready(): Promise<boolean> {
    while (this.running) {
      if (await answers(this.url("postgres"))) return true;
      await pause(50);
    }
    return false;
  }
}
