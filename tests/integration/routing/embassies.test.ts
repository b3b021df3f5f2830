import { beforeEach, describe, expect, test } from "vitest";
import { db } from "@/lib/db";
import { Refusal } from "@/lib/errors";
import { addEmbassy } from "@/lib/embassies/add";
import { exportEmbassies } from "@/lib/embassies/export";
import { importEmbassies } from "@/lib/embassies/import";
import { loadSampleEmbassies } from "@/lib/embassies/load-samples";
import { getEmbassy, listEmbassies } from "@/lib/embassies/queries";
import { removeEmbassy } from "@/lib/embassies/remove";
import { saveEmbassy } from "@/lib/embassies/save";
import { embassySchema } from "@/lib/embassies/schema";
import type { Actor } from "@/lib/accounts/access";
import { makeWorld, type World } from "@/tests/factories";
import { makeMember } from "@/tests/members";

let world: World;
let actor: Actor;

beforeEach(async () => {
  world = await makeWorld();
  actor = await makeMember(world.organisation);
});

const form = {
  represents: "China",
  host: "KR",
  coversAlso: "Mongolia, JP",
  office: "Ambassador of China in Seoul",
  salutation: "Your Excellency,",
  email: "seoul@mfa.example.org",
  fax: "+44 1632 960123",
};

const head = "represents,host,covers_also,office,salutation,email";
const line = (host: string, email = "one@mfa.example.org") => `CN,${host},,Ambassador,"Your Excellency,",${email}`;

function audit(action: string): Promise<number> {
  return db().auditEvent.count({ where: { organisationId: world.organisation.id, action } });
}

describe("one embassy", () => {
  test("is added with its recipient, changed and removed; another of the same pair is refused", async () => {
    const id = await addEmbassy(actor, embassySchema.parse(form));
    const [added] = await listEmbassies(actor);
    expect(added).toMatchObject({ represents: "CN", host: "KR", coversAlso: ["JP", "MN"], sample: false });
    expect(added?.addresses.map(({ channel, shown }) => [channel, shown])).toEqual([
      ["email", "seoul@mfa.example.org"],
      ["fax", "+44 1632 960123"],
    ]);
    await expect(addEmbassy(actor, embassySchema.parse(form))).rejects.toThrow("taken");
    const { fields } = await getEmbassy(actor, id);
    await saveEmbassy(actor, id, embassySchema.parse({ ...fields, coversAlso: "", email: "new@mfa.example.org" }));
    const [saved] = await listEmbassies(actor);
    expect(saved).toMatchObject({ coversAlso: [] });
    expect(saved?.addresses.map(({ shown }) => shown)).toEqual(["new@mfa.example.org", "+44 1632 960123"]);
    await removeEmbassy(actor, id);
    expect(await listEmbassies(actor)).toEqual([]);
    expect(await Promise.all(["added", "saved", "removed"].map((act) => audit(`embassy.${act}`)))).toEqual([1, 1, 1]);
  });

  test("what another part of the desk keeps of its recipient stays; who saves over it is told", async () => {
    const id = await addEmbassy(actor, embassySchema.parse(form));
    const { fields } = await getEmbassy(actor, id);
    const { recipientId } = await db().embassy.findUniqueOrThrow({ where: { id } });
    const { id: organisationId } = world.organisation;
    const arabic = {
      recipientId,
      organisationId,
      language: "ar",
      office: "السفير",
      short: "السفير",
      salutation: "سعادة",
    };
    await db().recipientText.create({ data: arabic });
    await expect(saveEmbassy(actor, id, embassySchema.parse(fields))).rejects.toThrow(new Refusal("changed-meanwhile"));
    await saveEmbassy(actor, id, embassySchema.parse((await getEmbassy(actor, id)).fields));
    expect(await db().recipientText.count({ where: { recipientId } })).toBe(2);
    expect(await db().address.count({ where: { recipientId, retiredAt: null } })).toBe(2);
    expect(await db().holder.count({ where: { recipientId } })).toBe(1);
  });

  test.each([
    [{ host: "CN" }, "host", "own-country"],
    [{ host: "Atlantis" }, "host", "unknown-country:Atlantis"],
    [{ coversAlso: "Japan, Nowhere" }, "coversAlso", "unknown-country:Nowhere"],
    [{ coversAlso: "KR" }, "coversAlso", "covers-itself"],
    [{ email: "", fax: "" }, "email", "no-address"],
    [{ email: "not one" }, "email", "email"],
    [{ office: "" }, "office", "required"],
    [{ host: "Atlantis", email: "not one" }, "email", "email"],
  ])("a fault is told at its field: %j", (change, field, code) => {
    const found = embassySchema.safeParse({ ...form, ...change }).error?.issues ?? [];
    expect(found.map(({ path, message }) => [String(path[0]), message])).toContainEqual([field, code]);
  });
});

describe("a file of embassies", () => {
  test("is in as a whole, and what is exported can be read in again elsewhere", async () => {
    const file = await importEmbassies(actor, `${head}\n${line("KR")}\n${line("Japan")}\n`);
    expect(file.problems).toEqual([]);
    expect((await listEmbassies(actor)).map(({ host }) => host)).toEqual(["JP", "KR"]);
    const exported = await exportEmbassies(actor);
    expect(await audit("embassies.exported")).toBe(1);
    const other = await makeMember((await makeWorld()).organisation);
    expect((await importEmbassies(other, exported)).problems).toEqual([]);
    expect(await exportEmbassies(other)).toBe(exported);
  });

  test("with one bad line leaves nothing behind, and each fault is told by line", async () => {
    await importEmbassies(actor, `${head}\n${line("FR")}\n`);
    const bad = [head, line("KR"), line("KR"), line("Atlantis"), line("DE", "nobody"), line("FR")].join("\n");
    const { problems } = await importEmbassies(actor, bad);
    expect(problems).toEqual([
      { line: 3, field: "host", code: "same-as-line:2" },
      { line: 4, field: "host", code: "unknown-country:Atlantis" },
      { line: 5, field: "email", code: "email" },
      { line: 6, field: "host", code: "taken" },
    ]);
    expect(await db().recipient.count({ where: { organisationId: actor.organisationId } })).toBe(3);
  });

  test.each([
    ["represents,host\nCN,KR", "columns-missing:office, salutation"],
    [head, "no-rows"],
    [`${head}\nCN,"KR`, "not-csv"],
    [`${head}\nCN,KR,,a,b,c,d,e`, "not-csv"],
  ])("that is none is said to be none: %j", async (text, code) => {
    expect((await importEmbassies(actor, text)).problems).toMatchObject([{ code }]);
  });

  test("of two at the same moment one is in", async () => {
    const text = `${head}\n${line("KR")}\n`;
    const done = await Promise.allSettled([importEmbassies(actor, text), importEmbassies(actor, text)]);
    const told = done.map((one) => one.status === "fulfilled" && one.value.problems.length === 0);
    expect(told.filter(Boolean)).toHaveLength(1);
    expect(await listEmbassies(actor)).toHaveLength(1);
  });

  test("of many embassies is read in one go", async () => {
    const codes = ["KR", "JP", "FR", "DE", "GB", "US", "CA", "AU", "NZ", "IT"];
    const rows = codes.flatMap((host) =>
      ["KP", "CN", "IR", "ER", "BY"].map((of) => `${of},${host},,Ambassador,Dear,${of}-${host}@mfa.example.org`),
    );
    expect((await importEmbassies(actor, [head, ...rows].join("\n"))).problems).toEqual([]);
    expect(await listEmbassies(actor)).toHaveLength(50);
  });
});

test("the sample is loaded once, marked, and stays marked through a file", async () => {
  const count = await loadSampleEmbassies(actor);
  expect(count).toBeGreaterThan(3);
  expect(await loadSampleEmbassies(actor)).toBe(0);
  expect((await listEmbassies(actor)).every(({ sample }) => sample)).toBe(true);
  const other = await makeMember((await makeWorld()).organisation);
  await importEmbassies(other, await exportEmbassies(actor));
  expect((await listEmbassies(other)).map(({ sample }) => sample)).toEqual(Array.from({ length: count }, () => true));
});
