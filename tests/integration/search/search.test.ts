import { expect, test } from "vitest";
import { db } from "@/lib/db";
import type { Actor } from "@/lib/accounts/access";
import type { Role } from "@/lib/generated/prisma/enums";
import { searchDesk } from "@/lib/search/search-desk";
import { makeCampaign, makeRevision, makeWorld } from "@/tests/factories";
import { makeMember } from "@/tests/members";

const kindsOf = async (actor: Actor, q: string) => {
  const { hits } = await searchDesk(actor, { q, most: 5 });
  return [...new Set(hits.map(({ kind }) => kind))];
};

test("finds campaigns, cases and recipients by what they are called, in capitals or not", async () => {
  const { organisation, campaign, person, minister } = await makeWorld();
  const owner = await makeMember(organisation);
  const of = async (q: string) => (await searchDesk(owner, { q, most: 5 })).hits;
  const found = { kind: "campaign", id: campaign.id, title: "Do not send him back", note: "Open" };
  expect(await of("SEND him")).toEqual([{ ...found, href: `/desk/campaigns/${campaign.id}` }]);
  expect(await of("لا تعيدوه")).toMatchObject([found]);
  expect(await of(campaign.slug)).toMatchObject([found]);
  const its = { kind: "case", id: person.caseId, title: "Taken from a consulate", note: "China" };
  expect(await of("consulate")).toMatchObject([found, its]);
  for (const name of ["kim chul", "김철수", "comrade"]) expect(await of(name), name).toMatchObject([its]);
  const href = `/desk/recipients/${minister.id}`;
  const note = "China · minister@mfa.example.org";
  const office = { kind: "recipient", id: minister.id, title: "Minister of Foreign Affairs", note, href };
  expect(await of("foreign affairs")).toEqual([office]);
  expect(await of("jiaxuan")).toEqual([office]);
  const ofChina = (await of("china")).filter(({ kind }) => kind === "recipient");
  expect(ofChina).toHaveLength(
    await db().recipient.count({ where: { organisationId: organisation.id, country: "CN" } }),
  );
});

test("takes signs that mean something to a database as they stand", async () => {
  const { organisation, campaign, person } = await makeWorld();
  const owner = await makeMember(organisation);
  for (const q of ["%%", "__", "\\\\", "'; --", "d_ not"]) {
    expect((await searchDesk(owner, { q, most: 5 })).hits, q).toEqual([]);
  }
  await db().case.update({ where: { id: person.caseId }, data: { title: "100 % true_ \\ story" } });
  await db().personAtRisk.update({ where: { id: person.id }, data: { aliases: ["K_m %"] } });
  for (const q of ["0 % t", "e_ ", "\\ s"]) {
    expect((await searchDesk(owner, { q, most: 5 })).hits, q).toMatchObject([{ id: campaign.id }, { kind: "case" }]);
  }
  expect((await searchDesk(owner, { q: "k_m %", most: 5 })).hits).toMatchObject([{ kind: "case" }]);
});

test("each role finds what it may see, and nobody what is another organisation's", async () => {
  const { organisation } = await makeWorld();
  const stranger = await makeMember((await makeWorld()).organisation);
  await db().case.updateMany({ where: { organisationId: organisation.id }, data: { title: "Consulate in Oslo" } });
  const seen: Record<Role, string[][]> = {
    owner: [["recipient"], ["campaign", "case"], ["case"]],
    campaigner: [["recipient"], ["campaign", "case"], ["case"]],
    translator: [["recipient"], ["campaign", "case"], ["case"]],
    analyst: [["recipient"], [], []],
  };
  for (const [role, wanted] of Object.entries(seen) as [Role, string[][]][]) {
    const actor = await makeMember(organisation, { role });
    const found = await Promise.all(["minister", "oslo", "chul-soo"].map((q) => kindsOf(actor, q)));
    expect(found, role).toEqual(wanted);
    expect(await kindsOf(actor, "do not send"), role).toEqual(["campaign"]);
  }
  expect(await kindsOf(stranger, "oslo")).toEqual([]);
});

test("says when there is more, newest first, and looks in one kind if asked to", async () => {
  const { organisation } = await makeWorld();
  const owner = await makeMember(organisation);
  const made = [];
  for (let n = 0; n < 3; n += 1) {
    const campaign = await makeCampaign(organisation, { state: n === 0 ? "archived" : "live" });
    await makeRevision(campaign);
    made.push(campaign.id);
  }
  const { hits, more } = await searchDesk(owner, { q: "not send", most: 2 });
  expect(hits.map(({ id }) => id)).toEqual(made.toReversed().slice(0, 2));
  expect(more).toEqual(["campaign"]);
  const all = await searchDesk(owner, { q: "a", kinds: ["case"], most: 9 });
  expect(all.hits.map(({ kind }) => kind)).toEqual(["case", "case", "case", "case"]);
  expect(all.more).toEqual([]);
});
