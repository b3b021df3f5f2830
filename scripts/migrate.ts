import { migrate } from "@/lib/database/migrate";
import { databaseUrl } from "@/lib/database/url";

await migrate(databaseUrl());
process.stdout.write("The database is up to date.\n");
