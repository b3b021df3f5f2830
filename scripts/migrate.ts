import { checkDatabase } from "./checks";
import { migrate } from "@/lib/database/migrate";
import { databaseUrl } from "@/lib/database/url";
import { EnvError } from "@/lib/env";

try {
  await checkDatabase(databaseUrl());
  await migrate(databaseUrl());
  process.stdout.write("The database is up to date.\n");
} catch (error) {
  if (!(error instanceof EnvError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
