#!/usr/bin/env node
// Stands in for Prisma's `schema-engine` binary, which npm does not carry: the same engine as WebAssembly, over the pg
// driver. The CLI writes JSON-RPC requests, one a line, to standard input and reads answers from standard output.
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";

process.removeAllListeners("warning");
process.on("warning", (warning) => {
  if (warning.name !== "ExperimentalWarning") process.stderr.write(`${warning.message}\n`);
});

const { values, positionals } = parseArgs({
  options: { datasource: { type: "string" }, datamodels: { type: "string", multiple: true } },
  allowPositionals: true,
  strict: false,
});

const { PrismaPg } = await import("@prisma/adapter-pg");
const { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } = await import("@prisma/driver-adapter-utils");
const { SchemaEngine } = await import("@prisma/schema-engine-wasm");

const pgTypes = { char: 18, text: 25 };

// The engine closes the shadow database it asked for, but does not drop it: we do, after the command it was for.
let dropShadow = async () => {};

/** The pg adapter with what migrations need beyond it. */
class MigratingPg extends PrismaPg {
  async connect() {
    return mended(await super.connect());
  }

  // The adapter makes a shadow database too, but then connects to the one in its connection string: pg lets that win.
  async connectToShadowDb() {
    const main = await this.connect();
    const shadowUrl = new URL(url);
    shadowUrl.pathname = `/prisma_shadow_${crypto.randomUUID()}`;
    const name = shadowUrl.pathname.slice(1);
    await main.executeScript(`create database "${name}"`);
    const shadow = await new MigratingPg({ connectionString: shadowUrl.href }).connect();
    dropShadow = async () => {
      await main.executeScript(`drop database "${name}"`);
      await main.underlyingDriver().end();
    };
    return shadow;
  }
}

function mended(connection) {
  // The adapter cuts scripts at every semicolon, also inside functions. Postgres itself takes a script whole, and runs it
  // as one transaction: a migration that fails leaves nothing behind.
  connection.executeScript = async (script) => {
    try {
      await connection.underlyingDriver().query(script);
    } catch (error) {
      connection.onError(error);
    }
  };
  // The catalogue's one-byte "char" is unknown to the adapter, and the engine wants it as a character.
  connection.queryRaw = async (query) => {
    let oneByte = [];
    const reading = Object.create(connection);
    reading.performIO = async (asked) => {
      const result = await connection.performIO(asked);
      oneByte = result.fields.map(({ dataTypeID }) => dataTypeID === pgTypes.char);
      for (const field of result.fields) if (field.dataTypeID === pgTypes.char) field.dataTypeID = pgTypes.text;
      return result;
    };
    const result = await Object.getPrototypeOf(connection).queryRaw.call(reading, query);
    const columnTypes = result.columnTypes.map((type, at) => (oneByte[at] ? ColumnTypeEnum.Character : type));
    return { ...result, columnTypes };
  };
  return connection;
}

// The engine reports a panic through this, and dies of another error where it is missing.
globalThis.PRISMA_WASM_PANIC_REGISTRY = { set_message: (message) => process.stderr.write(`${message}\n`) };

const { url } = JSON.parse(values.datasource ?? '{"url":""}');
const adapter = bindMigrationAwareSqlAdapterFactory(new MigratingPg({ connectionString: url }));
const opening = () => SchemaEngine.new({ datamodels: datamodels() }, () => {}, adapter);

if (positionals[0] === "cli") await runCommand(positionals[1]);
else {
  // Opened for the first request, so that a database that cannot be reached is that request's error.
  let engine;
  for await (const line of createInterface({ input: process.stdin })) {
    await answer(async () => (engine ??= await opening()), JSON.parse(line));
  }
}

function datamodels() {
  return values.datamodels?.map((path) => [path, readFileSync(path, "utf8")]);
}

async function runCommand(command) {
  if (command !== "can-connect-to-database") throw new Error(`schema-engine: unknown command ${command}`);
  try {
    const engine = await opening();
    await engine.ensureConnectionValidity({ datasource: { tag: "ConnectionString", url } });
    process.exit(0);
  } catch (error) {
    const known = { is_panic: false, message: error.message, meta: error.meta ?? {}, error_code: "P1001" };
    process.stderr.write(`${JSON.stringify({ level: "ERROR", fields: known, target: "schema-engine" })}\n`);
    process.exit(1);
  }
}

// A line without a method is the CLI's answer to a `print` of ours: nothing to do.
async function answer(open, { id, method, params }) {
  if (!method) return;
  try {
    const engine = await open();
    const verb = method === "getDatabaseVersion" ? "version" : method;
    const result = await engine[verb](params).finally(() => dropShadow());
    if (method === "diff" && result?.stdout) send({ id: -id, method: "print", params: { content: result.stdout } });
    send({ id, result: result ?? null });
  } catch (error) {
    const data = { is_panic: false, message: error.message, meta: error.meta ?? null, error_code: error.code ?? null };
    send({ id, error: { code: 4466, message: "An error happened. Check the data field for details.", data } });
  }
}

function send(message) {
  process.stdout.write(`${JSON.stringify({ jsonrpc: "2.0", ...message })}\n`);
}
