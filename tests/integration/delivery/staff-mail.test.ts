import { expect, test } from "vitest";
import { db } from "@/lib/db";
import { drainDue } from "@/lib/delivery/drain";
import { getOutboxMessage, listOutbox } from "@/lib/delivery/outbox";
import { queueStaffMail } from "@/lib/delivery/staff-mail";
import { Transport } from "@/lib/delivery/transmit";
import { makeOrganisation } from "@/tests/factories";
import { startSink } from "@/tests/smtp-sink";

const never = new AbortController().signal;

async function queue(organisationId: string): Promise<void> {
  await db().$transaction((tx) =>
    queueStaffMail(tx, {
      organisationId,
      kind: "invitation",
      to: { name: "", address: "new@ngo.test" },
      fromName: "Asian Rights Desk",
      subject: "Join us",
      text: "A secret link",
      language: "en",
    }),
  );
}

test("a mail to a member needs no campaign, is sealed, and is counted in no tally", async () => {
  const { id: organisationId } = await makeOrganisation();
  await queue(organisationId);
  const [row] = await db().mail.findMany({ where: { organisationId } });
  expect(Buffer.from(row?.sealedBytes ?? []).toString("latin1")).not.toContain("secret");
  const sink = await startSink();
  const transport = new Transport(sink.url, 1);
  await drainDue(transport, never);
  transport.close();
  const [mail] = await sink.parsed();
  await sink.stop();
  expect(mail).toMatchObject({
    subject: "Join us",
    from: { name: "Asian Rights Desk", address: "letters@appeals.test" },
    to: [{ address: "new@ngo.test" }],
  });
  expect(await db().mail.findFirst({ where: { organisationId } })).toMatchObject({ state: "accepted" });
  expect(await db().tallyDelta.count()).toBe(0);
});

test("without a mail server it can be read in the Outbox of its organisation alone", async () => {
  const { id: organisationId } = await makeOrganisation();
  const { id: other } = await makeOrganisation();
  await queue(organisationId);
  await drainDue(null, never);
  const [entry, ...rest] = await listOutbox({ organisationId, limit: 5 });
  expect(rest).toEqual([]);
  expect(entry).toMatchObject({ table: "mails", kind: "invitation", campaign: null, office: null });
  const message = await getOutboxMessage({ organisationId, table: "mails", id: entry?.id ?? "" });
  expect(message.text).toBe("A secret link\n");
  await expect(getOutboxMessage({ organisationId: other, table: "mails", id: entry?.id ?? "" })).rejects.toThrow(
    "not-found",
  );
});
