import { beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/accounts/access";
import { db } from "@/lib/db";
import type { Draft } from "@/lib/importing/schema";
import { matchReceived } from "@/lib/received/match";
import { placeLines } from "@/lib/received/place-lines";
import { getReceived } from "@/lib/received/queries";
import { takeReceived } from "@/lib/received/take";
import { makeWorld, type TestRecipient, type World } from "@/tests/factories";
import { makeMember } from "@/tests/members";
import { draftOf, makeProposed } from "@/tests/received";

let world: World;
let actor: Actor;

beforeEach(async () => {
  world = await makeWorld();
  actor = await makeMember(world.organisation, { role: "campaigner" });
});

type Address = Pick<Draft["recipients"][number]["addresses"][number], "channel" | "value">;
const mailbox: Address = { channel: "email", value: "minister@interior.example.org" };
const fax: Address = { channel: "fax", value: "+441632960999" };

/** An appeal that names an office of the library, and gives addresses for it. */
async function receive({ id }: TestRecipient, addresses: Address[]): Promise<string> {
  const { country, texts } = await db().recipient.findUniqueOrThrow({ where: { id }, include: { texts: true } });
  const [found] = draftOf().recipients;
  const office = texts.find(({ language }) => language === "en")?.office ?? "";
  if (!found) throw new Error("the draft has a recipient");
  const said = addresses.map((one) => ({ ...one, raw: one.value, lines: [21], confidence: 1 }));
  return makeProposed(actor, { recipients: [{ ...found, name: null, office, country, addresses: said }] });
}

async function contentOf(id: string) {
  const received = await getReceived(actor, id);
  if ("campaignId" in received) throw new Error("a campaign was made of it already");
  return received;
}

const tickOf = async (id: string) => (await contentOf(id)).content.fields["recipient-r1-addAddresses"];

async function twinOf(id: string) {
  const [twin] = (await matchReceived(actor, id)).recipients["r1"] ?? [];
  return twin;
}

async function valuesOf({ id }: TestRecipient): Promise<string[]> {
  const rows = await db().address.findMany({
    where: { recipientId: id, retiredAt: null },
    orderBy: { position: "asc" },
  });
  return rows.map(({ value }) => value);
}

describe("what an appeal gives beside the addresses an office has", () => {
  test("is added unless a member says no, where letters go on as they went", async () => {
    const id = await receive(world.minister, [fax]);
    expect(await tickOf(id)).toBe("yes");
    expect(await twinOf(id)).toMatchObject({ newAddresses: ["+44 1632 960999"], givenUp: [], takesOver: null });
  });

  test("is not added by default where it would get everybody's letters", async () => {
    const id = await receive(world.ambassador, [mailbox]);
    expect(await tickOf(id)).toBe("");
    expect(await twinOf(id)).toMatchObject({ newAddresses: [mailbox.value], takesOver: mailbox.value });
    const { seen, content } = await contentOf(id);
    const decided = { "person-p1-fate": "at-risk", "recipient-r1-becomes": world.ambassador.id };
    const before = await valuesOf(world.ambassador);
    await takeReceived(actor, id, { ...content.fields, ...decided, seen });
    expect(await valuesOf(world.ambassador)).toEqual(before);
  });

  test("nor where the address that letters went to is dead", async () => {
    await db().address.update({ where: { id: world.minister.addressId }, data: { status: "dead" } });
    const id = await receive(world.minister, [fax]);
    expect(await tickOf(id)).toBe("");
    expect(await twinOf(id)).toMatchObject({ takesOver: "+44 1632 960999" });
  });

  test("nor where only letters of those who do not show their name would go to it", async () => {
    await db().address.update({
      where: { id: world.minister.addressId },
      data: { channel: "own_client", lane: "own_client" },
    });
    const id = await receive(world.minister, [{ channel: "post", value: "1 Street\nTown" }]);
    expect(await tickOf(id)).toBe("");
    expect((await twinOf(id))?.takesOver).toContain("1 Street");
  });

  test("nor where the library gave that address up", async () => {
    const { id: recipientId, organisationId } = await db().recipient.findUniqueOrThrow({
      where: { id: world.minister.id },
    });
    const gone = { channel: "fax", value: fax.value, raw: fax.value, lane: "fax", position: 1 } as const;
    await db().address.create({
      data: { ...gone, id: crypto.randomUUID(), recipientId, organisationId, retiredAt: new Date() },
    });
    const id = await receive(world.minister, [fax]);
    expect(await tickOf(id)).toBe("");
    expect(await twinOf(id)).toMatchObject({ givenUp: ["+44 1632 960999"], takesOver: null });
  });

  test("is asked again when lines of the appeal bring such an address later", async () => {
    const id = await receive(world.ambassador, [{ channel: "post", value: "1 Street\nTown" }]);
    expect(await tickOf(id)).toBe("yes");
    const { content } = await contentOf(id);
    const line = content.lines.find(({ text }) => text.includes(mailbox.value))?.numbers[0] ?? 0;
    await placeLines(actor, id, { from: line, to: line, as: "address:r1" });
    expect((await twinOf(id))?.takesOver).toBe(mailbox.value);
    expect(await tickOf(id)).toBe("");
  });
});
