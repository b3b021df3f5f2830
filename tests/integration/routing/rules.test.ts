import { asRule, ruleMark, ruleShape } from "@/lib/routing/rule-shape";
import { beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/accounts/access";
import { duplicateCampaign } from "@/lib/campaigns/duplicate";
import { publishCampaign } from "@/lib/campaigns/publish";
import { getReadiness } from "@/lib/campaigns/readiness";
import { db } from "@/lib/db";
import { Refusal } from "@/lib/errors";
import { attachRecipient } from "@/lib/recipients/attach-recipient";
import { detachRecipient } from "@/lib/recipients/detach-recipient";
import { silenceRecipients } from "@/lib/recipients/silence-recipients";
import { addRule } from "@/lib/routing/add-rule";
import { moveRule } from "@/lib/routing/move-rule";
import { getRouting, listRuleChoices } from "@/lib/routing/queries";
import { removeRule } from "@/lib/routing/remove-rule";
import { restoreRule } from "@/lib/routing/restore-rule";
import { saveRule } from "@/lib/routing/save-rule";
import { ruleFields, ruleSchema } from "@/lib/routing/schema";
import { testRouting } from "@/lib/routing/test-routing";
import { makeWorld, type World } from "@/tests/factories";
import { makeOffices } from "@/tests/library";
import { makeMember } from "@/tests/members";
import { makeEmbassy, makeRule, makeUnattached } from "@/tests/routing";

let world: World;
let actor: Actor;
let campaignId: string;

beforeEach(async () => {
  world = await makeWorld({ campaign: { state: "draft" } });
  actor = await makeMember(world.organisation);
  campaignId = world.campaign.id;
});

const rule = (form: Record<string, string>) => ruleSchema.parse(form);
const everyone = rule({ kind: "everyone" });

async function kinds(): Promise<string[]> {
  return (await getRouting(actor, campaignId)).rules.map(({ kind }) => kind);
}

/** The mark of a rule as it is stored. */
async function seenOf(id: string): Promise<string> {
  const row = await db().routingRule.findUniqueOrThrow({ where: { id }, select: ruleShape.select });
  return ruleMark(asRule(row));
}

async function findings(): Promise<string[]> {
  const found = await getReadiness(actor, campaignId);
  return found.filter(({ code }) => /routing|sample/.test(code)).map(({ code, weight }) => `${weight} ${code}`);
}

describe("the list of rules", () => {
  test("is added to, ordered, changed; what was removed last goes back to its place", async () => {
    const { minister } = world;
    const first = await addRule(actor, campaignId, everyone);
    const second = await addRule(actor, campaignId, rule({ kind: "embassy", represents: "CN", fallback: minister.id }));
    const third = await addRule(actor, campaignId, rule({ kind: "at_most", most: "2" }));
    await moveRule(actor, { campaignId, ruleId: third, to: "up" });
    expect(await kinds()).toEqual(["everyone", "at_most", "embassy"]);
    await removeRule(actor, { campaignId, ruleId: first });
    await removeRule(actor, { campaignId, ruleId: third });
    expect(await getRouting(actor, campaignId)).toMatchObject({ removed: { id: third } });
    await expect(restoreRule(actor, { campaignId, ruleId: first })).rejects.toThrow(new Refusal("not-found"));
    await restoreRule(actor, { campaignId, ruleId: third });
    expect(await kinds()).toEqual(["at_most", "embassy"]);
    await saveRule(
      actor,
      { campaignId, ruleId: second, seen: await seenOf(second) },
      rule({ kind: "countries", countries: "FR", [`recipient-${minister.id}`]: "yes" }),
    );
    expect((await getRouting(actor, campaignId)).rules[1]).toMatchObject({
      kind: "countries",
      countries: ["FR"],
      recipients: [minister.id],
      represents: null,
      fallback: null,
    });
  });

  test("what another member changed meanwhile is not saved over", async () => {
    const ruleId = await addRule(actor, campaignId, rule({ kind: "at_most", most: "2" }));
    const seen = await seenOf(ruleId);
    const other = await makeMember(world.organisation);
    await saveRule(other, { campaignId, ruleId, seen }, rule({ kind: "at_most", most: "3" }));
    const stale = saveRule(actor, { campaignId, ruleId, seen }, rule({ kind: "at_most", most: "4" }));
    await expect(stale).rejects.toThrow(new Refusal("changed-meanwhile"));
    expect((await getRouting(actor, campaignId)).rules[0]).toMatchObject({ most: 3 });
    await saveRule(actor, { campaignId, ruleId, seen: await seenOf(ruleId) }, rule({ kind: "at_most", most: "4" }));
  });

  test("of members at the same moment none is lost", async () => {
    await Promise.all(Array.from({ length: 5 }, () => addRule(actor, campaignId, everyone)));
    const rows = await db().routingRule.findMany({ where: { campaignId }, orderBy: { position: "asc" } });
    expect(rows.map(({ position }) => position)).toEqual([0, 1, 2, 3, 4]);
  });

  test("names nobody of another organisation, and no campaign but one's own", async () => {
    const other = await makeWorld();
    const theirs = rule({ kind: "exclude", [`recipient-${other.minister.id}`]: "yes" });
    await expect(addRule(actor, campaignId, theirs)).rejects.toThrow(new Refusal("not-found"));
    const fallback = rule({ kind: "embassy", represents: "CN", fallback: other.minister.id });
    await expect(addRule(actor, campaignId, fallback)).rejects.toThrow(new Refusal("not-found"));
    const ruleId = await makeRule(other.campaign, "everyone");
    await expect(removeRule(actor, { campaignId, ruleId })).rejects.toThrow(new Refusal("not-found"));
    expect(await kinds()).toEqual([]);
  });

  test.each([
    [{ kind: "countries", countries: "Atlantis", "recipient-x": "yes" }, "countries", "unknown-country:Atlantis"],
    [{ kind: "countries", countries: ", ," }, "countries", "required"],
    [{ kind: "countries", countries: "FR" }, "recipients", "required"],
    [{ kind: "embassy", represents: "Nowhere" }, "represents", "unknown-country:Nowhere"],
    [{ kind: "at_most", most: "0" }, "most", "required"],
    [{ kind: "at_most", most: "1.5" }, "most", "required"],
    [{ kind: "exclude" }, "recipients", "required"],
    [{ kind: "all" }, "kind", "required"],
  ])("a fault is told at its field: %j", (form, field, code) => {
    const found = ruleSchema.safeParse(form).error?.issues ?? [];
    expect(found.map(({ path, message }) => [String(path[0]), message])).toContainEqual([field, code]);
  });

  test("its form opens what it saved", () => {
    const input = rule({ kind: "exclude", countries: "Japan, FR", [`recipient-${world.minister.id}`]: "yes" });
    expect(ruleSchema.parse(ruleFields(input))).toEqual(input);
  });

  test("offers whom it names already, also once they are not to be contacted: an unrelated edit takes nobody out", async () => {
    const { minister, ambassador, campaign } = world;
    const office = await makeUnattached(campaign, "governor@example.org");
    const never = await makeUnattached(campaign, "never@example.org");
    const recipients = [office.id, minister.id];
    const ruleId = await makeRule(campaign, "exclude", { countries: ["FR"], recipients });
    const ids = [office, minister, never].map(({ id }) => id);
    await silenceRecipients(actor, { which: "ticked", ids }, { reason: "They asked us." });
    const offered = (await listRuleChoices(actor, campaignId, { named: recipients })).offered;
    expect(offered.map(({ id, role, doNotContact: marked }) => [id, role, marked])).toEqual([
      [minister.id, "to", true],
      [ambassador.id, "to", false],
      [office.id, null, true],
    ]);
    const ticked = offered.filter(({ id }) => recipients.includes(id)).map(({ id }) => [`recipient-${id}`, "yes"]);
    const seen = await seenOf(ruleId);
    await saveRule(actor, { campaignId, ruleId, seen }, rule({ kind: "exclude", ...Object.fromEntries(ticked) }));
    expect((await getRouting(actor, campaignId)).rules[0]?.recipients.toSorted()).toEqual(recipients.toSorted());
  });

  test("names any of 10,000 offices: those that are not offered at once are found", async () => {
    await makeOffices(world.organisation, 10_000);
    const first = await listRuleChoices(actor, campaignId);
    expect(first).toMatchObject({ shown: 50, total: 10_000 });
    expect(first.offered.map(({ short }) => short).at(-1)).toBe("Office 00050");
    const { offered, total } = await listRuleChoices(actor, campaignId, { q: "office 09876" });
    expect([total, offered.map(({ role }) => role)]).toEqual([1, ["to", "to", null]]);
    const id = offered.at(-1)?.id ?? "";
    await addRule(actor, campaignId, rule({ kind: "exclude", [`recipient-${id}`]: "yes" }));
    const again = await listRuleChoices(actor, campaignId, { named: [id], q: "office 00007" });
    expect(again.offered.map(({ short }) => short).slice(-2)).toEqual(["Office 09876", "Office 00007"]);
  });

  test("goes with a duplicate of the campaign", async () => {
    const { minister } = world;
    await makeRule(world.campaign, "countries", { countries: ["FR"], recipients: [minister.id] });
    const copy = await duplicateCampaign(actor, campaignId);
    expect((await getRouting(actor, copy)).rules).toMatchObject([{ countries: ["FR"], recipients: [minister.id] }]);
  });
});

describe("what rules leave open", () => {
  test("is found: nobody anywhere blocks, nobody somewhere and no fall-back are told", async () => {
    const { minister, ambassador, campaign } = world;
    expect(await findings()).toEqual([]);
    const out = await makeRule(campaign, "exclude", { recipients: [minister.id, ambassador.id] });
    await makeRule(campaign, "everyone");
    expect(await findings()).toEqual(["blocks routing-nobody"]);
    await expect(publishCampaign(actor, campaignId)).rejects.toThrow(new Refusal("not-ready"));
    await db().routingRule.update({ where: { id: out }, data: { countries: ["FR"] } });
    expect(await findings()).toEqual(["advice routing-some-nobody"]);
    expect((await getRouting(actor, campaignId)).uncovered).toEqual({ countries: ["FR"], everywhere: false });
    await db().routingRule.deleteMany({ where: { campaignId } });
    await makeRule(campaign, "embassy", { represents: "CN" });
    await makeRule(campaign, "everyone");
    expect(await findings()).toEqual(["advice routing-no-fallback"]);
  });

  test("a sample on the list of a real campaign blocks; an example may have it", async () => {
    const { embassyId: _, ...sample } = await makeEmbassy(world.campaign, {
      represents: "CN",
      host: "FR",
      sample: true,
    });
    await attachRecipient(actor, { campaignId, recipientId: sample.id });
    expect(await findings()).toEqual(["blocks recipient-sample"]);
    await db().campaign.update({ where: { id: campaignId }, data: { nature: "example" } });
    expect(await findings()).toEqual([]);
  });

  test("a campaign that can be signed is kept from leaving a country with nobody", async () => {
    const { minister, ambassador, campaign } = world;
    await db().campaign.update({ where: { id: campaignId }, data: { state: "live" } });
    const french = rule({ kind: "countries", countries: "FR", [`recipient-${minister.id}`]: "yes" });
    await expect(addRule(actor, campaignId, french)).rejects.toThrow(new Refusal("nobody-left"));
    expect(await kinds()).toEqual([]);
    const ruleId = await addRule(
      actor,
      campaignId,
      rule({ kind: "embassy", represents: "CN", fallback: ambassador.id }),
    );
    await addRule(actor, campaignId, french);
    await expect(removeRule(actor, { campaignId, ruleId })).rejects.toThrow(new Refusal("nobody-left"));
    await expect(detachRecipient(actor, { campaignId, recipientId: ambassador.id })).rejects.toThrow(
      new Refusal("nobody-left"),
    );
    await db().campaign.update({ where: { id: campaign.id }, data: { state: "draft" } });
    await removeRule(actor, { campaignId, ruleId });
    expect(await kinds()).toEqual(["countries"]);
  });

  test("rules without a fall-back, without embassies, or about somebody who left are told by their number", async () => {
    const { minister, campaign } = world;
    await makeRule(campaign, "embassy", { represents: "CN" });
    await makeRule(campaign, "everyone", { recipients: [minister.id] });
    await detachRecipient(actor, { campaignId, recipientId: minister.id });
    expect((await getRouting(actor, campaignId)).warnings).toEqual([
      { code: "no-embassies", number: 1 },
      { code: "no-fallback", number: 1 },
      { code: "not-attached", number: 2 },
    ]);
  });
});

describe("the tester", () => {
  test("says who, by which way, in which language, why, and who not", async () => {
    const { campaign, minister, ambassador } = world;
    const paris = await makeEmbassy(campaign, { represents: "CN", host: "FR", coversAlso: ["MC"] });
    await makeRule(campaign, "embassy", { represents: "CN", fallback: minister.id });
    await makeRule(campaign, "exclude", { recipients: [ambassador.id] });
    const ask = (country: string, language = "ar") =>
      testRouting(actor, campaignId, { country, language, date: "2026-01-31" });
    expect(await ask("MC")).toMatchObject({
      written: [
        {
          id: paris.id,
          // The one it reads, not the one that was asked for.
          language: "en",
          address: { channel: "email", shown: paris.address },
          reason: { kind: "accredited", represents: "CN", host: "FR" },
          rule: 1,
        },
      ],
      left: [
        { id: minister.id, why: "no-rule", rule: null },
        { id: ambassador.id, why: "excluded", rule: 2 },
      ],
    });
    expect(await ask("JP", "fr")).toMatchObject({
      written: [{ id: minister.id, language: "en", reason: { kind: "fallback" } }],
    });
    expect(await db().submission.count({ where: { campaignId } })).toBe(0);
  });

  test("names who holds the office on that day, of those a member approved", async () => {
    const { minister } = world;
    const { id: organisationId } = world.organisation;
    const of = { organisationId, recipientId: minister.id };
    await db().holder.deleteMany({ where: { recipientId: minister.id } });
    await db().holder.createMany({
      data: [
        { id: crypto.randomUUID(), ...of, name: "First Example", until: day("2026-02-01"), approvedAt: new Date() },
        { id: crypto.randomUUID(), ...of, name: "Second Example", approvedAt: new Date() },
        { id: crypto.randomUUID(), ...of, name: "Not Approved", since: day("2026-03-01") },
      ],
    });
    expect(await holderOn("2026-01-31")).toBe("First Example");
    expect(await holderOn("2026-02-01")).toBe("Second Example");
    expect(await holderOn("2026-04-01")).toBe("Second Example");
  });
});

function day(date: string): Date {
  return new Date(`${date}T00:00:00Z`);
}

async function holderOn(date: string): Promise<string | null | undefined> {
  const { written } = await testRouting(actor, campaignId, { country: "FR", language: "en", date });
  return written[0]?.holder?.name;
}
