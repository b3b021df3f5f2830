import { expect, test } from "vitest";
import { db } from "@/lib/db";
import { demoAppeal } from "@/prisma/demo/appeal";
import { asAdministrator } from "@/tests/cluster";
import { postForm, startSite } from "@/tests/running-site";

const appeal = `/en/appeals/${demoAppeal.slug}`;
const telling = {
  name: "Wilhelmina Quillfeather",
  email: "wilhelmina@quillfeather-post.test",
  ownWords: "I grow zinnias behind the bakery.",
};
const needles = [/wilhelmina/i, /quillfeather/i, /zinnias/i];
const form = { ...telling, country: "NO", disclosure: "full", replyConsent: "yes", body: demoAppeal.letters.en.body };

/** Every value of every table: bytes as far as they can be read, everything else as text. */
async function dump(): Promise<string> {
  return asAdministrator(process.env.DATABASE_URL ?? "", async (client) => {
    const { rows: columns } = await client.query<{ source: string; value: string }>(
      `select format('%I.%I', table_schema, table_name) as source,
         format(case data_type when 'bytea' then 'encode(%I, ''escape'')' else '%I::text' end, column_name) as value
       from information_schema.columns
       where table_schema in ('public', 'graphile_worker') order by 1`,
    );
    const values: string[] = [];
    for (const { source, value } of columns) {
      const { rows } = await client.query<{ value: string | null }>(`select ${value} as value from ${source}`);
      values.push(...rows.map((row) => row.value ?? ""));
    }
    return values.join("\n");
  });
}

test("neither the database nor the logs name a signer, whatever they did", async () => {
  const site = await startSite();
  const addresses: string[] = [];
  const post = async (path: string, fields: Record<string, string> = {}) => {
    addresses.push(path, await postForm(site.url, path, fields));
    return addresses.at(-1) ?? "";
  };
  // Never sent, and wrong: what was typed is kept for an hour all the same.
  await post(appeal, { ...form, country: "" });
  await post(await post(appeal, form));
  await expect.poll(() => site.sink.messages.length, { timeout: 20_000 }).toBe(1);
  const mail = site.sink.messages[0]?.raw.toString().replace(/=\r\n/g, "") ?? "";
  const link = /\/en\/confirm\/[\w-]{43}/.exec(mail)?.[0] ?? "";
  await fetch(`${site.url}${link}`);
  const thanks = await post(link);
  await expect.poll(() => db().letter.count({ where: { state: "accepted" } }), { timeout: 20_000 }).toBe(1);
  await fetch(`${site.url}${thanks}`);
  await post(thanks.replace("thanks", "mine"), { act: "withdraw" });

  const letter = site.sink.messages[1]?.raw.toString() ?? "";
  for (const needle of needles) expect(letter).toMatch(needle);
  const database = await dump();
  // What must be readable is: the dump is not empty, and it reads bytes as well.
  expect(database).toContain("minister@mfa.example.org");
  expect(database).toContain("Do not send him back");
  for (const needle of needles) {
    expect(database).not.toMatch(needle);
    expect(site.readLog()).not.toMatch(needle);
    expect(addresses.join("\n")).not.toMatch(needle);
  }
}, 90_000);
