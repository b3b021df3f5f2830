import type { Client } from "pg";
import { v7 as uuidv7 } from "uuid";
import { asAdministrator } from "@/tests/cluster";
import { owner, type World } from "./world";

type House = {
  members: { name: string; email: string; role: "owner" | "campaigner" }[];
  /** What its one campaign, about which a task is open, is called by. */
  caseTitle: string;
  /** That of an office whose letters come back. */
  failing: string;
};

/** An organisation with members who have the owner's password, two recipients that are one office, one that fails, and a task. */
export async function makeHouse({ databaseUrl }: World, { members, caseTitle, failing }: House): Promise<void> {
  const house = uuidv7();
  await asAdministrator(databaseUrl, async (client) => {
    await client.query("insert into organisations (id, name) values ($1, 'House of keys')", [house]);
    for (const { name, email, role } of members) {
      await client.query(
        `with made as (
           insert into accounts (id, email, name, password_hash)
           select gen_random_uuid(), $2, $3, password_hash from accounts where email = $4 returning id
         ) insert into members (id, organisation_id, account_id, role) select gen_random_uuid(), $1, id, $5 from made`,
        [house, email, name, owner.email, role],
      );
    }
    await makeTwins(client, house);
    await makeFailing(client, house, failing);
    await makeTask(client, house, caseTitle);
  });
}

async function makeTwins(client: Client, house: string): Promise<void> {
  for (const address of ["one", "other"]) {
    await client.query(
      `with made as (
         insert into recipients (id, organisation_id, country, language) values (gen_random_uuid(), $1, 'GB', 'en')
         returning id, organisation_id
       ), named as (
         insert into recipient_texts (recipient_id, organisation_id, language, office, short, salutation)
         select id, organisation_id, 'en', 'Warden of the Keys', 'Warden', 'Dear Warden,' from made
       ) insert into addresses (id, organisation_id, recipient_id, channel, value, lane)
       select gen_random_uuid(), organisation_id, id, 'email', $2, 'warden.test' from made`,
      [house, `${address}-${house}@warden.test`],
    );
  }
}

async function makeFailing(client: Client, house: string, address: string): Promise<void> {
  await client.query(
    `with made as (
       insert into recipients (id, organisation_id, country, language) values (gen_random_uuid(), $1, 'NO', 'en')
       returning id, organisation_id
     ), named as (
       insert into recipient_texts (recipient_id, organisation_id, language, office, short, salutation)
       select id, organisation_id, 'en', 'Porter of the House', 'Porter', 'Dear Porter,' from made
     ) insert into addresses (id, organisation_id, recipient_id, channel, value, lane, status, failures, failed_at, failure_code)
     select gen_random_uuid(), organisation_id, id, 'email', $2, 'porter.test', 'failing', 3, now(), '5.1.1' from made`,
    [house, address],
  );
}

async function makeTask(client: Client, house: string, caseTitle: string): Promise<void> {
  await client.query(
    `with its_case as (
       insert into cases (id, organisation_id, title, country) values (gen_random_uuid(), $1, $2, 'GB') returning id
     ), made as (
       insert into campaigns (id, organisation_id, case_id, slug, default_language, sealed_key)
       select gen_random_uuid(), $1, id, $3, 'en', '\\x00' from its_case returning id
     ), revision as (
       insert into revisions (id, organisation_id, campaign_id, number) select gen_random_uuid(), $1, id, 1 from made
     ) insert into tasks (id, organisation_id, campaign_id, kind) select gen_random_uuid(), $1, id, 'returned' from made`,
    [house, caseTitle, `keys-${house}`],
  );
}
