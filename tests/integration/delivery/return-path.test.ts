import { createTransport } from "nodemailer";
import { afterEach, expect, onTestFinished, test, vi } from "vitest";
import { freePort } from "@/lib/database/free-port";
import { queueStaffMail } from "@/lib/delivery/staff-mail";
import { readReturnPath } from "@/lib/delivery/return-path";
import { db } from "@/lib/db";
import { postfixReport } from "@/tests/delivery-reports";
import { makeMail, makeWorld } from "@/tests/factories";
import { startSink } from "@/tests/smtp-sink";
import { startWorkerProcess, type WorkerProcess } from "@/tests/worker-process";

vi.hoisted(() => {
  process.env.BOUNCE_ADDRESS = "bounces@appeals.example.org";
});

const patience = { timeout: 30_000, interval: 50 };
let worker: WorkerProcess | undefined;

afterEach(async () => {
  await worker?.kill();
});

test("what a worker sends comes back to it, and is known to have bounced; From stays what it was", async () => {
  const port = await freePort();
  const sink = await startSink();
  onTestFinished(() => sink.stop());
  const world = await makeWorld({ signers: 1 });
  const [signature] = world.signatures;
  if (!signature) throw new Error("no signature");
  const mail = await makeMail(world, signature);
  const { id: organisationId } = world.organisation;
  const staff = {
    organisationId,
    kind: "test_letter",
    fromName: "Desk",
    subject: "Test",
    text: "Test",
    language: "en",
  } as const;
  await db().$transaction((tx) => queueStaffMail(tx, { ...staff, to: { name: "Amal", address: "amal@ngo.test" } }));
  worker = await startWorkerProcess({ SMTP_URL: sink.url, BOUNCE_PORT: String(port) });
  await expect.poll(() => sink.messages.length, patience).toBe(3);

  const letter = { table: "letters", id: signature.letters.email };
  const paths = new Map(sink.messages.map(({ from, to }) => [to, from]));
  expect(paths.get("amal@ngo.test")).toBe("letters@appeals.test");
  expect(readReturnPath(paths.get("minister@mfa.example.org") ?? "")).toEqual(letter);
  expect(readReturnPath(paths.get(signature.typed.email ?? "") ?? "")).toEqual({ table: "mails", id: mail.id });
  for (const { from } of await sink.parsed()) expect(from?.address).toBe("letters@appeals.test");

  const transport = createTransport({ host: "127.0.0.1", port, secure: false, ignoreTLS: true });
  onTestFinished(() => transport.close());
  const to = [paths.get("minister@mfa.example.org") ?? "", paths.get(signature.typed.email ?? "") ?? ""];
  await transport.sendMail({ envelope: { from: "", to }, raw: postfixReport() });
  const { state } = await db().letter.findUniqueOrThrow({ where: { id: letter.id } });
  expect([state, (await db().mail.findUniqueOrThrow({ where: { id: mail.id } })).state]).toEqual([
    "bounced",
    "bounced",
  ]);
  expect(await worker.end("SIGTERM")).toBe(0);
});
