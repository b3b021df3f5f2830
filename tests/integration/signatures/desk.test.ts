import { beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/accounts/access";
import { db } from "@/lib/db";
import { drainDue } from "@/lib/delivery/drain";
import { listLetters } from "@/lib/letters/queries";
import { makeToken } from "@/lib/privacy/links";
import { readDrifts } from "@/lib/reports/recount.sql";
import { confirmSignature } from "@/lib/signatures/confirm";
import { listSignatures } from "@/lib/signatures/desk-queries";
import { eraseOnRequest } from "@/lib/signatures/erase-on-request";
import { findSignatureByEmail } from "@/lib/signatures/find-by-email";
import { openSignature } from "@/lib/signatures/open-signature";
import { withdrawOnRequest } from "@/lib/signatures/withdraw-on-request";
import { makeMail, makeSignature, makeSignatures, makeWorld, type World } from "@/tests/factories";
import { makeMember } from "@/tests/members";

let world: World;
let actor: Actor;

beforeEach(async () => {
  world = await makeWorld();
  actor = await makeMember(world.organisation);
});

function events() {
  const { accountId } = actor;
  return db().auditEvent.findMany({ where: { accountId }, orderBy: { id: "asc" } });
}

describe("the list", () => {
  test("goes page by page, newest first, and names nobody", async () => {
    const made = await makeSignatures(world, 5);
    const first = await listSignatures(actor, world.campaign.id, { limit: 3 });
    const before = first.next ?? "";
    const second = await listSignatures(actor, world.campaign.id, { limit: 3, before });
    expect(first.signatures).toHaveLength(3);
    expect(second.next).toBeNull();
    const ids = [...first.signatures, ...second.signatures].map(({ id }) => id);
    expect(ids).toEqual(
      made
        .map(({ id }) => id)
        .toSorted()
        .toReversed(),
    );
    expect(JSON.stringify(first)).not.toMatch(/Ann Example|signers\.test|email|Key/i);
    expect(await events()).toEqual([]);
  });

  test("is narrowed by state; signed are all who stand by it", async () => {
    const pending = await makeSignature(world, { state: "pending" });
    const confirmed = await makeSignature(world);
    const withdrawn = await makeSignature(world);
    await withdrawOnRequest(actor, withdrawn.id, "by telephone");
    const list = async (state: "signed" | "pending" | "confirmed" | "withdrawn" | "erased") =>
      (await listSignatures(actor, world.campaign.id, { state, limit: 9 })).signatures.map(({ id }) => id);
    expect(await list("signed")).toEqual([confirmed.id, pending.id]);
    expect(await list("pending")).toEqual([pending.id]);
    expect(await list("confirmed")).toEqual([confirmed.id]);
    expect(await list("withdrawn")).toEqual([withdrawn.id]);
    expect(await list("erased")).toEqual([]);
  });
});

describe("the search", () => {
  test("finds an address in any spelling, in this campaign alone, and keeps no address", async () => {
    const email = "Zubaida.Quill@Bücher.example";
    const signature = await makeSignature(world, { typed: { email } });
    const id = world.campaign.id;
    expect(await findSignatureByEmail(actor, id, "zubaida.quill@xn--bcher-kva.example")).toBe(signature.id);
    expect(await findSignatureByEmail(actor, id, "somebody@else.example")).toBeNull();
    const other = await makeWorld();
    const stranger = await makeMember(other.organisation);
    expect(await findSignatureByEmail(stranger, other.campaign.id, email)).toBeNull();
    const log = await events();
    expect(log.map(({ action, subjectId }) => [action, subjectId])).toEqual([
      ["signatures.searched", id],
      ["signatures.searched", id],
    ]);
    expect(JSON.stringify(log)).not.toMatch(/zubaida|example/i);
  });
});

describe("one signature", () => {
  test("is opened with its signer, its letters and the log of each, and that is recorded", async () => {
    const signature = await makeSignature(world);
    await makeMail(world, signature);
    await drainDue(null, new AbortController().signal);
    const opened = await openSignature(actor, world.campaign.id, signature.id);
    expect(opened.signer).toEqual(signature.typed);
    expect(Object.fromEntries(opened.letters.map(({ channel, id, state }) => [channel, [id, state]]))).toEqual({
      email: [signature.letters.email, "captured"],
      fax: [signature.letters.fax, "with_signer"],
    });
    const letter = opened.letters.find(({ channel }) => channel === "email");
    expect(letter?.attempts.map(({ number, phase, outcome }) => [number, phase, outcome])).toEqual([
      [1, "claimed", null],
      [1, "ended", "captured"],
    ]);
    expect(opened.mails).toMatchObject([{ kind: "confirmation", state: "captured" }]);
    expect(await events()).toMatchObject([
      { action: "signature.opened", subjectType: "signature", subjectId: signature.id },
    ]);
  });

  test("of another campaign is not found, and nobody is recorded for it", async () => {
    const signature = await makeSignature(world);
    const other = await makeWorld({ organisation: {} });
    const asked = openSignature(actor, other.campaign.id, signature.id);
    await expect(asked).rejects.toMatchObject({ code: "not-found" });
    expect(await events()).toEqual([]);
  });

  test("that is pending shows who sent the newest submission", async () => {
    const signature = await makeSignature(world, { state: "pending" });
    const opened = await openSignature(actor, world.campaign.id, signature.id);
    expect(opened).toMatchObject({ state: "pending", confirmedAt: null, letters: [] });
    expect(opened.signer?.email).toBe(signature.typed.email);
  });

  test("whose words are gone still shows where it stands", async () => {
    const signature = await makeSignature(world);
    await db().submission.update({ where: { id: signature.submissionId }, data: { sealed: null } });
    const opened = await openSignature(actor, world.campaign.id, signature.id);
    expect(opened.signer).toBeNull();
    expect(opened.letters).toHaveLength(2);
  });

  test("is where each letter of the overview's list leads", async () => {
    const signature = await makeSignature(world);
    const { letters } = await listLetters(actor, world.campaign.id, { limit: 5 });
    expect(new Set(letters.map(({ signatureId }) => signatureId))).toEqual(new Set([signature.id]));
  });
});

describe("on request", () => {
  test("withdrawing stops letters and mails, takes it out of the count and keeps the reason, once", async () => {
    const signature = await makeSignature(world);
    const mail = await makeMail(world, signature);
    await withdrawOnRequest(actor, signature.id, "asked by telephone on 3 May");
    expect(await db().signature.findUnique({ where: { id: signature.id } })).toMatchObject({ state: "withdrawn" });
    const letters = await db().letter.findMany({ where: { signatureId: signature.id } });
    expect(letters.map(({ state }) => state)).toEqual(["cancelled", "cancelled"]);
    expect(await db().mail.findUnique({ where: { id: mail.id } })).toMatchObject({ state: "cancelled" });
    const again = withdrawOnRequest(actor, signature.id, "once more");
    await expect(again).rejects.toMatchObject({ code: "not-possible-now" });
    expect(await events()).toMatchObject([
      { action: "signature.withdrawn", subjectId: signature.id, reason: "asked by telephone on 3 May" },
    ]);
    expect(await readDrifts()).toEqual([]);
  });

  test("what was not confirmed cannot be confirmed any more", async () => {
    const signature = await makeSignature(world, { state: "pending" });
    await withdrawOnRequest(actor, signature.id, "not me, by mail");
    await confirmSignature(makeToken("confirm", signature.submissionId));
    expect(await db().signature.findUnique({ where: { id: signature.id } })).toMatchObject({ state: "withdrawn" });
    expect(await db().letter.count({ where: { signatureId: signature.id } })).toBe(0);
    expect(await readDrifts()).toEqual([]);
  });

  test.each(["confirmed", "pending", "withdrawn"] as const)(
    "erasing what was %s leaves nothing of them",
    async (was) => {
      const signature = await makeSignature(world, { state: was === "pending" ? "pending" : "confirmed" });
      if (was === "withdrawn") await withdrawOnRequest(actor, signature.id, "by mail");
      await eraseOnRequest(actor, signature.id, "by mail");
      const row = await db().signature.findUnique({ where: { id: signature.id }, include: { submissions: true } });
      expect(row).toMatchObject({ state: "erased", emailKey: null, domainKey: null });
      expect(row?.submissions).toMatchObject([{ sealed: null, emailKey: null, limitKey: null }]);
      expect((await openSignature(actor, world.campaign.id, signature.id)).signer).toBeNull();
      expect(await findSignatureByEmail(actor, world.campaign.id, signature.typed.email ?? "")).toBeNull();
      await expect(eraseOnRequest(actor, signature.id, "again")).rejects.toMatchObject({ code: "not-possible-now" });
      await expect(withdrawOnRequest(actor, signature.id, "again")).rejects.toMatchObject({ code: "not-possible-now" });
      expect(await readDrifts()).toEqual([]);
    },
  );
});
