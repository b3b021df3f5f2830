import { readFileSync } from "node:fs";
import iconv from "iconv-lite";
import { beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/accounts/access";
import { db } from "@/lib/db";
import { openBadRows } from "@/lib/imports/bad-rows";
import { discardImport } from "@/lib/imports/discard";
import { previewImport } from "@/lib/imports/preview";
import { purgeImports } from "@/lib/imports/purge";
import { getImport, listImportRows } from "@/lib/imports/queries";
import { resumeImports } from "@/lib/imports/queue";
import { runImport } from "@/lib/imports/run";
import { saveReading } from "@/lib/imports/save-reading";
import { type Columns, columnsSchema } from "@/lib/imports/schema";
import { startImport } from "@/lib/imports/start";
import { undoImport } from "@/lib/imports/undo";
import { uploadImport } from "@/lib/imports/upload";
import { approveHolder } from "@/lib/recipients/approve-holder";
import { attachRecipient } from "@/lib/recipients/attach-recipient";
import { presentShape } from "@/lib/recipients/changed";
import { makeWorld, type World } from "@/tests/factories";
import { inEncoding, koreanList } from "@/tests/imports";
import { makeMember, removeMember } from "@/tests/members";
import { parseCsv } from "@/tests/parse-csv";

let world: World;
let actor: Actor;

beforeEach(async () => {
  world = await makeWorld();
  actor = await makeMember(world.organisation, { role: "campaigner" });
});

const own = (where = {}) => db().recipient.count({ where: { organisationId: actor.organisationId, ...where } });

async function upload(text: string | Uint8Array, name = "list.csv"): Promise<string> {
  return uploadImport(actor, { bytes: typeof text === "string" ? Buffer.from(text) : text, name });
}

async function start(id: string, change: Partial<Columns> = {}): Promise<void> {
  await startImport(actor, id, { ...(await getImport(actor, id)).settings.columns, ...change });
}

/** Uploads a file and imports it as it was guessed, but for a change. */
async function imported(text: string | Uint8Array, change: Partial<Columns> = {}): Promise<string> {
  const id = await upload(text);
  await start(id, change);
  await runImport(id);
  return id;
}

async function badFile(id: string): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of (await openBadRows(actor, id)).chunks) parts.push(part);
  return Buffer.concat(parts).toString("utf8");
}

const few = (rows: string[]) => ["office,country,language,salutation,email,holder", ...rows].join("\n");
const line = (n: number, email = `o${n}@ministry.test`, holder = "") => `Office ${n},KE,en,Dear Sir,${email},${holder}`;

describe("a list of 10,000 offices in EUC-KR", () => {
  test(
    "is imported with progress, its bad rows come back, and undoing removes the rest",
    { timeout: 180_000 },
    async () => {
      const before = await own();
      const id = await upload(
        inEncoding(
          koreanList(10_000, (row) => row % 200 === 7),
          "euc-kr",
        ),
      );
      const draft = await getImport(actor, id);
      expect(draft).toMatchObject({ state: "draft", total: 10_000, fault: null });
      expect(draft.settings.reading).toEqual({ encoding: "euc-kr", separator: "comma", header: true });
      expect(draft.settings.columns).toMatchObject({
        columns: ["office", "country", "language", "salutation", "email", "fax", "post", "tags", "group"],
        textLanguage: "ko",
      });
      const { lines, unreadable } = await previewImport(actor, id, draft.settings);
      expect(unreadable).toBe(false);
      expect(lines[0]?.office).toMatchObject({ office: "제0 국장", country: "KR" });

      await start(id);
      const stopped = new AbortController();
      stopped.abort();
      await runImport(id, stopped.signal);
      const half = await getImport(actor, id);
      expect(half).toMatchObject({ state: "running", next: 250 });
      await Promise.all([runImport(id), runImport(id)]);

      expect(await getImport(actor, id)).toMatchObject({
        state: "done",
        next: 10_000,
        made: 9950,
        bad: 50,
        skipped: 0,
      });
      expect(await own()).toBe(before + 9950);
      expect(await db().address.count({ where: { organisationId: actor.organisationId, value: "+82221000001" } })).toBe(
        1,
      );
      const [first] = await listImportRows(actor, id, "bad");
      expect(first).toMatchObject({ line: 9, problems: [{ field: "Country" }] });
      const file = await badFile(id);
      expect(file.startsWith("\ufeff")).toBe(true);
      const rows = parseCsv(file.slice(1));
      expect(rows).toHaveLength(51);
      expect(rows[0]?.at(-1)).toBe("Problem");
      expect(rows[1]?.slice(0, 4)).toEqual(["제7 국장", "없는나라", "ko", "존경하는 국장님께"]);
      expect(rows[1]?.[7]).toBe("'=1+1");
      expect(rows[1]?.at(-1)).toContain("없는나라");

      await undoImport(actor, id);
      await Promise.all([runImport(id), runImport(id)]);
      expect(await getImport(actor, id)).toMatchObject({ state: "undone", removed: 9950, kept: 0 });
      expect(await own()).toBe(before);
      expect(await db().recipientGroup.count({ where: { organisationId: actor.organisationId } })).toBe(0);
      const events = await db().auditEvent.findMany({ where: { subjectId: id }, select: { action: true } });
      expect(events.map(({ action }) => action).toSorted()).toEqual([
        "import.done",
        "import.started",
        "import.undo-done",
        "import.undone",
        "import.uploaded",
      ]);
    },
  );
});

describe("the mended file of bad rows", () => {
  test("is imported as it is", async () => {
    const id = await imported(few([line(1), "Office 2,Nowhereland,en,Dear Sir,'+o2@ministry.test,"]));
    const mended = (await badFile(id)).replace("Nowhereland", "Kenya");
    const again = await imported(mended);
    expect(await getImport(actor, again)).toMatchObject({ made: 1, bad: 0 });
    expect(await own({ addresses: { some: { value: "+o2@ministry.test" } } })).toBe(1);
  });
});

describe("a recipient that is there already", () => {
  test("by address or by office and country is skipped and listed, also one of an earlier row", async () => {
    const id = await imported(
      few([line(1), line(2, "O1@MINISTRY.TEST"), line(1, "o3@ministry.test"), line(4, world.minister.address)]),
    );
    expect(await getImport(actor, id)).toMatchObject({ made: 2, skipped: 2 });
    const skipped = await listImportRows(actor, id, "skipped");
    expect(skipped.map(({ line: at, reason }) => [at, reason])).toEqual([
      [4, "same-office"],
      [5, "same-address"],
    ]);
    expect(skipped[1]?.recipient?.id).toBe(world.minister.id);
  });

  test("is updated if asked: what the row leaves open stays, a holder waits for approval", async () => {
    const id = await imported(few([`Foreign Minister,CN,zh,Minister,${world.minister.address},Ann Example`]), {
      twins: "update",
      group: "Cabinet",
    });
    expect(await getImport(actor, id)).toMatchObject({ made: 0, updated: 1 });
    const holders = await db().holder.findMany({ where: { recipientId: world.minister.id, until: null } });
    expect(holders).toMatchObject([{ name: "Ann Example", approvedAt: null }]);
    expect(await own({ groups: { some: { group: { name: "Cabinet" } } } })).toBe(1);
    await undoImport(actor, id);
    await runImport(id);
    expect(await own({ id: world.minister.id })).toBe(1);
  });

  test("is updated by a later row of the same file, and undone with it", async () => {
    const before = await own();
    const id = await imported(few([line(1), line(1, "second@ministry.test")]), { twins: "update" });
    expect(await getImport(actor, id)).toMatchObject({ made: 1, updated: 1 });
    await undoImport(actor, id);
    await runImport(id);
    expect(await getImport(actor, id)).toMatchObject({ removed: 1, kept: 0 });
    expect(await own()).toBe(before);
  });

  test("in another organisation is not seen", async () => {
    const other = await makeWorld();
    const theirs = { value: "only@theirs.test" };
    await db().address.updateMany({ where: { recipientId: other.minister.id }, data: theirs });
    const id = await imported(few([line(1, theirs.value)]));
    expect(await getImport(actor, id)).toMatchObject({ made: 1, skipped: 0 });
  });
});

const present = () =>
  db().recipient.findUniqueOrThrow({
    where: { id: world.minister.id },
    select: { ...presentShape, tags: true, groups: true },
  });
const over = (holder = "Ann Example") =>
  few([
    `Foreign Minister,CN,zh,Minister,"${world.minister.address}; new@ministry.test",${holder}`,
    `Minister of late,CN,zh,Sir,${world.minister.address},`,
    line(1),
  ]);

describe("undoing", () => {
  test("leaves what was used or changed since, and says why", async () => {
    const id = await imported(few([line(1), line(2), line(3), line(4)]));
    const [first, second, third] = await db().recipientImportRow.findMany({
      where: { importId: id },
      orderBy: { number: "asc" },
    });
    await attachRecipient(actor, { campaignId: world.campaign.id, recipientId: first?.recipientId ?? "" });
    await db().recipient.update({ where: { id: second?.recipientId ?? "" }, data: { tags: ["new"] } });
    await db().recipient.update({ where: { id: third?.recipientId ?? "" }, data: { mergedIntoId: world.minister.id } });
    await undoImport(actor, id);
    await runImport(id);
    expect(await getImport(actor, id)).toMatchObject({ state: "undone", removed: 1, kept: 3 });
    const kept = await listImportRows(actor, id, "kept");
    expect(kept.map(({ reason }) => reason)).toEqual(["used", "changed", "merged"]);
  });

  const update = { twins: "update", group: "Cabinet" } as const;

  test("puts back what it wrote over, and keeps nothing of it", async () => {
    const before = await present();
    const id = await imported(over(), update);
    expect(await getImport(actor, id)).toMatchObject({ made: 1, updated: 2 });
    expect(await present()).not.toEqual(before);
    const sealed = await db().recipientImportRow.findMany({ where: { importId: id, sealedBefore: { not: null } } });
    expect(sealed).toHaveLength(1);
    expect(Buffer.from(sealed[0]?.sealedBefore ?? []).includes(before.addresses[0]?.value ?? "-")).toBe(false);
    await undoImport(actor, id);
    await Promise.all([runImport(id), runImport(id)]);
    expect(await getImport(actor, id)).toMatchObject({ state: "undone", removed: 1, restored: 1, kept: 0 });
    expect(await present()).toEqual(before);
    expect(await db().address.findFirst({ where: { value: "new@ministry.test" } })).toMatchObject({
      retiredAt: expect.any(Date) as Date,
    });
    expect(await db().recipientImportRow.count({ where: { importId: id, sealedBefore: { not: null } } })).toBe(0);
    expect(await db().recipientGroup.count({ where: { organisationId: actor.organisationId } })).toBe(0);
  });

  test("puts back what two imports wrote, the later first", async () => {
    const before = await present();
    const one = await imported(over(), update);
    const between = await present();
    const two = await imported(over("Ben Example"), update);
    await undoImport(actor, one);
    await runImport(one);
    expect(await getImport(actor, one)).toMatchObject({ restored: 0, kept: 1 });
    await undoImport(actor, two);
    await runImport(two);
    expect(await getImport(actor, two)).toMatchObject({ restored: 1 });
    expect(await present()).toEqual(between);
    expect(between).not.toEqual(before);
  });

  test.each([
    ["changed", () => db().recipient.update({ where: { id: world.minister.id }, data: { tags: ["new"] } })],
    [
      "merged",
      () => db().recipient.update({ where: { id: world.minister.id }, data: { mergedIntoId: world.ambassador.id } }),
    ],
    [
      "used",
      async () => {
        const holder = await db().holder.findFirstOrThrow({ where: { recipientId: world.minister.id, until: null } });
        await approveHolder(actor, world.minister.id, holder.id);
      },
    ],
  ])("leaves what it wrote over where it was %s since, and says so", async (reason, meanwhile) => {
    await db().holder.updateMany({ where: { recipientId: world.minister.id }, data: { name: "Former Minister" } });
    const id = await imported(over(), update);
    await meanwhile();
    const then = await present();
    await undoImport(actor, id);
    await runImport(id);
    expect(await getImport(actor, id)).toMatchObject({ state: "undone", removed: 1, restored: 0, kept: 1 });
    expect((await listImportRows(actor, id, "kept")).map((row) => row.reason)).toEqual([reason, reason]);
    expect(await present()).toEqual(then);
  });

  test("asks every table that refers to a recipient", async () => {
    const rows = await db().$queryRaw<{ name: string }[]>`
      select conrelid::regclass::text as name from pg_constraint where confrelid = 'recipients'::regclass`;
    const goesAlong = ["recipient_texts", "holders", "addresses", "recipient_group_members", "offices_apart"];
    const asked = readFileSync("lib/imports/used.sql.ts", "utf8");
    const others = rows.map(({ name }) => name).filter((name) => !goesAlong.includes(name));
    expect(others.length).toBeGreaterThan(3);
    expect(others.filter((name) => !asked.includes(` ${name} `))).toEqual([]);
  });

  test("is not possible before it has ended, nor twice", async () => {
    const id = await upload(few([line(1)]));
    await expect(undoImport(actor, id)).rejects.toMatchObject({ code: "not-possible-now" });
    await start(id);
    await expect(undoImport(actor, id)).rejects.toMatchObject({ code: "not-possible-now" });
  });
});

describe("an import", () => {
  test("goes on where a worker that died had come to, and is given up when it never gets further", async () => {
    const id = await upload(few([line(1)]));
    await start(id);
    expect(await resumeImports()).toBe(0);
    const dead = { beatAt: new Date(Date.now() - 60_000) };
    await db().recipientImport.update({ where: { id }, data: dead });
    expect(await resumeImports()).toBe(1);
    expect(await getImport(actor, id)).toMatchObject({ state: "running" });
    await db().recipientImport.update({ where: { id }, data: { ...dead, nudges: 10 } });
    await resumeImports();
    expect(await getImport(actor, id)).toMatchObject({ state: "failed" });
    await runImport(id);
    expect(await getImport(actor, id)).toMatchObject({ state: "failed", made: 0 });
  });

  test("stops when its member was removed", async () => {
    const id = await upload(few([line(1)]));
    await start(id);
    await removeMember(actor);
    await runImport(id);
    expect(await db().recipientImport.findUnique({ where: { id } })).toMatchObject({ state: "failed", made: 0 });
  });

  test("stops when the right to manage was taken from its member", async () => {
    const id = await upload(few([line(1)]));
    await start(id);
    await db().member.update({ where: { id: actor.memberId }, data: { taken: ["manage"] } });
    await runImport(id);
    expect(await db().recipientImport.findUnique({ where: { id } })).toMatchObject({ state: "failed", made: 0 });
  });

  test("gives its bad rows back to who chose the file, and to others by the right to export", async () => {
    const id = await imported(few([line(1), "Office 2,nowhere,en,Dear Sir,o2@ministry.test,"]));
    const mate = await makeMember(world.organisation, { role: "campaigner" });
    for (const { memberId } of [actor, mate]) {
      await db().member.update({ where: { id: memberId }, data: { taken: ["export"] } });
    }
    await expect(openBadRows(mate, id)).rejects.toMatchObject({ code: "no-access" });
    expect(await badFile(id)).toContain("o2@ministry.test");
    // Who undoes an import is named in it from then on; the file is not theirs for that.
    await undoImport(mate, id);
    await runImport(id);
    await expect(openBadRows(mate, id)).rejects.toMatchObject({ code: "no-access" });
    await db().member.update({ where: { id: mate.memberId }, data: { taken: [] } });
    expect((await openBadRows(mate, id)).fileName).toBe("rows-to-mend.csv");
  });

  test("runs alone in its organisation", async () => {
    const [mate, one] = [await makeMember(world.organisation), await upload(few([line(1)]))];
    const two = await uploadImport(mate, { bytes: Buffer.from(few([line(2)])), name: "two.csv" });
    const { columns } = (await getImport(mate, two)).settings;
    await start(one);
    await expect(startImport(mate, two, columns)).rejects.toMatchObject({ code: "import-running" });
    await runImport(one);
    await startImport(mate, two, columns);
  });

  test("is read in another way when told so, and goes after a week", async () => {
    const id = await upload(inEncoding("office;country\nMinistère;FR\n", "windows-1252"));
    await saveReading(actor, id, { encoding: "windows-1251", separator: "semicolon", header: true });
    const { settings } = await getImport(actor, id);
    expect((await previewImport(actor, id, settings)).rows[0]?.[0]).toBe("Ministиre");
    await db().recipientImport.update({ where: { id }, data: { createdAt: new Date(Date.now() - 8 * 86_400_000) } });
    expect(await purgeImports()).toBe(1);
    await expect(getImport(actor, id)).rejects.toMatchObject({ code: "not-found" });
  });

  test("can be dropped before it is started", async () => {
    const id = await upload(few([line(1)]));
    await discardImport(actor, id);
    await expect(discardImport(actor, id)).rejects.toMatchObject({ code: "not-found" });
  });

  test("keeps its file sealed", async () => {
    const id = await upload(few([line(1)]));
    const { sealedFile } = await db().recipientImport.findUniqueOrThrow({ where: { id } });
    expect(Buffer.from(sealedFile).includes("ministry.test")).toBe(false);
  });
});

describe("a file that cannot be imported says so", () => {
  test.each([
    ["nothing", new Uint8Array(), "empty"],
    ["spaces", Buffer.from(" \r\n\n"), "empty"],
    ["a spreadsheet", Buffer.from("504b030400", "hex"), "spreadsheet"],
    ["bytes", Buffer.from([1, 0, 0, 200, 0, 7, 255, 0, 0]), "binary"],
    ["only a header", Buffer.from("office,country\n"), "no-rows"],
    ["too many rows", Buffer.from(`office\n${"x\n".repeat(100_001)}`), "too-many-rows"],
  ])("%s", async (_what, bytes, code) => {
    await expect(upload(bytes)).rejects.toMatchObject({ issues: [{ path: ["list"], message: code }] });
  });

  test("a quote that is never closed", async () => {
    const id = await upload('office,country\n"Minister,KE\nOther,KE\n');
    expect((await getImport(actor, id)).fault).toMatch(/^quote-open:/);
    await expect(start(id)).rejects.toMatchObject({ code: "not-possible-now" });
  });

  test("no column for the office, or two", () => {
    const form = { textLanguage: "", allCountry: "KE", language: "en", salutation: "", group: "", twins: "skip" };
    const faults = (columns: Record<string, string>) =>
      columnsSchema
        .safeParse({ ...form, ...columns })
        .error?.issues.map(({ path, message }) => `${String(path[0])}: ${message}`);
    expect(faults({ "column-0-field": "email" })).toEqual(["columns: office"]);
    expect(faults({ "column-0-field": "office", "column-1-field": "office" })).toEqual(["column-1-field: twice"]);
    expect(
      faults({ "column-0-field": "office", "column-1-field": "email", "column-2-field": "email" }),
    ).toBeUndefined();
  });
});

test("a web form and a mailbox for mail from writers' own programs are columns of their own", async () => {
  const rows = [
    "office,country,language,salutation,web form,own mail program",
    "Office 1,KE,en,Dear Sir,https://ministry.test/form,one@ministry.test; two@ministry.test",
    "Office 2,KE,en,Dear Sir,https://user:secret@ministry.test/,",
    "Office 3,KE,en,Dear Sir,https://10.0.0.8/form,",
  ];
  const id = await imported(rows.join("\n"));
  expect(await getImport(actor, id)).toMatchObject({ made: 1, bad: 2 });
  const where = { organisationId: actor.organisationId, lane: { in: ["web_form", "own_client"] } };
  const kept = await db().address.findMany({ where, orderBy: { position: "asc" } });
  expect(kept.map(({ channel, value }) => [channel, value])).toEqual([
    ["web_form", "https://ministry.test/form"],
    ["own_client", "one@ministry.test"],
    ["own_client", "two@ministry.test"],
  ]);
});

test("numbers of an embassy are read as those of the country it stands in", async () => {
  const rows = ["Chinese ambassador,CN,KR,02-738-1046", "Chinese consul,CN,Atlantis,02-738-1047"];
  const id = await imported(["office,country,host country,fax", ...rows].join("\n"), { salutation: "Dear Sir," });
  expect(await listImportRows(actor, id, "made")).toMatchObject([{ line: 2 }]);
  expect(await badFile(id)).toContain("Atlantis");
  const made = await db().address.findMany({ where: { organisationId: actor.organisationId, channel: "fax" } });
  expect(made.map(({ value }) => value)).toContain("+8227381046");
});

test("several addresses in one cell are several, and what is wrong is said once", async () => {
  const id = await imported(few([line(1, '"a@ministry.test; b@ministry.test"'), line(2, "not known"), line(3, "x;y")]));
  expect(await getImport(actor, id)).toMatchObject({ made: 1, bad: 2 });
  expect(await own({ addresses: { some: { value: "b@ministry.test" } } })).toBe(1);
  const bad = await listImportRows(actor, id, "bad");
  expect(bad.map(({ problems }) => problems.length)).toEqual([1, 1]);
});

test("UTF-16, with and without a mark, reads like UTF-8", async () => {
  for (const bytes of [
    iconv.encode(few([line(1)]), "utf-16le", { addBOM: true }),
    iconv.encode(few([line(2)]), "utf-16be"),
  ]) {
    const id = await imported(bytes);
    expect(await getImport(actor, id)).toMatchObject({ made: 1, bad: 0 });
  }
});
