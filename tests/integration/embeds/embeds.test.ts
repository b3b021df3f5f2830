import { beforeEach, describe, expect, test } from "vitest";
import { GET as oembed } from "@/app/api/oembed/route";
import type { Actor } from "@/lib/accounts/access";
import { duplicateCampaign } from "@/lib/campaigns/duplicate";
import { db } from "@/lib/db";
import type { Oembed } from "@/lib/embeds/oembed";
import { findEmbedHosts, getEmbed, listPartnerTotals } from "@/lib/embeds/queries";
import { saveEmbedHosts } from "@/lib/embeds/save-hosts";
import { env } from "@/lib/env";
import { foldTallies } from "@/lib/reports/fold";
import { confirmSignature } from "@/lib/signatures/confirm";
import { draftSignature } from "@/lib/signatures/draft";
import { isDraftOf } from "@/lib/signatures/is-draft-of";
import { signAppeal } from "@/lib/signatures/sign";
import { makeToken } from "@/lib/privacy/links";
import { makeWorld, type World } from "@/tests/factories";
import { makeMember } from "@/tests/members";

let world: World;
let actor: Actor;

beforeEach(async () => {
  world = await makeWorld();
  actor = await makeMember(world.organisation, { role: "campaigner" });
});

const allow = async (...hosts: string[]) =>
  saveEmbedHosts(actor, world.campaign.id, { hosts, seen: (await getEmbed(actor, world.campaign.id)).seen });

describe("the sites that may show an appeal", () => {
  test("are nobody at first, then those a member says, and a copy keeps them", async () => {
    const { id, slug } = world.campaign;
    expect(await findEmbedHosts(slug)).toEqual([]);
    await allow("a.example", "*.b.example");
    expect(await findEmbedHosts(slug)).toEqual(["a.example", "*.b.example"]);
    expect((await getEmbed(actor, await duplicateCampaign(actor, id))).hosts).toEqual(["a.example", "*.b.example"]);
    expect(await db().auditEvent.count({ where: { action: "campaign.embed", subjectId: id } })).toBe(1);
  });

  test("are not written over unseen, nor changed in the archive", async () => {
    const { id } = world.campaign;
    const { seen } = await getEmbed(actor, id);
    await allow("a.example");
    await expect(saveEmbedHosts(actor, id, { hosts: [], seen })).rejects.toThrow("changed-meanwhile");
    await db().campaign.update({ where: { id }, data: { state: "archived" } });
    await expect(allow("b.example")).rejects.toThrow("not-possible-now");
  });

  test.each([{ distribution: "network_only" }, { state: "archived" }] as const)(
    "are nobody's business for an appeal the public may not see: %j",
    async (data) => {
      await allow("a.example");
      await db().campaign.update({ where: { id: world.campaign.id }, data });
      expect(await findEmbedHosts(world.campaign.slug)).toBeNull();
    },
  );
});

describe("oEmbed", () => {
  test("offers the frame in the language of the link, where some site may show it", async () => {
    const { slug } = world.campaign;
    await allow("a.example");
    const { answer } = await ask({ url: page(`/ar/appeals/${slug}`), maxwidth: "480", maxheight: "600" });
    expect(answer).toMatchObject({
      version: "1.0",
      type: "rich",
      title: "اطلبوا ألا يُعاد.",
      author_name: world.organisation.name,
      width: 480,
      height: 600,
    });
    expect(answer?.type === "rich" && answer.html).toContain(`src="${page(`/ar/embed/${slug}`)}"`);
    expect((await ask({ url: page(`/appeals/${slug}`) })).answer).toMatchObject({ width: null, height: 900 });
  });

  test("offers a link where nobody may", async () => {
    expect((await ask({ url: page(`/en/appeals/${world.campaign.slug}`) })).answer).toMatchObject({
      type: "link",
      title: "Ask that he is not sent back.",
    });
  });

  test("knows no other address, nor what is not public", async () => {
    const { slug, id } = world.campaign;
    const unknown = [
      "",
      "x",
      "https://evil.example/en/appeals/x",
      page("/en/appeals/none"),
      page(`/xx/appeals/${slug}`),
    ];
    for (const url of [...unknown, page("/en/mine/x")]) expect((await ask({ url })).status, url).toBe(404);
    expect((await ask({ url: page(`/en/appeals/${slug}`), format: "xml" })).status).toBe(501);
    await db().campaign.update({ where: { id }, data: { distribution: "network_only" } });
    expect((await ask({ url: page(`/en/appeals/${slug}`) })).status).toBe(404);
  });
});

describe("partners", () => {
  const typed = { name: "Ann Lee", country: "FR", disclosure: "full" } as const;

  async function sign(partner: string, mark: string): Promise<string> {
    const body = "I ask you not to send him back.";
    const request = { slug: world.campaign.slug, language: "en", network: "192.0.2.0/24" };
    const token = await draftSignature({
      ...request,
      partner,
      typed: { ...typed, body, email: `${mark}@signers.test` },
    });
    await signAppeal(token);
    return token;
  }

  test("are counted apart, before and after the tallies are folded", async () => {
    await sign("amnesty-nl", "one");
    await confirmLast();
    await sign("amnesty-nl", "two");
    await sign("", "three");
    const expected = [
      { partner: "amnesty-nl", signed: 2, confirmed: 1, accepted: 0, self_reported: 0 },
      { partner: "", signed: 1, confirmed: 0, accepted: 0, self_reported: 0 },
    ];
    expect(await listPartnerTotals(actor, world.campaign.id)).toEqual(expected);
    await foldTallies();
    expect(await listPartnerTotals(actor, world.campaign.id)).toEqual(expected);
  });

  test("a check page is shown in the frame of its own appeal alone", async () => {
    const token = await sign("", "four");
    const other = await makeWorld();
    expect(await isDraftOf(token, world.campaign.slug)).toBe(true);
    expect(await isDraftOf(token, other.campaign.slug)).toBe(false);
    expect(await isDraftOf("x".repeat(43), world.campaign.slug)).toBe(false);
  });
});

async function confirmLast(): Promise<void> {
  const { submissionId } = await db().mail.findFirstOrThrow({ orderBy: { id: "desc" } });
  await confirmSignature(makeToken("confirm", submissionId ?? ""));
}

async function ask(query: Record<string, string>) {
  const response = await oembed(new Request(`${env().APP_URL}/api/oembed?${new URLSearchParams(query)}`));
  return { status: response.status, answer: response.ok ? ((await response.json()) as Oembed) : null };
}

function page(path: string): string {
  return `${new URL(env().APP_URL).origin}${path}`;
}
