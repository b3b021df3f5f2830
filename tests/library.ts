import { v7 as uuidv7 } from "uuid";
import { db } from "@/lib/db";
import type { ChosenRecipients } from "@/lib/recipients/choose-recipients";

/** A group of an organisation with these recipients in it. @returns its id */
export async function makeGroup({ id: organisationId }: { id: string }, recipients: string[] = []): Promise<string> {
  const id = uuidv7();
  await db().recipientGroup.create({ data: { id, organisationId, name: `Group ${id}` } });
  const data = recipients.map((recipientId) => ({ groupId: id, recipientId, organisationId }));
  await db().recipientGroupMember.createMany({ data });
  return id;
}

/** So many offices of an organisation in Kenya, by one statement: "Office 00001" and so on, each with a mailbox. */
export async function makeOffices({ id: organisationId }: { id: string }, count: number): Promise<void> {
  await db().$executeRaw`
    with made as (
      insert into recipients (id, organisation_id, country, language)
      select gen_random_uuid(), ${organisationId}::uuid, 'KE', 'en' from generate_series(1, ${count}::int) returning id
    ), numbered as (select id, lpad((row_number() over ())::text, 5, '0') as number from made),
    texts as (
      insert into recipient_texts (recipient_id, organisation_id, language, office, short, salutation)
      select id, ${organisationId}::uuid, 'en', 'Head of office ' || number, 'Office ' || number, 'Dear Sir,' from numbered
    )
    insert into addresses (id, organisation_id, recipient_id, channel, value, lane)
    select gen_random_uuid(), ${organisationId}::uuid, id, 'email', number || '@ministry.test', 'ministry.test' from numbered`;
}

/** Offices that were ticked in the library. */
export function ticked(...ids: string[]): ChosenRecipients {
  return { which: "ticked", ids };
}
