import { execFile } from "node:child_process";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { runMigrations } from "graphile-worker";

const run = promisify(execFile);

/**
 * Applies Prisma's migrations and those of the job queue. Runs from the root of the project.
 * @throws Error with what Prisma said when a migration cannot be applied
 */
export async function migrate(databaseUrl: string): Promise<void> {
  const url = new URL(databaseUrl);
  const { password } = url;
  // The CLI hands the URL on as an argument, which every user of a machine can read: the password travels beside it.
  url.password = "";
  try {
    await run(process.execPath, [join("node_modules", "prisma", "build", "index.js"), "migrate", "deploy"], {
      env: {
        ...process.env,
        DATABASE_URL: url.href,
        ...(password && { PGPASSWORD: decodeURIComponent(password) }),
        PATH: `${dirname(process.execPath)}:${process.env.PATH}`,
        PRISMA_SCHEMA_ENGINE_BINARY: join(process.cwd(), "scripts", "schema-engine.mjs"),
        PRISMA_HIDE_UPDATE_MESSAGE: "1",
        CHECKPOINT_DISABLE: "1",
      },
    });
  } catch (error) {
    const { stderr = "", stdout = "" } = error as { stderr?: string; stdout?: string };
    throw new Error(`the database could not be migrated: ${stderr.trim() || stdout.trim()}`, { cause: error });
  }
  await runMigrations({ connectionString: databaseUrl });
}
