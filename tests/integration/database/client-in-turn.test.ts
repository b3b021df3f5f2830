import { expect, onTestFinished, test } from "vitest";
import { ClientInTurn } from "@/lib/database/client-in-turn";
import { databaseUrl } from "@/lib/database/url";
import { db } from "@/lib/db";
import { makeWorld } from "@/tests/factories";

test("relations that are asked for at once in a transaction are asked for in turn, without a warning of pg", async () => {
  const warnings: string[] = [];
  const listen = ({ message }: Error) => warnings.push(message);
  process.on("warning", listen);
  onTestFinished(() => void process.off("warning", listen));
  const { minister, organisation } = await makeWorld();
  const found = await db().$transaction((tx) =>
    tx.recipient.findUniqueOrThrow({
      where: { id: minister.id },
      select: { organisation: true, texts: true, holders: true, addresses: true, groups: true, campaigns: true },
    }),
  );
  expect([found.organisation.id, found.addresses.length]).toEqual([organisation.id, 1]);
  // Warnings are told on the next turn.
  await new Promise((resolve) => setImmediate(resolve));
  expect(warnings).toEqual([]);
});

test("a question that fails does not stop the one behind it", async () => {
  const client = new ClientInTurn({ connectionString: databaseUrl() });
  await client.connect();
  onTestFinished(() => client.end());
  const asked = ["select 1 / 0", "select 1", "select 2"].map((text) => client.query(text));
  const answers = await Promise.allSettled(asked);
  expect(answers.map(({ status }) => status)).toEqual(["rejected", "fulfilled", "fulfilled"]);
});
