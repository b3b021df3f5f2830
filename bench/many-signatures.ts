import type { Pool } from "pg";
import { v4 as uuidv4, v7 as uuidv7 } from "uuid";
import { getCampaignKeys } from "@/lib/privacy/campaign-key";
import { emailKeyOf } from "@/lib/privacy/email-keys";
import { seal } from "@/lib/privacy/sealing";
import type { World } from "@/tests/factories";

const atOnce = 5000;
const days = 30;
const countries = "KR JP US GB DE FR CA AU NL SE NO DK CH AT BE ES IT PT IE NZ IN PH TH MN TW BR MX ZA KE EG".split(
  " ",
);
const languages = ["en", "en", "en", "ar"];
const partners = ["", "", "newsletter", "chapter-seoul", "chapter-paris"];
const ownWords =
  "I am writing as a teacher who has followed this case for years. Please let him stay where he is safe. ";

/** The address of a numbered signer. */
export function emailOf(row: number): string {
  return `signer-${row}@mail-${row % 50}.example.org`;
}

/**
 * Confirmed signatures, spread over a month, each really sealed, with a letter to each of two recipients: one accepted by a
 * mail server, one with its writer. Some thousand in one statement; the next ones are sealed while Postgres writes.
 */
export async function makeManySignatures(pool: Pool, world: World, count: number): Promise<void> {
  const { data, pepper } = await getCampaignKeys(world.campaign.id);
  const start = Date.now() - days * 24 * 3_600_000;
  let writing: Promise<unknown> = Promise.resolve();
  for (let first = 0; first < count; first += atOnce) {
    const rows = Array.from({ length: Math.min(atOnce, count - first) }, (_, n) => {
      const row = first + n;
      const at = Math.floor(start + (row / count) * days * 24 * 3_600_000);
      return signatureOf(row, at, { data, pepper });
    });
    await writing;
    writing = write(pool, world, rows);
  }
  await writing;
}

type Made = ReturnType<typeof signatureOf>;

function signatureOf(row: number, msecs: number, { data, pepper }: { data: Buffer; pepper: Buffer }) {
  const submission = uuidv4();
  const country = countries[row % countries.length] ?? "KR";
  const typed = {
    name: `Ann Example ${row}`,
    email: emailOf(row),
    country,
    body: "I ask you not to send him back. ".repeat(12),
    ownWords: ownWords.repeat(1 + (row % 3)),
    disclosure: "full",
  };
  return {
    id: uuidv7({ msecs }),
    submission,
    letters: [uuidv7({ msecs }), uuidv7({ msecs })] as const,
    at: new Date(msecs),
    country,
    language: languages[row % languages.length] ?? "en",
    partner: partners[row % partners.length] ?? "",
    emailKey: emailKeyOf(typed.email, pepper),
    sealed: seal(data, JSON.stringify(typed), `submission:${submission}`),
  };
}

// What is sealed and hashed comes as one string of bytes each, cut apart there: an array of bytes would be written out in hex.
const statement = `
with made as (
  select r.*, substring($9::bytea from (32 * (n - 1) + 1)::int for 32) as email_key,
    substring($10::bytea from r.begins for r.length) as sealed
  from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[], $5::timestamptz[], $6::text[], $7::text[], $8::text[],
    $11::int[], $12::int[]) with ordinality
    as r (id, submission, first_letter, second_letter, at, country, language, partner, begins, length, n)
), signed as (
  insert into signatures (id, organisation_id, campaign_id, submission_id, state, state_at, email_key, domain_key, country,
    language, partner, disclosure, created_at, confirmed_at)
  select id, $13, $14, submission, 'confirmed', at, email_key, sha256(('d' || n % 50)::bytea), country, language, partner,
    'full', at, at
  from made order by n
), kept as (
  insert into submissions (id, organisation_id, campaign_id, revision_id, signature_id, sealed, email_key, country,
    language, letter_language, partner, created_at, submitted_at, expires_at)
  select submission, $13, $14, $15, id, sealed, email_key, country, language, language, partner, at, at, at
  from made order by n
)
insert into letters (id, organisation_id, campaign_id, signature_id, submission_id, revision_id, recipient_id, holder_id,
  address_id, channel, language, country, signer_language, partner, lane, state, state_at, attempt_count, created_at)
select case to_whom.nth when 1 then first_letter else second_letter end, $13, $14, m.id, m.submission, $15, to_whom.recipient,
  to_whom.holder, to_whom.address, to_whom.channel, m.language, m.country, m.language, m.partner, to_whom.lane, to_whom.state,
  m.at, 2 - to_whom.nth, m.at
from made m, jsonb_to_recordset($16::jsonb)
  as to_whom (nth int, recipient uuid, holder uuid, address uuid, channel channel, lane text, state delivery_state)
order by m.n`;

async function write(pool: Pool, world: World, rows: Made[]): Promise<void> {
  const column = <T>(pick: (row: Made) => T): T[] => rows.map(pick);
  const lengths = column(({ sealed }) => sealed.length);
  let begins = 1;
  const begin = lengths.map((length) => (begins += length) - length);
  const offices = [world.minister, world.ambassador].map((office, at) => ({
    nth: at + 1,
    recipient: office.id,
    holder: office.holderId,
    address: office.addressId,
    channel: office.channel,
    lane: office.lane,
    state: at === 0 ? "accepted" : "with_signer",
  }));
  const { organisationId, id: campaignId } = world.campaign;
  await pool.query({
    name: "many-signatures",
    text: statement,
    values: [
      column(({ id }) => id),
      column(({ submission }) => submission),
      column(({ letters: [one] }) => one),
      column(({ letters: [, other] }) => other),
      column(({ at }) => at),
      column(({ country }) => country),
      column(({ language }) => language),
      column(({ partner }) => partner),
      Buffer.concat(column(({ emailKey }) => emailKey)),
      Buffer.concat(column(({ sealed }) => sealed)),
      begin,
      lengths,
      organisationId,
      campaignId,
      world.revision.id,
      JSON.stringify(offices),
    ],
  });
}
