import { migrate } from "@/lib/database/migrate";
import { databaseUrl } from "@/lib/database/url";
import { checkDatabase } from "./checks";

try {
  await checkDatabase(databaseUrl());
  await migrate(databaseUrl());
  process.stdout.write("The database is up to date.\n");
} catch (error) {
  // Ours and Prisma's messages say what to do; where it happened in our code does not help.
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
