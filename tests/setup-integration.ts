import "./setup-unit";
import { afterAll, inject } from "vitest";
import { testDatabase } from "./database";

// Each test file gets a database of its own, before it is loaded and with it `lib/env`.
const database = await testDatabase(inject("clusterUrl"));
process.env.DATABASE_URL = database.url;
// Tests share few mail domains; those that are about pace set their own.
process.env.LANE_RATE = "100000";

afterAll(async () => {
  const { closeDb } = await import("@/lib/db");
  await closeDb();
  await database.drop();
});
