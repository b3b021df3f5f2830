import { beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/accounts/access";
import { db } from "@/lib/db";
import { drainDue } from "@/lib/delivery/drain";
import { openExport } from "@/lib/reports/open-export";
import { type ExportChoice, exportColumns, exportSchema } from "@/lib/reports/schema";
import { eraseOnRequest } from "@/lib/signatures/erase-on-request";
import { withdrawOnRequest } from "@/lib/signatures/withdraw-on-request";
import { makeSignature, makeSignatures, makeWorld, type World } from "@/tests/factories";
import { makeMember } from "@/tests/members";
import { parseCsv } from "@/tests/parse-csv";

let world: World;
let actor: Actor;

beforeEach(async () => {
  world = await makeWorld();
  actor = await makeMember(world.organisation);
});

const everything = {
  signatures: [...exportColumns.signatures.plain, ...exportColumns.signatures.personal],
  letters: [...exportColumns.letters.plain, ...exportColumns.letters.personal],
};

function choose(what: ExportChoice["what"], more: object = {}): ExportChoice {
  return exportSchema.parse({ what, columns: everything[what], ...more });
}

/** The table of an export, read back: its lines as objects by column, led by its head. */
async function read(choice: ExportChoice, by = actor) {
  const { chunks, fileName } = await openExport(by, world.campaign.id, choice);
  const pieces: Buffer[] = [];
  for await (const chunk of chunks) pieces.push(chunk);
  const bytes = Buffer.concat(pieces);
  expect(bytes.subarray(0, 3).toString("hex"), "byte order mark").toBe("efbbbf");
  const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  const [head = [], ...lines] = parseCsv(text, choice.separator === "semicolon" ? ";" : ",");
  const rows = lines.map((cells) => {
    expect(cells).toHaveLength(choice.columns.length);
    return Object.fromEntries(choice.columns.map((column, at) => [column, cells[at] ?? ""]));
  });
  return { head, rows, fileName };
}

describe("of signatures", () => {
  test("has a head in words, times in UTC, and what was typed, character by character", async () => {
    const typed = {
      name: '김철수 "Cheol-su"; Kim',
      email: "+kim@signers.test",
      ownWords: '=HYPERLINK("http://evil.example")\r\nزبيدة، 👩‍🏫',
      country: "KR",
    };
    const { id } = await makeSignature(world, { typed });
    await db().signature.update({
      where: { id },
      data: { createdAt: new Date("2026-03-29T01:30:00.400+02:00"), partner: "-007", newsConsentAt: new Date() },
    });
    for (const separator of ["comma", "semicolon"]) {
      const { head, rows, fileName } = await read(choose("signatures", { separator }));
      expect(head.slice(0, 3)).toEqual(["Signature", "State", "Signed (UTC)"]);
      expect(rows).toMatchObject([
        {
          id,
          state: "confirmed",
          createdAt: "2026-03-28 23:30:00",
          country: "KR",
          partner: "'-007",
          disclosure: "full",
          newsConsent: "yes",
          publicNameConsent: "no",
          name: typed.name,
          email: "'+kim@signers.test",
          ownWords: '\'=HYPERLINK("http://evil.example")\nزبيدة، 👩‍🏫',
        },
      ]);
      expect(fileName).toMatch(new RegExp(`^${world.campaign.slug}-signatures-\\d{4}-\\d\\d-\\d\\d\\.csv$`));
    }
  });

  test("names those alone who confirmed and stand by it", async () => {
    const confirmed = await makeSignature(world);
    const pending = await makeSignature(world, { state: "pending" });
    const withdrawn = await makeSignature(world);
    const erased = await makeSignature(world);
    await withdrawOnRequest(actor, withdrawn.id, "by mail");
    await eraseOnRequest(actor, erased.id, "by mail");
    const { rows } = await read(choose("signatures"));
    expect(rows.map(({ id, state, name, email, ownWords }) => [id, state, name, email, ownWords])).toEqual([
      [confirmed.id, "confirmed", confirmed.typed.name, confirmed.typed.email, confirmed.typed.ownWords],
      [pending.id, "pending", "", "", ""],
      [withdrawn.id, "withdrawn", "", "", ""],
      [erased.id, "erased", "", "", ""],
    ]);
    const only = await read(choose("signatures", { state: "signed" }));
    expect(only.rows.map(({ id }) => id)).toEqual([confirmed.id, pending.id]);
  });

  test("is complete over many pages, each row once", async () => {
    const made = await makeSignatures(world, 4500);
    const { rows } = await read(choose("signatures", { columns: ["id", "name"] }));
    expect(rows).toHaveLength(made.length);
    const names = new Map(made.map(({ id, typed }) => [id, typed.name]));
    expect(rows.filter(({ id = "", name }) => names.get(id) !== name)).toEqual([]);
    expect(new Set(rows.map(({ id }) => id)).size).toBe(made.length);
  });

  test("is recorded with its columns before its first byte", async () => {
    await makeSignature(world);
    const { chunks } = await openExport(actor, world.campaign.id, choose("signatures", { columns: ["id", "country"] }));
    const log = await db().auditEvent.findMany({ where: { accountId: actor.accountId } });
    expect(log).toMatchObject([
      { action: "signatures.exported", subjectId: world.campaign.id, reason: "all: id, country" },
    ]);
    await chunks.return();
  });

  test("of an analyst has no personal column", async () => {
    const analyst = await makeMember(world.organisation, { role: "analyst" });
    await makeSignature(world);
    const asked = openExport(analyst, world.campaign.id, choose("signatures"));
    await expect(asked).rejects.toMatchObject({ code: "no-access" });
    const plain = choose("signatures", { columns: exportColumns.signatures.plain });
    expect((await read(plain, analyst)).rows).toHaveLength(1);
    expect(await db().auditEvent.count({ where: { accountId: analyst.accountId } })).toBe(1);
  });

  test("ends with its reader, and with what cannot be opened", async () => {
    const made = await makeSignatures(world, 3);
    const left = await openExport(actor, world.campaign.id, choose("signatures"));
    await left.chunks.next();
    await left.chunks.return();
    expect(await left.chunks.next()).toEqual({ value: undefined, done: true });

    const where = { id: made[1]?.submissionId ?? "" };
    await db().submission.update({ where, data: { sealed: new Uint8Array(64) } });
    await expect(read(choose("signatures"))).rejects.toThrow("unable to authenticate");
    expect((await read(choose("signatures", { columns: ["id"] }))).rows).toHaveLength(3);
  });
});

describe("of letters", () => {
  test("says where each stands, and quotes it only when asked", async () => {
    const signature = await makeSignature(world);
    await drainDue(null, new AbortController().signal);
    const plain = await read(choose("letters", { columns: exportColumns.letters.plain }));
    expect(plain.rows).toHaveLength(2);
    expect(plain.rows.find(({ channel }) => channel === "email")).toMatchObject({
      id: signature.letters.email,
      signature: signature.id,
      recipient: "Minister of Foreign Affairs",
      state: "captured",
      attempts: "1",
      code: "",
    });
    const quoted = await read(choose("letters", { state: "captured" }));
    expect(quoted.rows.map(({ text }) => text)).toEqual([
      `Your Excellency,\n\n${signature.typed.body}\n\n${signature.typed.ownWords}\n\nYours sincerely,\n${signature.typed.name}, France`,
    ]);
  });

  test("quotes initials of those who gave no more, and nobody who withdrew", async () => {
    const shy = await makeSignature(world, { typed: { disclosure: "initials" } });
    const gone = await makeSignature(world);
    await withdrawOnRequest(actor, gone.id, "by mail");
    const { rows } = await read(choose("letters"));
    const texts = (id: string) => rows.filter(({ signature }) => signature === id).map(({ text }) => text);
    expect(texts(shy.id)).toHaveLength(2);
    for (const text of texts(shy.id)) {
      expect(text).toContain("A. E.");
      expect(text).not.toContain(shy.typed.name);
    }
    expect(texts(gone.id)).toEqual(["", ""]);
  });
});
