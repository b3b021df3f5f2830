import { env, EnvError } from "@/lib/env";

// The first import of server.ts: Next and React read NODE_ENV while they load, the log reads the environment.
const development = process.argv.includes("--dev");
Object.assign(process.env, { NODE_ENV: development ? "development" : "production" });

try {
  env();
} catch (error) {
  if (!(error instanceof EnvError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
}

/** Whether this process was started with `--dev`. */
export const dev: boolean = development;
