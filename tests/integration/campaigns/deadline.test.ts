import { beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/accounts/access";
import { cancelUnsent } from "@/lib/campaigns/cancel-unsent";
import { closeDueCampaigns } from "@/lib/campaigns/close-due";
import { extendDeadline } from "@/lib/campaigns/extend-deadline";
import { followCampaign } from "@/lib/campaigns/follow";
import { findNewest } from "@/lib/campaigns/newest";
import { publishCampaign } from "@/lib/campaigns/publish";
import { findAppeal } from "@/lib/campaigns/queries";
import { getReadiness } from "@/lib/campaigns/readiness";
import { saveSettings } from "@/lib/campaigns/save-settings";
import { settingsSchema } from "@/lib/campaigns/schema";
import { getSettings } from "@/lib/campaigns/settings";
import { appealView } from "@/lib/campaigns/view";
import { recordOutcome } from "@/lib/cases/record-outcome";
import { listOutcomes } from "@/lib/cases/outcomes";
import { retractOutcome } from "@/lib/cases/retract-outcome";
import { verifyCase } from "@/lib/cases/verify-case";
import { db } from "@/lib/db";
import { claimDue } from "@/lib/delivery/claim";
import { deliverRow } from "@/lib/delivery/deliver";
import { drainDue } from "@/lib/delivery/drain";
import { loadTexts } from "@/lib/delivery/texts";
import { Refusal } from "@/lib/errors";
import { holdHalted } from "@/lib/letters/hold-halted";
import { releaseLetters } from "@/lib/letters/release";
import { listOpenTasks } from "@/lib/tasks/queries";
import { makeWorld, type World } from "@/tests/factories";
import { makeMember } from "@/tests/members";

let world: World;
let actor: Actor;

beforeEach(async () => {
  world = await makeWorld({ signers: 3 });
  actor = await makeMember(world.organisation, { role: "campaigner" });
});

const id = () => world.campaign.id;
const row = () => db().campaign.findUniqueOrThrow({ where: { id: id() } });
const later = () => ({ at: new Date(Date.now() + 3_600_000), zone: "Asia/Seoul" });
const drain = () => drainDue(null, new AbortController().signal);
const kinds = async () => (await listOpenTasks(actor)).map(({ kind }) => kind);
const view = async (locale = "en") => {
  const appeal = await findAppeal(world.campaign.slug);
  return appeal && appealView(appeal, locale);
};

async function pass(): Promise<void> {
  await db().$executeRaw`
    update campaigns set deadline_at = now() - interval '1 second', deadline_zone = 'UTC' where id = ${id()}::uuid`;
}

async function states(): Promise<Record<string, number>> {
  const where = { campaignId: id(), channel: "email" } as const;
  const groups = await db().letter.groupBy({ by: ["state", "holdReason"], where, _count: true });
  return Object.fromEntries(
    groups.map(({ state, holdReason, _count }) => [`${state} ${holdReason ?? ""}`.trim(), _count]),
  );
}

describe("a deadline that has passed", () => {
  test("lets no letter leave, also before any worker has swept; then they are held, and a member gets one task", async () => {
    await pass();
    expect((await view())?.state).toBe("overdue");
    await drain();
    expect(await states()).toEqual({ queued: 3 });
    await closeDueCampaigns();
    await holdHalted(2);
    await holdHalted();
    expect(await states()).toEqual({ "held deadline": 3 });
    expect(await row()).toMatchObject({ state: "closed", overdueAt: expect.any(Date) as Date });
    expect(await kinds()).toEqual(["deadline_passed"]);
    expect((await view("ar"))?.state).toBe("overdue");
  });

  test("stops a letter at the fence that was claimed before", async () => {
    const rows = await claimDue(10, false);
    const texts = await loadTexts(rows);
    await pass();
    for (const one of rows.filter(({ table }) => table === "letters")) await deliverRow(one, texts, null);
    await holdHalted();
    expect(await states()).toEqual({ "held deadline": 3 });
  });

  test("holds those of a campaign a member closed before, too, and of a paused one", async () => {
    for (const state of ["closed", "paused"] as const) {
      world = await makeWorld({ signers: 1, campaign: { state } });
      actor = await makeMember(world.organisation, { role: "campaigner" });
      await pass();
      await closeDueCampaigns();
      await holdHalted();
      expect(await states()).toEqual({ "held deadline": 1 });
      expect(await kinds()).toEqual(["deadline_passed"]);
      expect((await view())?.state).toBe(state === "paused" ? "overdue" : state);
    }
  });

  test("extended lets them leave and people write again", async () => {
    await pass();
    await closeDueCampaigns();
    await holdHalted();
    await expect(releaseLetters(actor, id(), "deadline")).rejects.toThrow(new Refusal("not-possible-now"));
    await expect(extendDeadline(actor, id(), { at: new Date(0), zone: "UTC" })).rejects.toThrow(/past/);
    await extendDeadline(actor, id(), later());
    expect(await row()).toMatchObject({ state: "live", overdueAt: null, deadlineZone: "Asia/Seoul" });
    expect(await kinds()).toEqual([]);
    await drain();
    expect(await states()).toEqual({ captured: 3 });
    await expect(extendDeadline(actor, id(), later())).rejects.toThrow(new Refusal("not-possible-now"));
  });

  test.each([
    ["before it has closed the campaign", false],
    ["after", true],
  ])("moved in the settings lets them leave and people write again: %s", async (_when, closed) => {
    await pass();
    if (closed) await closeDueCampaigns();
    await holdHalted();
    const { seen } = await getSettings(actor, id());
    const typed = {
      seen,
      kind: "urgent_action",
      defaultLanguage: "en",
      distribution: "web",
      permittedBy: "his family",
      disclosureFull: "yes",
    };
    const settings = settingsSchema.parse({ ...typed, permittedOn: "2026-11-01" });
    const unable = await makeMember(world.organisation, { role: "campaigner" });
    await db().member.update({ where: { id: unable.memberId }, data: { taken: ["send"] } });
    await expect(saveSettings(unable, id(), settings)).rejects.toThrow(new Refusal("no-access"));
    await saveSettings(actor, id(), settings);
    expect(await states()).toEqual({ queued: 3 });
    expect(await kinds()).toEqual([]);
    expect(await row()).toMatchObject({ state: "live", overdueAt: null });
  });

  test("can be left as it is: closed, its letters cancelled", async () => {
    await pass();
    await holdHalted();
    expect(await cancelUnsent(actor, id())).toBe(3);
    expect(await states()).toEqual({ cancelled: 3 });
    expect(await row()).toMatchObject({ state: "closed" });
    expect(await kinds()).toEqual([]);
    expect((await view())?.state).toBe("closed");
  });
});

describe("the chain of a case", () => {
  test("further information follows, and the older ones lead to the newest the public may see", async () => {
    const next = await followCampaign(actor, id());
    expect(await findNewest(id())).toBeNull();
    const permitted = { distributionPermittedBy: "his family", distributionPermittedAt: new Date() };
    await db().campaign.update({ where: { id: next }, data: permitted });
    await publishCampaign(actor, next);
    expect(await findNewest(id())).toMatchObject({ id: next, kind: "further_information" });
    const last = await followCampaign(actor, next);
    expect((await findNewest(id()))?.id).toBe(next);
    await db().campaign.update({ where: { id: last }, data: permitted });
    await publishCampaign(actor, last);
    expect((await findNewest(id()))?.id).toBe(last);
    expect(await findNewest(last)).toBeNull();
  });

  test("what is cut off while it follows leaves no copy behind", async () => {
    const before = await db().campaign.count();
    await db().$executeRaw`alter table campaigns add constraint cut check (kind <> 'further_information') not valid`;
    await expect(followCampaign(actor, id())).rejects.toThrow();
    await db().$executeRaw`alter table campaigns drop constraint cut`;
    expect(await db().campaign.count()).toBe(before);
  });

  test("outcomes are public or for members, without withheld names, and can be taken back", async () => {
    const said = { happenedOn: new Date("2026-11-20"), language: "en", source: "NKHR" };
    const told = await recordOutcome(actor, id(), {
      ...said,
      outcome: "Kim Chul-soo was released.",
      audience: "public",
    });
    await recordOutcome(actor, id(), { ...said, outcome: "Where he is now.", audience: "members" });
    expect((await view())?.outcomes).toMatchObject([{ text: "[name withheld] was released.", source: "NKHR" }]);
    expect(await listOutcomes(actor, world.campaign.caseId)).toHaveLength(2);
    await retractOutcome(actor, told);
    expect((await view())?.outcomes).toEqual([]);
    await expect(retractOutcome(actor, told)).rejects.toThrow(new Refusal("not-found"));
  });

  test("facts that nobody has verified for long are worth a look; verified today they are not", async () => {
    const of = { where: { id: world.campaign.caseId } };
    await db().case.update({ ...of, data: { verifiedAt: new Date(Date.now() - 31 * 86_400_000) } });
    const codes = async () => (await getReadiness(actor, id())).map(({ code }) => code);
    expect(await codes()).toEqual(["facts-unverified"]);
    await verifyCase(actor, world.campaign.caseId);
    expect(await codes()).toEqual([]);
    expect((await db().case.findUniqueOrThrow(of)).verifiedBy).toBe("Amal Haddad");
    expect((await view())?.verifiedAt).toBeNull();
    await db().organisation.update({ where: { id: world.organisation.id }, data: { showsVerified: true } });
    expect((await view())?.verifiedAt).not.toBeNull();
    expect(JSON.stringify(await findAppeal(world.campaign.slug))).not.toContain("Amal Haddad");
  });
});
