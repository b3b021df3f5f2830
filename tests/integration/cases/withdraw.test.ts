import { v7 as uuidv7 } from "uuid";
import type pg from "pg";
import { beforeEach, expect, test } from "vitest";
import { addPicture } from "@/lib/cases/add-picture";
import { getCase, getWithdrawal } from "@/lib/cases/queries";
import { holdWithoutConsent, withdrawConsent } from "@/lib/cases/withdraw-consent";
import { findPublicPicture } from "@/lib/cases/find-picture";
import { findAppealFacts } from "@/lib/campaigns/facts";
import { findAppeal, getAppealOf } from "@/lib/campaigns/queries";
import { appealView } from "@/lib/campaigns/view";
import { db } from "@/lib/db";
import { drainDue } from "@/lib/delivery/drain";
import { listOutbox, getOutboxMessage } from "@/lib/delivery/outbox";
import type { PersonAtRisk } from "@/lib/generated/prisma/client";
import { resumeCampaign } from "@/lib/campaigns/resume";
import { savePerson } from "@/lib/cases/save-person";
import { readDrifts } from "@/lib/reports/recount.sql";
import { makeToken } from "@/lib/privacy/links";
import { getOwnSignature } from "@/lib/signatures/queries";
import { atOnce } from "@/tests/at-once";
import { makeConsent, personNow, personOf } from "@/tests/cases";
import { makeMail, makeSignature, makeSignatures, makeWorld, type World } from "@/tests/factories";
import { makeMember } from "@/tests/members";
import { testPicture } from "@/tests/pictures";
import { putLetters } from "@/tests/put-letters";

const reason = "The family asked us by telephone";

let world: World;
let person: PersonAtRisk;
let actor: Awaited<ReturnType<typeof makeMember>>;

/** A live appeal that names a person and shows a picture of them, with consent to both. */
beforeEach(async () => {
  world = await makeWorld();
  person = world.person;
  actor = await makeMember(world.organisation);
  await makeConsent(person, "name", "picture");
  const file = await testPicture();
  const pictureId = await addPicture(actor, world.campaign.caseId, { file, credit: "His family", shows: [person.id] });
  const where = { revisionId: world.revision.id };
  await db().revision.update({ where: { id: world.revision.id }, data: { pictureId } });
  await db().appealText.updateMany({
    where,
    data: {
      title: "KIM CHUL-SOO must not be sent back",
      request: "Free Kim Chul-soo’s son",
      summary: "김철수는 잡혔다.",
      body: "Kim Chul-soo(42), called Comrade K., was taken.",
      pictureAlt: "Kim Chul-soo at home",
    },
  });
  await db().sampleLetter.updateMany({
    where,
    data: { subject: "About Kim Chul-soo", closing: "For Kim Chul-soo,\n{{name}}", requests: ["free Kim Chul-soo"] },
  });
});

const letter = (id: string | undefined) => db().letter.findUniqueOrThrow({ where: { id } });
const withdraw = () => withdrawConsent(actor, { personId: person.id, reason });

test("with consent the name is said and the picture shown", async () => {
  const appeal = await findAppeal(world.campaign.slug);
  expect(JSON.stringify(appeal)).toContain("Kim Chul-soo");
  expect(appeal?.picture).toMatchObject({ credit: "His family" });
  expect(JSON.stringify(appeal)).not.toContain("aliases");
});

test("one act withdraws the consents, pauses, holds, empties the pictures and leaves an event", async () => {
  await makeSignatures(world, 3);
  const letters = await db().letter.findMany({ where: { channel: "email" }, orderBy: { id: "asc" } });
  const [waiting, claimed] = letters.map(({ id }) => id);
  await putLetters({
    where: { id: waiting },
    data: { state: "waiting", sealedBytes: new Uint8Array([1]), messageId: "m@example.org" },
  });
  await db()
    .$executeRaw`update letters set state = 'claimed', lease = gen_random_uuid(), lease_until = now() + interval '1 hour'
    where id = ${claimed}::uuid`;
  const draft = await db().campaign.create({
    data: {
      ...world.campaign,
      id: crypto.randomUUID(),
      slug: `draft-${Date.now()}`,
      state: "draft",
      publishedAt: null,
    },
  });
  expect(await getWithdrawal(actor, person.id)).toEqual({
    pauses: [{ id: world.campaign.id, title: expect.any(String) as string }],
    letters: 3,
    pictures: 1,
  });
  await withdraw();

  const { consents } = await db().personAtRisk.findUniqueOrThrow({
    where: { id: person.id },
    include: { consents: true },
  });
  expect(consents.map(({ withdrawnAt }) => withdrawnAt)).toEqual([expect.any(Date)]);
  const campaigns = await db().campaign.findMany({ where: { caseId: world.campaign.caseId } });
  expect(campaigns.find(({ id }) => id === world.campaign.id)?.state).toBe("paused");
  expect(campaigns.find(({ id }) => id === draft.id)?.state).toBe("draft");
  const after = await db().letter.findMany({ where: { channel: "email" } });
  expect(after.map(({ state, holdReason, lease }) => [state, holdReason, lease])).toEqual(
    Array.from({ length: 3 }, () => ["held", "consent", null]),
  );
  expect(after.find(({ id }) => id === waiting)).toMatchObject({ sealedBytes: null, messageId: "m@example.org" });
  expect(await db().letter.count({ where: { channel: "fax", state: "with_signer" } })).toBe(3);
  expect(await db().picture.count({ where: { bytes: { not: null }, caseId: world.campaign.caseId } })).toBe(0);
  const event = await db().auditEvent.findFirstOrThrow({
    where: { action: "consent.withdrawn" },
    orderBy: { at: "desc" },
  });
  expect(event).toMatchObject({ subjectId: person.id, reason, accountId: actor.accountId });
  expect((await getCase(actor, world.campaign.caseId)).pictures).toMatchObject([{ gone: true }]);
});

test("no letter that has not arrived keeps its bytes, whatever it was held for", async () => {
  const bytes = { sealedBytes: new Uint8Array([1]) };
  const before = [
    { state: "held", holdReason: "superseded" },
    { state: "held", holdReason: "policy" },
    { state: "held", holdReason: "member" },
    { state: "held", holdReason: "address" },
    { state: "held", holdReason: null },
    { state: "quarantined", holdReason: null },
    { state: "unknown", holdReason: null },
    { state: "accepted", holdReason: null },
  ] as const;
  const signatures = await makeSignatures(world, before.length);
  const ids = signatures.map(({ letters }) => letters.email ?? "");
  for (const [at, data] of before.entries())
    await putLetters({ where: { id: ids[at] ?? "" }, data: { ...data, ...bytes } });
  expect((await getWithdrawal(actor, person.id)).letters).toBe(5);
  await withdraw();
  const after = await Promise.all(ids.map((id) => letter(id)));
  expect(after.map(({ state, holdReason, sealedBytes }) => [state, holdReason, sealedBytes !== null])).toEqual([
    ["held", "consent", false],
    ["held", "consent", false],
    ["held", "consent", false],
    ["held", "address", false],
    ["held", null, false],
    ["quarantined", null, false],
    ["unknown", null, false],
    ["accepted", null, true],
  ]);
  expect(await readDrifts()).toEqual([]);
});

test("thousands of letters are held, some at a time", async () => {
  const many = 2500;
  await makeSignatures(world, many);
  expect(await withdrawConsent(actor, { personId: person.id, reason }, 400)).toBe(Math.ceil(many / 400));
  const where = { campaignId: world.campaign.id, channel: "email" } as const;
  expect(await db().letter.count({ where: { ...where, state: "held", holdReason: "consent" } })).toBe(many);
  expect(await withdraw()).toBe(0);
  expect(await readDrifts()).toEqual([]);
});

test("a closed campaign, which still sends, gives no letter away either", async () => {
  const signature = await makeSignature(world);
  await db().campaign.update({ where: { id: world.campaign.id }, data: { state: "closed" } });
  const tried = { state: "waiting", sealedBytes: new Uint8Array([1]) } as const;
  await putLetters({ where: { id: signature.letters.email }, data: tried });
  await withdraw();
  expect(await letter(signature.letters.email)).toMatchObject({
    state: "held",
    holdReason: "consent",
    sealedBytes: null,
  });
});

test("a campaign resumed at the same moment does not stay live with a name nobody consents to", async () => {
  const { campaign, organisation } = world;
  for (let round = 0; round < 2; round += 1) {
    await db().consent.updateMany({ where: { personId: person.id }, data: { withdrawnAt: null } });
    await db().campaign.update({ where: { id: campaign.id }, data: { state: "paused" } });
    const acts = [() => resumeCampaign(actor, campaign.id), withdraw];
    await atOnce(organisation, round === 0 ? acts : acts.toReversed());
    expect((await db().campaign.findUniqueOrThrow({ where: { id: campaign.id } })).state).toBe("paused");
  }
});

test("a campaign that is just being resumed pauses again", async () => {
  const { campaign } = world;
  await db().campaign.update({ where: { id: campaign.id }, data: { state: "paused" } });
  const resume = (client: pg.PoolClient) =>
    client.query("update campaigns set state = 'live' where id = $1", [campaign.id]);
  await atOnce(campaign, [withdraw], resume, "campaigns");
  expect((await db().campaign.findUniqueOrThrow({ where: { id: campaign.id } })).state).toBe("paused");
});

test("a letter that comes back at that moment is held as well", async () => {
  const { id = "" } = { id: (await makeSignature(world)).letters.email };
  const leased = { lease: crypto.randomUUID(), leaseUntil: new Date(Date.now() + 60_000) };
  const leaving = { state: "transmitting", sealedBytes: new Uint8Array([1]), messageId: `${id}@example.org` } as const;
  await putLetters({ where: { id }, data: { ...leaving, ...leased } });
  const comeBack = (client: pg.PoolClient) =>
    client.query("update letters set state = 'waiting', lease = null, lease_until = null where id = $1", [id]);
  await atOnce({ id }, [withdraw], comeBack, "letters");
  expect(await letter(id)).toMatchObject({ state: "held", holdReason: "consent", sealedBytes: null });
});

test("a name that is corrected afterwards stays hidden where it was said", async () => {
  await db().picture.updateMany({ where: { caseId: world.campaign.caseId }, data: { credit: "His family" } });
  await withdraw();
  const input = personOf({ publicName: "Kim Cheol-su", originalScript: null, aliases: ["Kim C. S."] });
  await savePerson(actor, await personNow(person.id), input);
  const appeal = await findAppeal(world.campaign.slug);
  expect(JSON.stringify(appeal)).toContain("[name withheld]");
  expect(JSON.stringify(appeal)).not.toMatch(/kim\s*chul|김철수|comrade/i);
  const [saved] = (await getCase(actor, world.campaign.caseId)).persons;
  expect(saved?.publicName).toBe("Kim Cheol-su");
  expect(saved?.aliases.toSorted()).toEqual(["Comrade K.", "Kim C. S.", "Kim Chul-soo", "김철수"]);
  const where = { action: "person.saved", subjectId: person.id };
  expect(await db().auditEvent.findFirstOrThrow({ where })).toMatchObject({ reason: "names kept: 3" });
});

test("a name that only an outcome or the reason of a STOP says is kept when it is taken out", async () => {
  const { id, caseId, organisationId } = world.campaign;
  await db().personAtRisk.update({ where: { id: person.id }, data: { aliases: ["Mr Nobody", "Mr Someone"] } });
  const outcome = { caseId, organisationId, happenedOn: new Date(), language: "en", recordedBy: actor.accountId };
  await db().outcome.create({ data: { id: uuidv7(), ...outcome, text: "Mr Nobody is free.", audience: "public" } });
  await db().campaign.update({ where: { id }, data: { stopReason: "Mr Someone asks for it." } });
  await savePerson(actor, await personNow(person.id), personOf({ aliases: [] }));
  const [saved] = (await getCase(actor, caseId)).persons;
  expect(saved?.aliases).toEqual(expect.arrayContaining(["Mr Nobody", "Mr Someone"]));
});

test("a name that nothing says goes when it is taken out", async () => {
  await db().personAtRisk.update({ where: { id: person.id }, data: { aliases: ["Comrade K.", "Mr Nobody"] } });
  await savePerson(actor, await personNow(person.id), personOf());
  expect((await getCase(actor, world.campaign.caseId)).persons[0]?.aliases).toEqual(["Comrade K."]);
});

test("other cases go on", async () => {
  const other = await makeWorld({ signers: 1 });
  await withdraw();
  expect((await db().campaign.findUniqueOrThrow({ where: { id: other.campaign.id } })).state).toBe("live");
  expect(await db().letter.count({ where: { campaignId: other.campaign.id, state: "held" } })).toBe(0);
});

test("afterwards the name is in nothing that is served", async () => {
  const signature = await makeSignature(world);
  await withdraw();
  const { slug } = world.campaign;
  const appeal = await findAppeal(slug);
  if (!appeal) throw new Error("the appeal is not public");
  const view = appealView(appeal, "en");
  expect(view.text).toMatchObject({
    title: "[name withheld] must not be sent back",
    request: "Free [name withheld]’s son",
    body: "\\[name withheld\\](42), called \\[name withheld\\], was taken.",
  });
  expect(appealView(appeal, "ar").text.summary).toEqual(["[الاسم محجوب]는 잡혔다."]);
  expect(view.picture).toBeNull();
  const submission = await db().submission.findFirstOrThrow({ where: { signatureId: signature.id } });
  const served = [
    appeal,
    await findAppealFacts(slug),
    await getAppealOf(submission),
    await getOwnSignature(makeToken("mine", signature.id)),
  ];
  for (const one of served) expect(JSON.stringify(one)).not.toMatch(/kim\s*chul|김철수|comrade/i);
  const english = appeal.revision.sampleLetters.find(({ language }) => language === "en");
  expect(english?.requests).toEqual(["free [name withheld]"]);
});

test("our own mails say nothing of it either, not in the appeal's title and not in the excerpt of the letter", async () => {
  const signature = await makeSignature(world, { state: "pending", typed: { body: "Free Kim Chul-soo at once." } });
  const mail = await makeMail(world, signature);
  await withdraw();
  await drainDue(null, new AbortController().signal);
  const { organisationId } = world.campaign;
  expect((await listOutbox({ organisationId, limit: 5 })).map(({ id }) => id)).toEqual([mail.id]);
  const { subject, text } = await getOutboxMessage({ organisationId, table: "mails", id: mail.id });
  expect(subject).toContain("[name withheld]");
  expect(text).toContain("[name withheld]");
  expect(`${subject} ${text}`).not.toMatch(/kim/i);
});

test("a letter that is confirmed later, or released, and still says the name is held again; others leave without it", async () => {
  const named = await makeSignature(world, { typed: { body: "Free Kim Chul-soo at once." } });
  const plain = await makeSignature(world);
  await withdraw();
  await db().campaign.update({ where: { id: world.campaign.id }, data: { state: "live" } });
  await putLetters({ where: { state: "held" }, data: { state: "queued" } });
  await drainDue(null, new AbortController().signal);
  expect(await letter(named.letters.email)).toMatchObject({ state: "held", holdReason: "consent", sealedBytes: null });
  expect(await letter(plain.letters.email)).toMatchObject({ state: "captured", holdReason: null });
  const { organisationId } = world.campaign;
  const sent = await getOutboxMessage({ organisationId, table: "letters", id: plain.letters.email ?? "" });
  expect(sent.subject).toBe("About [name withheld]");
  expect(sent.text).not.toMatch(/kim/i);
});

test("withdrawing twice changes nothing more, and a new consent brings the name back but not the picture", async () => {
  const {
    pictures: [picture],
  } = await getCase(actor, world.campaign.caseId);
  expect(await findPublicPicture(picture?.id ?? "")).not.toBeNull();
  await withdraw();
  await withdraw();
  expect(await findPublicPicture(picture?.id ?? "")).toBeNull();
  await makeConsent(person, "name", "picture");
  const appeal = await findAppeal(world.campaign.slug);
  expect(JSON.stringify(appeal)).toContain("Kim Chul-soo");
  expect(appeal?.picture).toBeNull();
});

test("what a process that ended left unheld is held by a job", async () => {
  const campaign = world.campaign.id;
  await makeSignatures(world, 2);
  await withdrawConsent(actor, { personId: person.id, reason: "" });
  const jobs = await db().$queryRaw<{ payload: unknown }[]>`
    select payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
    where t.identifier = 'hold_for_consent'`;
  expect(jobs.map(({ payload }) => payload)).toContainEqual({ campaign });
  const where = { campaignId: campaign, channel: "email" } as const;
  await putLetters({ where, data: { state: "waiting", holdReason: null, sealedBytes: new Uint8Array([1]) } });
  await holdWithoutConsent(campaign);
  const found = await db().letter.findMany({ where });
  expect(found).toHaveLength(2);
  for (const one of found) expect(one).toMatchObject({ state: "held", holdReason: "consent", sealedBytes: null });
  expect(await holdWithoutConsent(campaign)).toBe(0);
});
