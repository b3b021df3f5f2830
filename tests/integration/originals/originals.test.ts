import { beforeEach, expect, test } from "vitest";
import { listChanges } from "@/lib/campaigns/changes";
import { holdEditing } from "@/lib/campaigns/hold-editing";
import { findAppeal } from "@/lib/campaigns/queries";
import { db } from "@/lib/db";
import { findOriginal, openOriginal } from "@/lib/originals/queries";
import { saveOriginal } from "@/lib/originals/save";
import { originalNow, originalOf } from "@/tests/cases";
import { makeCampaign, makeWorld, type World } from "@/tests/factories";
import { makeMember } from "@/tests/members";

let world: World;
let actor: Awaited<ReturnType<typeof makeMember>>;

beforeEach(async () => {
  world = await makeWorld();
  actor = await makeMember(world.organisation);
});

test("a file is kept byte for byte, sealed, and each opening is recorded", async () => {
  const bytes = new Uint8Array([0xff, 0xfe, 0x00, 0x0d, 0x0a, 0x80, 0x41]);
  const facts = originalOf("", { encoding: "gb18030", reference: "UA 12/2002" });
  await saveOriginal(actor, await originalNow(world.campaign.id), facts, { bytes, mediaType: "application/msword" });
  const row = await db().original.findUniqueOrThrow({ where: { campaignId: world.campaign.id } });
  expect(Buffer.from(row.sealedBytes ?? []).includes(Buffer.from(bytes))).toBe(false);
  expect(row).toMatchObject({ encoding: "gb18030", mediaType: "application/msword" });
  const opened = await openOriginal(actor, world.campaign.id);
  expect([...opened.bytes]).toEqual([...bytes]);
  const events = await db().auditEvent.findMany({ where: { accountId: actor.accountId }, orderBy: { id: "asc" } });
  expect(events.map(({ action, subjectId }) => [action, subjectId])).toEqual([
    ["original.saved", world.campaign.id],
    ["original.opened", world.campaign.id],
  ]);
});

test("another member's provenance and original are not saved over, and the history tells of both", async () => {
  const of = await originalNow(world.campaign.id);
  const other = await makeMember(world.organisation);
  await saveOriginal(other, of, originalOf("Dear friends", { forwarder: "AHRC" }));
  const stale = saveOriginal(actor, of, originalOf("Other words"));
  await expect(stale).rejects.toMatchObject({ code: "changed-meanwhile" });
  expect(Buffer.from((await openOriginal(actor, world.campaign.id)).bytes).toString()).toBe("Dear friends");
  await saveOriginal(actor, await originalNow(world.campaign.id), originalOf("", { forwarder: "NKHR" }));
  const { editedBy } = await db().campaign.findUniqueOrThrow({ where: { id: world.campaign.id } });
  expect(editedBy).toBe(actor.accountId);
  const { changes } = await listChanges(actor, world.campaign.id);
  expect(changes.map(({ part, what, mayReturn }) => [part, what, mayReturn])).toEqual([
    ["provenance", "changed", false],
    ["provenance", "began", false],
  ]);
  expect(changes[0]?.fields).toMatchObject([{ field: "forwarder" }]);
  expect(JSON.stringify(changes)).not.toContain("Dear friends");
  const translator = await makeMember(world.organisation, { role: "translator" });
  expect((await listChanges(translator, world.campaign.id)).changes).toEqual([]);
});

test("while another member edits the campaign its provenance stays", async () => {
  await holdEditing(await makeMember(world.organisation), world.campaign.id);
  const save = saveOriginal(actor, await originalNow(world.campaign.id), originalOf(""));
  await expect(save).rejects.toMatchObject({ code: "being-edited" });
  expect(await findOriginal(actor, world.campaign.id)).toBeNull();
});

test("a pasted text is kept as UTF-8, and stays when only its provenance changes", async () => {
  await saveOriginal(actor, await originalNow(world.campaign.id), originalOf("Dear friends,\n김철수"));
  await saveOriginal(actor, await originalNow(world.campaign.id), originalOf("", { originator: "AHRC" }));
  expect(Buffer.from((await openOriginal(actor, world.campaign.id)).bytes).toString()).toBe("Dear friends,\n김철수");
  expect(await findOriginal(actor, world.campaign.id)).toMatchObject({ originator: "AHRC", kept: true });
});

test("what an uploader calls a file is not believed", async () => {
  const file = { bytes: new Uint8Array([1]), mediaType: "text/html; <script>" };
  await saveOriginal(actor, await originalNow(world.campaign.id), originalOf(""), file);
  expect((await openOriginal(actor, world.campaign.id)).mediaType).toBe("application/octet-stream");
});

test("of the original the public sees where it comes from, and no name that is withheld", async () => {
  await saveOriginal(
    actor,
    await originalNow(world.campaign.id),
    originalOf("Secret words", { originator: "Friends of Kim Chul-soo" }),
  );
  const appeal = await findAppeal(world.campaign.slug);
  expect(appeal?.original?.originator).toBe("Friends of [name withheld]");
  expect(JSON.stringify(appeal)).not.toContain("Secret");
});

test("there may be provenance without an original, and then nothing to open", async () => {
  expect(await findOriginal(actor, world.campaign.id)).toBeNull();
  await saveOriginal(actor, await originalNow(world.campaign.id), originalOf(""));
  expect(await findOriginal(actor, world.campaign.id)).toMatchObject({ kept: false });
  await expect(openOriginal(actor, world.campaign.id)).rejects.toMatchObject({ code: "not-found" });
});

test("once the campaign's key is forgotten there is nothing to save to or open", async () => {
  const forgotten = { sealedKey: null, keyForgottenAt: new Date() };
  const { id } = await makeCampaign(world.organisation, forgotten);
  await expect(saveOriginal(actor, await originalNow(id), originalOf("x"))).rejects.toMatchObject({
    code: "not-found",
  });
});
