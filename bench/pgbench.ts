import { execFile } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { promisify } from "node:util";
import pg from "pg";

const run = promisify(execFile);
const debianFolder = "/usr/lib/postgresql";

/** What a limit was measured with: pgbench where it is found, else bare pg. */
export type Limit = { perSecond: number; tool: string };

/**
 * Runs one transaction as often as the database alone allows.
 * @param sql with `:row` for the number of the row it works on, each used once
 * @param first the number of the first row; `count` rows are there for it
 */
export async function limitOf(
  url: string,
  sql: string,
  rows: { first: number; count: number },
  clients: number,
): Promise<Limit> {
  const pgbench = findProgram("pgbench");
  return pgbench ? withPgbench(pgbench, url, sql, rows, clients) : withPg(url, sql, rows, clients);
}

/** A program of Postgres on the path or in Debian's folders, the newest first. */
export function findProgram(name: "pgbench" | "psql"): string | undefined {
  const debian = existsSync(debianFolder)
    ? readdirSync(debianFolder).map((version) => join(debianFolder, version, "bin"))
    : [];
  const folders = [...(process.env.PATH ?? "").split(delimiter), ...debian.toReversed()];
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path));
}

async function withPgbench(
  pgbench: string,
  url: string,
  sql: string,
  { first, count }: { first: number; count: number },
  clients: number,
): Promise<Limit> {
  const folder = mkdtempSync(join(tmpdir(), "appeals-bench-"));
  const each = Math.floor(count / clients);
  const file = join(folder, "transaction.sql");
  writeFileSync(
    file,
    `\\set done :done + 1\n\\set row ${first} + :client_id * ${each} + :done - 1\n${onOneLine(sql)};\n`,
  );
  const flags = [
    "-n",
    "-M",
    "prepared",
    "-c",
    String(clients),
    "-j",
    "2",
    "-t",
    String(each),
    "-D",
    "done=0",
    "-f",
    file,
  ];
  try {
    const { stdout } = await run(pgbench, [...flags, url]);
    const perSecond = Number(/tps = ([\d.]+)/.exec(stdout)?.[1]);
    if (!perSecond) throw new Error(`pgbench said nothing to count: ${stdout}`);
    return { perSecond, tool: "pgbench" };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** pgbench ends a command at the end of its line, so no line may end in a comment. */
function onOneLine(sql: string): string {
  return sql.replaceAll(/--[^\n]*/g, " ").replaceAll(/\s+/g, " ");
}

async function withPg(
  url: string,
  sql: string,
  { first, count }: { first: number; count: number },
  clients: number,
): Promise<Limit> {
  const pool = new pg.Pool({ connectionString: url, max: clients });
  let row = first;
  const began = performance.now();
  await Promise.all(
    Array.from({ length: clients }, async () => {
      while (row < first + count) {
        const mine = row;
        row += 1;
        await pool.query({ name: "limit", text: sql.replaceAll(":row", "$1"), values: [mine] });
      }
    }),
  );
  const seconds = (performance.now() - began) / 1000;
  await pool.end();
  return { perSecond: count / seconds, tool: "pg" };
}
