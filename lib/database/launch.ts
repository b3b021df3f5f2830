import { spawn } from "node:child_process";
import { closeSync, openSync } from "node:fs";
import { join } from "node:path";
import { postgresEnv } from "./init";
import type { Place } from "./place";

// Nothing of a statement, its parameters or the row it fell over goes into the log: `log` leaves out errors of statements,
// `terse` the details that quote keys.
const settings = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  max_connections: "100",
  shared_buffers: "128MB",
  password_encryption: "scram-sha-256",
  timezone: "UTC",
  log_timezone: "UTC",
  log_destination: "stderr",
  log_min_messages: "log",
  log_min_error_statement: "panic",
  log_error_verbosity: "terse",
  log_parameter_max_length: "0",
  log_parameter_max_length_on_error: "0",
  log_checkpoints: "off",
  log_autovacuum_min_duration: "-1",
};
// A test's cluster need not outlive a power cut.
const careless = { fsync: "off", synchronous_commit: "off", full_page_writes: "off", max_connections: "200" };

/** A Postgres that was started; `ended` never fails. */
export type Launched = {
  ended: Promise<void>;
  isRunning: () => boolean;
  kill: (signal: NodeJS.Signals) => void;
};

/** Starts Postgres on a port of the loopback, in a process group of its own: a Ctrl-C in the terminal is not for it. */
export function launchPostgres(place: Place, port: number): Launched {
  const { binaries, cluster, home, log, user, throwAway } = place;
  const chosen = { ...settings, ...(throwAway ? careless : {}), port: String(port) };
  const options = Object.entries(chosen).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const output = openSync(log, "a", 0o600);
  const stdio = ["ignore" as const, output, output];
  const child = spawn(join(binaries.folder, "bin", "postgres"), ["-D", cluster, ...options], {
    ...user,
    cwd: home,
    env: postgresEnv,
    detached: true,
    stdio,
  });
  closeSync(output);
  let running = true;
  const ended = new Promise<void>((resolve) => {
    const end = () => {
      running = false;
      resolve();
    };
    child.once("exit", end).once("error", end);
  });
  return { ended, isRunning: () => running, kill: (signal) => void child.kill(signal) };
}
