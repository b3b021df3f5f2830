import { expect, test } from "vitest";
import { db } from "@/lib/db";
import { drainDue } from "@/lib/delivery/drain";
import { getOutboxMessage, listOutbox } from "@/lib/delivery/outbox";
import { Transport } from "@/lib/delivery/transmit";
import { makeMail, makeSignature, makeWorld } from "@/tests/factories";
import { startSink } from "@/tests/smtp-sink";

const never = new AbortController().signal;

test("without a mail server everything is kept, sealed, and never leaves later", async () => {
  const world = await makeWorld({ signers: 2 });
  const pending = await makeSignature(world, { state: "pending" });
  const mail = await makeMail(world, pending);
  await drainDue(null, never);

  const letters = await db().letter.findMany({ where: { campaignId: world.campaign.id, channel: "email" } });
  expect(letters.map(({ state, lease }) => [state, lease])).toEqual([
    ["captured", null],
    ["captured", null],
  ]);
  expect(await db().mail.findUnique({ where: { id: mail.id } })).toMatchObject({ state: "captured" });
  const attempts = await db().attempt.findMany({ where: { mailId: mail.id }, orderBy: { id: "asc" } });
  expect(attempts.map(({ phase, outcome }) => [phase, outcome])).toEqual([
    ["claimed", null],
    ["ended", "captured"],
  ]);

  const sink = await startSink();
  const transport = new Transport(sink.url, 1);
  await drainDue(transport, never);
  expect(sink.messages).toHaveLength(0);
  transport.close();
  await sink.stop();
});

test("the Outbox lists page by page and opens one message", async () => {
  const world = await makeWorld({ signers: 3 });
  const { organisationId } = world.campaign;
  await makeMail(world, await makeSignature(world, { state: "pending" }));
  await drainDue(null, never);

  const first = await listOutbox({ organisationId, limit: 3 });
  const second = await listOutbox({ organisationId, limit: 3, before: first.at(-1)?.cursor });
  const all = [...first, ...second];
  expect(first).toHaveLength(3);
  expect(new Set(all.map(({ id }) => id)).size).toBe(4);
  expect(all.map(({ kind }) => kind).toSorted()).toEqual(["confirmation", "letter", "letter", "letter"]);
  expect(all[0]).toMatchObject({
    campaign: expect.stringMatching(/./) as string,
  });
  await expect(listOutbox({ organisationId, limit: 3, before: "yesterday" })).rejects.toMatchObject({
    code: "not-found",
  });

  const entry = all.find(({ kind }) => kind === "confirmation");
  const message = await getOutboxMessage({ organisationId, table: "mails", id: entry?.id ?? "" });
  expect(message.from).toEqual({ name: "Asian Rights Desk", address: "letters@appeals.test" });
  expect(message.to?.address).toMatch(/@signers\.test$/);
  expect(message.replyTo).toBeNull();
  expect(message.messageId).toMatch(/^<.+@appeals\.test>$/);
  expect(message.date).toBeInstanceOf(Date);
  expect(message.text).toContain("/en/confirm/");
});

test("the Outbox of another organisation stays closed", async () => {
  const world = await makeWorld({ signers: 1 });
  const other = await makeWorld();
  await drainDue(null, never);
  const id = world.signatures[0]?.letters.email ?? "";
  const asked = getOutboxMessage({ organisationId: other.organisation.id, table: "letters", id });
  await expect(asked).rejects.toMatchObject({ code: "not-found" });
  expect(await listOutbox({ organisationId: other.organisation.id, limit: 10 })).toEqual([]);
});
