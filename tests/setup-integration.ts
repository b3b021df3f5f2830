import "./setup-unit";
import { afterAll, inject } from "vitest";
import { testDatabase } from "./database";

// Each test file gets a database of its own, before it is loaded and with it `lib/env`.
const database = await testDatabase(inject("clusterUrl"));
process.env.DATABASE_URL = database.url;

afterAll(async () => {
  const { closeDb } = await import("@/lib/db");
  await closeDb();
  await database.drop();
});
