import { expect, test } from "vitest";
import { db } from "@/lib/db";
import { readDrifts } from "@/lib/reports/recount.sql";
import { demoAppeal } from "@/prisma/demo/appeal";
import { postForm, startSite, type RunningSite } from "@/tests/running-site";

const people = 500;
const twice = 50;
const appeal = `/en/appeals/${demoAppeal.slug}`;

async function sign({ url }: RunningSite, person: number, words: string): Promise<void> {
  const check = await postForm(url, appeal, {
    name: `Signer Number ${person}`,
    email: `signer-${person}@crowd.test`,
    country: person % 2 ? "NO" : "KR",
    disclosure: "full",
    body: demoAppeal.letters.en.body,
    ownWords: words,
  });
  await postForm(url, check);
}

function confirmLinks(site: RunningSite): string[] {
  const all = site.sink.messages.map(({ raw }) => /\/en\/confirm\/[\w-]{43}/.exec(unfold(raw.toString()))?.[0]);
  return all.filter((link) => link !== undefined);
}

// Long lines of quoted-printable text are folded with "=" at the end (RFC 2045 §6.7).
function unfold(raw: string): string {
  return raw.replace(/=\r\n/g, "");
}

test("500 people sign and confirm at once, some twice: rows, letters and counts are what they should be", async () => {
  const site = await startSite();
  const everybody = Array.from({ length: people }, (_, person) => sign(site, person, `Words of ${person}.`));
  const again = Array.from({ length: twice }, (_, person) => sign(site, person, `Other words of ${person}.`));
  await Promise.all([...everybody, ...again]);
  await expect.poll(() => confirmLinks(site).length, { timeout: 60_000 }).toBe(people + twice);
  await Promise.all(confirmLinks(site).map((link) => postForm(site.url, link)));

  const letters = () => site.sink.messages.filter(({ to }) => to === "minister@mfa.example.org");
  await expect.poll(() => letters().length, { timeout: 60_000 }).toBe(people);
  await expect.poll(async () => db().letter.count({ where: { state: "accepted" } }), { timeout: 30_000 }).toBe(people);
  const ids = letters().map(({ raw }) => /^Message-ID: (.*)$/im.exec(raw.toString())?.[1]);
  expect(new Set(ids).size).toBe(people);

  expect(await db().signature.groupBy({ by: ["state"], _count: true })).toMatchObject([
    { state: "confirmed", _count: people },
  ]);
  expect(await db().letter.count()).toBe(2 * people);
  expect(await db().mail.count({ where: { state: "accepted" } })).toBe(people + twice);
  expect(await readDrifts()).toEqual([]);
  const facts = (await (await fetch(`${site.url}/api/v1/appeals/${demoAppeal.slug}`)).json()) as { tallies: object };
  expect(facts.tallies).toMatchObject({
    confirmed: people,
    accepted: people,
    with_signer: people,
    queued: 0,
  });
  expect(site.readLog()).not.toMatch(/"level":50/);
}, 180_000);
