import { v7 as uuidv7 } from "uuid";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/accounts/access";
import { archiveCampaign } from "@/lib/campaigns/archive";
import { cancelUnsent } from "@/lib/campaigns/cancel-unsent";
import { duplicateCampaign } from "@/lib/campaigns/duplicate";
import { liftStop } from "@/lib/campaigns/lift-stop";
import { lockCampaign } from "@/lib/campaigns/lock";
import { findAppeal, listOpenAppeals } from "@/lib/campaigns/queries";
import { reopenCampaign } from "@/lib/campaigns/reopen";
import { resumeCampaign } from "@/lib/campaigns/resume";
import { stopCampaign } from "@/lib/campaigns/stop";
import { getStopProgress } from "@/lib/campaigns/stop-progress";
import { appealView } from "@/lib/campaigns/view";
import { db } from "@/lib/db";
import { claimMailRows } from "@/lib/delivery/claim.sql";
import { drainDue } from "@/lib/delivery/drain";
import { Transport } from "@/lib/delivery/transmit";
import { Refusal } from "@/lib/errors";
import type { Prisma } from "@/lib/generated/prisma/client";
import { holdHalted } from "@/lib/letters/hold-halted";
import { releaseLetters } from "@/lib/letters/release";
import { makeToken } from "@/lib/privacy/links";
import { foldTallies } from "@/lib/reports/fold";
import { getTotalsOf } from "@/lib/reports/queries";
import { confirmSignature } from "@/lib/signatures/confirm";
import { draftSignature } from "@/lib/signatures/draft";
import { reportLetterSent } from "@/lib/signatures/report-sent";
import { withdrawSignature } from "@/lib/signatures/withdraw";
import { tellLifted } from "@/lib/signatures/tell-lifted.sql";
import { tellStopped } from "@/lib/signatures/tell-stopped.sql";
import { makeSignature, makeSignatures, makeWorld, type World } from "@/tests/factories";
import { makeMember } from "@/tests/members";
import { putLetters } from "@/tests/put-letters";
import { type SmtpSink, startSink } from "@/tests/smtp-sink";
import { startWorkerProcess, type WorkerProcess } from "@/tests/worker-process";

const patience = { timeout: 50_000, interval: 50 };
const silent = { reason: null, note: null, discreet: false };
let world: World;
let actor: Actor;
let sink: SmtpSink;
let workers: WorkerProcess[] = [];

beforeEach(async () => {
  // What other tests have stopped is settled.
  await db().campaign.updateMany({ where: { stoppedAt: { not: null } }, data: { stopToldAt: new Date() } });
  await db().campaign.updateMany({ where: { liftedAt: { not: null } }, data: { liftToldAt: new Date() } });
  await db().mail.updateMany({ where: { state: { in: ["queued", "waiting"] } }, data: { state: "cancelled" } });
  sink = await startSink();
  world = await makeWorld();
  actor = await makeMember(world.organisation, { role: "campaigner" });
});

afterEach(async () => {
  await Promise.all(workers.map((worker) => worker.kill()));
  workers = [];
  await sink.stop();
});

async function startOne(): Promise<WorkerProcess> {
  const worker = await startWorkerProcess({ SMTP_URL: sink.url, LEASE_SECONDS: "2" });
  workers.push(worker);
  return worker;
}

const id = () => world.campaign.id;
const row = () => db().campaign.findUniqueOrThrow({ where: { id: id() } });
const mails = () => db().mail.findMany({ where: { campaignId: id(), kind: "stopped" } });
const byEmail = () => sink.messages.filter(({ to }) => to === world.minister.address).length;

async function countLetters(): Promise<Record<string, number>> {
  const where = { campaignId: id(), channel: "email" } as const;
  const groups = await db().letter.groupBy({ by: ["state"], where, _count: true });
  return Object.fromEntries(groups.map(({ state, _count }) => [state, _count]));
}

describe("STOP", () => {
  test("with 5,000 queued and two workers busy: none leaves more than two seconds later", async () => {
    await makeSignatures(world, 5000);
    await Promise.all([startOne(), startOne()]);
    await expect.poll(byEmail, patience).toBeGreaterThan(200);
    await stopCampaign(actor, id(), silent);
    const stoppedAt = Date.now();
    await expect.poll(() => Date.now() - stoppedAt, patience).toBeGreaterThan(2000);
    const after = byEmail();
    expect(after).toBeLessThan(4500);
    await expect.poll(async () => Object.keys(await countLetters()).toSorted(), patience).toEqual(["accepted", "held"]);
    expect(byEmail()).toBe(after);
    const { accepted = 0, held = 0 } = await countLetters();
    expect(accepted).toBe(after);
    expect(accepted + held).toBe(5000);
    expect(await db().letter.count({ where: { campaignId: id(), holdReason: "stop" } })).toBe(held);
    await foldTallies();
    expect(await getTotalsOf(id())).toMatchObject({ accepted, held });
  }, 120_000);

  test("does not wait for somebody who is busy with the campaign: its letters freeze at once", async () => {
    await makeSignatures(world, 3);
    const { organisationId, id: campaignId } = world.campaign;
    let stopping: Promise<void> | undefined;
    await db().$transaction(
      async (tx) => {
        await lockCampaign(tx, { organisationId, campaignId });
        stopping = stopCampaign(actor, campaignId, silent);
        await expect.poll(() => db().pause.count({ where: { subjectId: campaignId, endedAt: null } })).toBe(1);
        await drainDue(new Transport(sink.url), new AbortController().signal);
        expect(byEmail()).toBe(0);
      },
      { timeout: 20_000 },
    );
    await stopping;
    expect(await db().pause.count({ where: { endedAt: null } })).toBe(0);
    await drainDue(new Transport(sink.url), new AbortController().signal);
    expect(byEmail()).toBe(0);
    expect(await row()).toMatchObject({ state: "closed", stoppedAt: expect.any(Date) as Date });
  });

  test("refuses new signatures and confirmations, and shows itself with its public reason alone", async () => {
    const pending = await makeSignature(world, { state: "pending" });
    await stopCampaign(actor, id(), { reason: "His family asks for it.", note: "A secret", discreet: false });
    const { slug } = world.campaign;
    const typed = { name: "Ann Example", email: "ann@signers.test", country: "FR", body: "I ask." };
    const draft = draftSignature({ slug, language: "en", typed, partner: "", network: "192.0.2.0/24" });
    await expect(draft).rejects.toThrow(new Refusal("campaign-stopped"));
    await expect(confirmSignature(makeToken("confirm", pending.submissionId))).rejects.toThrow(Refusal);
    const appeal = await findAppeal(slug);
    expect(appeal && appealView(appeal, "ar")).toMatchObject({
      state: "stopped",
      stopReason: { text: "His family asks for it.", language: "en", dir: "ltr" },
    });
    expect(JSON.stringify(appeal)).not.toContain("A secret");
    expect((await listOpenAppeals()).appeals.map((one) => one.id)).not.toContain(id());
  });

  test("withholds a name in its reason", async () => {
    await stopCampaign(actor, id(), { ...silent, reason: "Kim Chul-soo is in danger." });
    expect((await findAppeal(world.campaign.slug))?.stopReason).toBe("[name withheld] is in danger.");
  });

  test("is possible once, by nobody of another organisation, and nothing but lifting it opens the campaign", async () => {
    const stranger = await makeMember((await makeWorld()).organisation);
    await expect(stopCampaign(stranger, id(), silent)).rejects.toThrow(new Refusal("not-found"));
    await stopCampaign(actor, id(), silent);
    await expect(stopCampaign(actor, id(), silent)).rejects.toThrow(new Refusal("not-possible-now"));
    await expect(reopenCampaign(actor, id())).rejects.toThrow(new Refusal("not-possible-now"));
    await expect(releaseLetters(actor, id(), "stop")).rejects.toThrow(Refusal);
    await expect(duplicateCampaign(actor, id()), "a copy would not say STOP").rejects.toThrow(
      new Refusal("campaign-stopped"),
    );
    await archiveCampaign(actor, id());
    expect((await row()).stoppedAt).not.toBeNull();
  });

  test("taken back pauses the campaign; resumed as well, its letters leave", async () => {
    await makeSignatures(world, 2);
    await stopCampaign(actor, id(), silent);
    await holdHalted();
    expect(await countLetters()).toEqual({ held: 2 });
    await liftStop(actor, id());
    expect(await row()).toMatchObject({ state: "paused", stoppedAt: null, stopReason: null });
    await drainDue(new Transport(sink.url), new AbortController().signal);
    expect(byEmail()).toBe(0);
    await resumeCampaign(actor, id());
    await drainDue(new Transport(sink.url), new AbortController().signal);
    expect(byEmail()).toBe(2);
    await expect(liftStop(actor, id())).rejects.toThrow(new Refusal("not-possible-now"));
  });

  test("lets what is frozen be cancelled; what may have arrived is unknown, what is with its writer stays", async () => {
    const [one, other] = await makeSignatures(world, 3);
    await stopCampaign(actor, id(), silent);
    await putLetters({ where: { id: one?.letters.email ?? "" }, data: { state: "held", holdReason: "ambiguous" } });
    await db().letter.update({ where: { id: other?.letters.email ?? "" }, data: { doubledAt: new Date() } });
    await cancelUnsent(actor, id());
    expect(await countLetters()).toEqual({ cancelled: 1, unknown: 2 });
    expect(await db().letter.count({ where: { campaignId: id(), state: "with_signer" } })).toBe(3);
  });

  test("finds nothing to cancel while letters may leave", async () => {
    await expect(cancelUnsent(actor, id())).rejects.toThrow(new Refusal("not-possible-now"));
  });
});

describe("the service mail of a STOP", () => {
  test("goes once to each who could still send by themselves, also when the worker is killed in between", async () => {
    const signers = new Set((await makeSignatures(world, 120)).map(({ typed }) => typed.email));
    const [told] = await makeSignatures(world, 1);
    await reportLetterSent(makeToken("mine", told?.id ?? ""), told?.letters.fax ?? "", true);
    await makeSignatures(world, 1, { typed: { disclosure: "counted" } });
    await stopCampaign(actor, id(), silent);
    const worker = await startOne();
    const byMail = () => sink.messages.filter(({ to }) => signers.has(to)).length;
    await expect.poll(byMail, patience).toBeGreaterThan(10);
    await worker.kill();
    await startOne();
    await expect.poll(async () => (await getStopProgress(actor, id())).told, patience).toBe(120);
    expect(await mails()).toHaveLength(120);
    expect(new Set((await mails()).map(({ signatureId }) => signatureId)).size).toBe(120);
    const doubled = (await mails()).filter(({ doubledAt }) => doubledAt).length;
    expect(byMail()).toBeGreaterThanOrEqual(120);
    expect(byMail()).toBeLessThanOrEqual(120 + doubled);
    expect(await getStopProgress(actor, id())).toMatchObject({ untold: 0, waiting: 0, told: 120, failed: 0 });
  }, 120_000);

  test("speaks the signer's language, names the appeal unless it must not, and leads to the own page", async () => {
    await makeSignature(world, { language: "ar" });
    await makeSignature(world);
    await stopCampaign(actor, id(), silent);
    expect(await tellStopped()).toBe(2);
    expect(await tellStopped()).toBe(0);
    await drainDue(new Transport(sink.url), new AbortController().signal);
    const sent = await sink.parsed();
    const title = (await findAppeal(world.campaign.slug))?.revision.texts.find(
      ({ language }) => language === "en",
    )?.title;
    const english = sent.find(({ subject }) => subject?.startsWith("STOP"));
    expect(english?.subject).toBe(`STOP, do not send your letter: ${title}`);
    expect(english?.text).toContain("/en/mine/");
    expect(sent.find(({ subject }) => subject?.startsWith("توقفوا"))?.text).toContain("/ar/mine/");
  });

  test("that must be discreet names neither the appeal nor anybody in it", async () => {
    await makeSignature(world);
    await stopCampaign(actor, id(), { ...silent, discreet: true, reason: "A reason" });
    await tellStopped();
    await drainDue(new Transport(sink.url), new AbortController().signal);
    const [mail] = await sink.parsed();
    const title = (await findAppeal(world.campaign.slug))?.revision.texts.find(
      ({ language }) => language === "en",
    )?.title;
    expect(mail?.subject).toBe("STOP, do not send your letter");
    expect(mail?.text).not.toContain(title);
    expect(mail?.text).not.toContain("A reason");
  });

  test("is made some at a time, is taken back with the STOP, and made again by the next one", async () => {
    await makeSignatures(world, 5);
    await stopCampaign(actor, id(), silent);
    expect([await tellStopped(3), await tellStopped(3)]).toEqual([3, 0]);
    expect(await getStopProgress(actor, id())).toMatchObject({ untold: 2, waiting: 3, told: 0 });
    await liftStop(actor, id());
    expect(await tellStopped()).toBe(0);
    await stopCampaign(actor, id(), silent);
    expect(await tellStopped()).toBe(5);
    expect((await mails()).filter(({ state }) => state === "queued")).toHaveLength(5);
  });

  test("is done once nobody is left and no confirmation can be on its way", async () => {
    await stopCampaign(actor, id(), silent);
    await tellStopped();
    expect((await row()).stopToldAt).toBeNull();
    await db().$executeRaw`update campaigns set stopped_at = now() - interval '3 minutes' where id = ${id()}::uuid`;
    await tellStopped();
    expect((await row()).stopToldAt).not.toBeNull();
  });
});

/** Puts a mail into a state as if it had come there. */
async function putMail(mail: string, data: Prisma.MailUncheckedUpdateInput): Promise<void> {
  await db().$transaction([
    db().$executeRaw`alter table mails disable trigger mails_transition`,
    db().mail.update({ where: { id: mail }, data }),
    db().$executeRaw`alter table mails enable trigger mails_transition`,
  ]);
}

const mailsOf = (kind: "stopped" | "lifted") => db().mail.findMany({ where: { campaignId: id(), kind } });
const drain = () => drainDue(new Transport(sink.url), new AbortController().signal);
const subjects = async () => (await sink.parsed()).map(({ subject }) => subject ?? "");

/** Stopped, told and lifted. */
async function lift(stop = silent): Promise<void> {
  await stopCampaign(actor, id(), stop);
  await tellStopped();
  await drain();
  await liftStop(actor, id());
}

describe("once a STOP is lifted", () => {
  test("those who were told to send nothing are told once that they may again, in their language", async () => {
    await makeSignature(world, { language: "ar" });
    await makeSignature(world);
    await stopCampaign(actor, id(), silent);
    await tellStopped();
    expect((await getStopProgress(actor, id())).retold).toBe(0);
    await drain();
    expect((await getStopProgress(actor, id())).retold).toBe(2);
    await liftStop(actor, id());
    expect([await tellLifted(), await tellLifted()]).toEqual([2, 0]);
    await drain();
    const sent = (await sink.parsed()).slice(2);
    const title = (await findAppeal(world.campaign.slug))?.revision.texts.find(
      ({ language }) => language === "en",
    )?.title;
    const english = sent.find(({ subject }) => subject?.startsWith("You may"));
    expect(english?.subject).toBe(`You may send your letter again: ${title}`);
    expect(english?.text).toContain("/en/mine/");
    expect(sent.find(({ subject }) => subject?.startsWith("يمكنكم"))?.text).toContain("/ar/mine/");
    expect((await row()).liftToldAt).not.toBeNull();
  });

  test("nobody is told who withdrew, who sent it, or who was never told to stop", async () => {
    const [gone, sent, still] = await makeSignatures(world, 3);
    await stopCampaign(actor, id(), silent);
    await tellStopped();
    await drain();
    const late = await makeSignature(world);
    await withdrawSignature(makeToken("mine", gone?.id ?? ""));
    await putLetters({
      where: { signatureId: sent?.id ?? "", state: "with_signer" },
      data: { state: "self_reported" },
    });
    expect((await getStopProgress(actor, id())).retold).toBe(1);
    await liftStop(actor, id());
    await tellLifted();
    expect((await mailsOf("lifted")).map(({ signatureId }) => signatureId)).toEqual([still?.id]);
    expect(late.id).not.toBe(still?.id);
  });

  test("what was discreet stays discreet", async () => {
    await makeSignature(world);
    await lift({ ...silent, discreet: true });
    await tellLifted();
    await drain();
    const mail = (await sink.parsed()).at(-1);
    const title = (await findAppeal(world.campaign.slug))?.revision.texts.find(
      ({ language }) => language === "en",
    )?.title;
    expect(mail?.subject).toBe("You may send your letter again");
    expect(mail?.text).not.toContain(title);
  });

  test("a mail a worker has in hand never leaves, and nobody is told about it", async () => {
    await makeSignature(world);
    await stopCampaign(actor, id(), silent);
    await tellStopped();
    const [held] = await claimMailRows(10, 60);
    await liftStop(actor, id());
    expect(held).toBeDefined();
    expect(await mailsOf("stopped")).toMatchObject([{ state: "cancelled", lease: null }]);
    expect(await tellLifted()).toBe(0);
    expect((await row()).liftToldAt).not.toBeNull();
  });

  test("one that is being handed over is waited for", async () => {
    await makeSignature(world);
    await stopCampaign(actor, id(), silent);
    await tellStopped();
    const [mail] = await mailsOf("stopped");
    const leaving = { lease: uuidv7(), leaseUntil: new Date(Date.now() + 60_000), messageId: `${uuidv7()}@x.test` };
    await putMail(mail?.id ?? "", { state: "transmitting", sealedBytes: new Uint8Array([1]), ...leaving });
    expect((await getStopProgress(actor, id())).retold).toBe(1);
    await liftStop(actor, id());
    expect(await tellLifted()).toBe(0);
    expect((await row()).liftToldAt).toBeNull();
    await putMail(mail?.id ?? "", { state: "accepted", lease: null, leaseUntil: null });
    expect(await tellLifted()).toBe(1);
  });

  test("the next STOP tells everybody again, and takes back what did not leave", async () => {
    await makeSignature(world);
    await lift();
    await tellLifted();
    await stopCampaign(actor, id(), silent);
    expect(await mailsOf("lifted")).toMatchObject([{ state: "cancelled" }]);
    expect([await tellLifted(), await tellStopped()]).toEqual([0, 1]);
    await drain();
    expect(await getStopProgress(actor, id())).toMatchObject({ told: 1, retold: 1 });
    await liftStop(actor, id());
    expect(await tellLifted()).toBe(1);
    await drain();
    expect((await subjects()).map((subject) => subject.slice(0, 4))).toEqual(["STOP", "STOP", "You "]);
  });

  test("after the deadline nobody is told to send anything", async () => {
    await makeSignature(world);
    await lift();
    await db().campaign.update({ where: { id: id() }, data: { deadlineAt: new Date(Date.now() - 1000) } });
    expect(await tellLifted()).toBe(0);
  });
});
