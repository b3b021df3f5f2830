import { v7 as uuidv7 } from "uuid";
import { asAdministrator } from "@/tests/cluster";
import { demoAppeal } from "@/prisma/demo/appeal";
import type { World } from "./world";

type Address = { channel: "post" | "web_form" | "own_client" | "email"; value: string };
/** `language`: what it reads; English unless said. */
type Embassy = { host: string; name: string; address: Address; language?: string };

/**
 * Lets the demo appeal, for a while, be addressed to the embassy of China where its signer lives, else to the ambassador by fax.
 * @returns what takes all of it back
 */
export async function writeToEmbassies(world: World, embassies: Embassy[]): Promise<() => Promise<void>> {
  const [rule, { databaseUrl }] = [uuidv7(), world];
  const made = embassies.map((one) => ({ ...one, id: uuidv7() }));
  await asAdministrator(databaseUrl, async (client) => {
    const { rows } = await client.query<{ id: string; organisation: string; fallback: string }>(
      `select c.id, c.organisation_id as organisation, r.recipient_id as fallback
       from campaigns c join campaign_recipients r on r.campaign_id = c.id
       where c.slug = $1 order by r.position desc limit 1`,
      [demoAppeal.slug],
    );
    const { id: campaign, organisation, fallback } = rows[0] ?? {};
    for (const { id, host, name, address, language = "en" } of made) {
      const [text, lane] = [`${name}, full title`, address.channel];
      await client.query("insert into recipients (id, organisation_id, country, language) values ($1, $2, 'CN', $3)", [
        id,
        organisation,
        language,
      ]);
      await client.query(
        `insert into recipient_texts (recipient_id, organisation_id, language, office, short, salutation)
         values ($1, $2, 'en', $3, $4, 'Your Excellency,')`,
        [id, organisation, text, name],
      );
      await client.query(
        "insert into addresses (id, organisation_id, recipient_id, channel, value, lane) values ($1, $2, $3, $4, $5, $6)",
        [uuidv7(), organisation, id, address.channel, address.value, lane],
      );
      await client.query(
        "insert into embassies (id, organisation_id, recipient_id, represents, host) values ($1, $2, $3, 'CN', $4)",
        [uuidv7(), organisation, id, host],
      );
    }
    await client.query(
      `insert into routing_rules (id, organisation_id, campaign_id, position, kind, represents, fallback_id)
       values ($1, $2, $3, 0, 'embassy', 'CN', $4)`,
      [rule, organisation, campaign, fallback],
    );
  });
  return () =>
    asAdministrator(databaseUrl, async (client) => {
      await client.query("delete from routing_rules where id = $1", [rule]);
      await client.query("delete from embassies where recipient_id = any($1)", [made.map(({ id }) => id)]);
    });
}
