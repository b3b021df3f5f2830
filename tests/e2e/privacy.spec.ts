import { asAdministrator } from "@/tests/cluster";
import {
  appealPath,
  changeMind,
  expectTitle,
  fillForm,
  letterToMinister,
  press,
  signAndConfirm,
  signAppeal,
  someone,
} from "./steps";
import { expect, test } from "./test";
import { words } from "./words";
import { readLog, type World } from "./world";

test("neither the logs nor a dump of the database know who signed or what they wrote", async ({ page, sending }) => {
  const confirmed = someone({ replyConsent: true });
  const pending = someone();
  const erased = someone();
  const refused = someone({ name: `Ann \u202e${someone().name}` });
  const link = await signAndConfirm(page, sending, confirmed);
  const mine = page.url();
  await letterToMinister(sending, confirmed);
  await signAppeal(page, sending, confirmed);
  await signAppeal(page, sending, pending);
  await signAndConfirm(page, sending, erased);
  await changeMind(page, "en", "erase");
  await page.goto(appealPath("en"));
  await fillForm(page, refused);
  await press(page, words("en")("form.check"));
  await expectTitle(page, words("en")("check.titleErrors"));

  const secrets = [confirmed, pending, erased, refused].flatMap(({ name, email, ownWords }) => [
    ...name.split(" ").filter((part) => part.length > 8),
    email,
    ...ownWords.split("\n"),
  ]);
  const tokens = [link, mine, page.url()].map((url) => url.split("/").at(-1) ?? "");
  const log = readLog(sending);
  expect(log).toContain("the site is open");
  expect(
    [...secrets, ...tokens].filter((secret) => log.includes(secret)),
    "found in the log",
  ).toEqual([]);

  const dump = await dumpDatabase(sending);
  expect(dump).toContain("minister@mfa.example.org");
  const found = [...secrets, ...tokens].filter((secret) => dump.includes(secret) || dump.includes(hex(secret)));
  expect(found, "found in the database").toEqual([]);
});

/** Every row of every table as text, bytes in hexadecimal. */
async function dumpDatabase(world: World): Promise<string> {
  return asAdministrator(world.databaseUrl, async (client) => {
    const tables = await client.query<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables
       where schemaname not in ('pg_catalog', 'information_schema')`,
    );
    const parts: string[] = [];
    for (const { name } of tables.rows) {
      const { rows } = await client.query<{ line: string }>(`select t::text as line from ${name} t`);
      parts.push(name, ...rows.map(({ line }) => line));
    }
    return parts.join("\n");
  });
}

function hex(text: string): string {
  return Buffer.from(text).toString("hex");
}
