-- AlterEnum
ALTER TYPE "hold_reason" ADD VALUE 'breaker';
ALTER TYPE "hold_reason" ADD VALUE 'ambiguous';

-- CreateEnum
CREATE TYPE "when_ambiguous" AS ENUM ('resend', 'hold');

-- CreateEnum
CREATE TYPE "pause_scope" AS ENUM ('installation', 'organisation', 'campaign', 'recipient', 'lane');

-- CreateEnum
CREATE TYPE "pause_cause" AS ENUM ('member', 'restored');

-- AlterTable
ALTER TABLE "installation" ADD COLUMN "database_stamp" TEXT;

-- AlterTable
ALTER TABLE "campaigns" ADD COLUMN "drip" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN "office_hours" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN "when_ambiguous" "when_ambiguous" NOT NULL DEFAULT 'resend';

-- AlterTable
ALTER TABLE "addresses" ADD COLUMN "failed_at" TIMESTAMPTZ(3),
ADD COLUMN "failures" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN "failure_code" TEXT,
ADD COLUMN "failure_response" TEXT;

-- AlterTable
ALTER TABLE "letters" ADD COLUMN "tried_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "mails" ADD COLUMN "tried_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "lanes" (
    "name" TEXT NOT NULL,
    "rate" DOUBLE PRECISION,
    "tokens" DOUBLE PRECISION,
    "filled_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "slowed_at" TIMESTAMPTZ(3),
    "raised_at" TIMESTAMPTZ(3),
    "refusals" INTEGER NOT NULL DEFAULT 0,
    "refused_at" TIMESTAMPTZ(3),
    "returns" INTEGER NOT NULL DEFAULT 0,
    "returned_at" TIMESTAMPTZ(3),
    "opened_at" TIMESTAMPTZ(3),
    "probed_at" TIMESTAMPTZ(3),
    "taken_at" TIMESTAMPTZ(3),
    "probe_at" TIMESTAMPTZ(3),
    "probes" INTEGER NOT NULL DEFAULT 0,
    "code" INTEGER,
    "enhanced_code" TEXT,
    "response" TEXT,

    CONSTRAINT "lanes_pkey" PRIMARY KEY ("name")
);

-- CreateTable
CREATE TABLE "drips" (
    "campaign_id" UUID NOT NULL,
    "last_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "drips_pkey" PRIMARY KEY ("campaign_id")
);

-- CreateTable
CREATE TABLE "pauses" (
    "id" UUID NOT NULL,
    "scope" "pause_scope" NOT NULL,
    "organisation_id" UUID,
    "subject_id" UUID,
    "lane" TEXT,
    "cause" "pause_cause" NOT NULL DEFAULT 'member',
    "reason" TEXT NOT NULL DEFAULT '',
    "made_by" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_by" UUID,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "pauses_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "bounces" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "letter_id" UUID,
    "mail_id" UUID,
    "digest" BYTEA NOT NULL,
    "action" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "response" TEXT NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "bounces_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "delivery_minutes" (
    "campaign_id" UUID NOT NULL,
    "recipient_id" UUID NOT NULL,
    "minute" TIMESTAMPTZ(3) NOT NULL,
    "state" "tally_state" NOT NULL,
    "count" BIGINT NOT NULL,

    CONSTRAINT "delivery_minutes_pkey" PRIMARY KEY ("campaign_id","recipient_id","minute","state")
);

-- CreateIndex
CREATE UNIQUE INDEX "bounces_digest_key" ON "bounces"("digest");

-- CreateIndex
CREATE INDEX "bounces_letter_id_idx" ON "bounces"("letter_id");

-- CreateIndex
CREATE INDEX "delivery_minutes_minute_idx" ON "delivery_minutes"("minute");

-- AddForeignKey
ALTER TABLE "drips" ADD CONSTRAINT "drips_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "campaigns"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pauses" ADD CONSTRAINT "pauses_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "delivery_minutes" ADD CONSTRAINT "delivery_minutes_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "campaigns"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- ── What Prisma cannot say ───────────────────────────────────────────────────────────────────────────────────────────

alter table bounces add constraint bounces_of_one check (num_nonnulls(letter_id, mail_id) = 1);
alter table pauses add constraint pauses_of_something check (
  case scope
    when 'installation' then organisation_id is null and subject_id is null and lane is null
    when 'organisation' then organisation_id is not null and subject_id is null and lane is null
    when 'lane' then organisation_id is not null and subject_id is null and lane is not null
    else organisation_id is not null and subject_id is not null and lane is null
  end
);
create unique index pauses_open on pauses (scope, organisation_id, subject_id, lane) nulls not distinct where ended_at is null;

-- Letters are claimed by lane, campaign and recipient: so that the next of each can be found without reading the others.
drop index letters_due;
create index letters_due on letters (lane, campaign_id, recipient_id, due_at) where state in ('queued', 'waiting');

create index letters_held on letters (lane, hold_reason) where state = 'held';

-- What a mail server said, as the statement that marks letters carries it along.
create type lane_word as (code integer, enhanced_code text, response text);

-- Every address has its lane from the start.
create function add_lane() returns trigger language plpgsql as $$
begin
  insert into lanes (name) values (new.lane) on conflict do nothing;
  return null;
end
$$;
create trigger addresses_lane after insert or update of lane on addresses for each row execute function add_lane();
insert into lanes (name) select distinct lane from addresses union select distinct lane from letters on conflict do nothing;

-- Whether letters are kept from leaving by a member, or because this is a restored copy. Asked at the claim and at the fence.
create function delivery_paused(organisation uuid, campaign uuid, recipient uuid, lane text) returns boolean
  language sql stable parallel safe as $$
  select exists (
    select from pauses p
    where p.ended_at is null and case p.scope
      when 'installation' then true
      when 'organisation' then p.organisation_id = organisation
      when 'campaign' then p.subject_id = campaign
      when 'recipient' then p.subject_id = recipient
      when 'lane' then p.organisation_id = organisation and p.lane = delivery_paused.lane
    end
  )
$$;

-- Weekdays from 8 to 18 in a time zone (days of the weekend by ISO 8601: Monday is 1). A zone this server does not know must
-- not stop all letters.
create function office_open(zone text, weekend integer[]) returns boolean language plpgsql stable as $$
declare
  there timestamp;
begin
  there := now() at time zone zone;
  return not extract(isodow from there)::integer = any (weekend) and extract(hour from there) between 8 and 17;
exception when invalid_parameter_value then
  return true;
end
$$;

-- Names this very database. A dump that is loaded elsewhere, or over itself, has other ids; a physical backup that is recovered
-- to a point in time goes on in another timeline.
create function database_stamp() returns text language plpgsql stable as $$
declare
  control text := '';
begin
  begin
    select system.system_identifier || ':' || checkpoint.timeline_id into control
    from pg_control_system() system, pg_control_checkpoint() checkpoint;
  exception when insufficient_privilege then
    -- Some hosts keep these to themselves; the ids below are enough for a dump.
  end;
  return control || ':' || (select oid from pg_database where datname = current_database()) || ':' || 'letters'::regclass::oid;
end
$$;

-- ── What may follow what ─────────────────────────────────────────────────────────────────────────────────────────────
-- The same table stands in lib/letters/states.ts; a test holds them together. A statement that would write anything else is
-- a defect, and fails.

create function may_follow(old delivery_state, new delivery_state) returns boolean language sql immutable parallel safe as $$
  select new::text = any (case old::text
    when 'queued' then '{claimed,held,with_signer,cancelled,expired}'
    when 'claimed' then '{transmitting,captured,queued,waiting,held,failed,quarantined,cancelled}'
    when 'transmitting' then '{accepted,waiting,failed,unknown,held,queued}'
    when 'accepted' then '{bounced}'
    when 'bounced' then '{queued}'
    when 'waiting' then '{claimed,queued,held,with_signer,cancelled,expired}'
    when 'held' then '{queued,with_signer,cancelled,expired,unknown}'
    when 'unknown' then '{accepted,bounced,queued,held}'
    when 'failed' then '{queued,held}'
    when 'quarantined' then '{queued,cancelled}'
    when 'with_signer' then '{self_reported,cancelled,queued}'
    when 'self_reported' then '{with_signer}'
    else '{}'
  end::text[])
$$;

create function refuse_transition() returns trigger language plpgsql as $$
begin
  if not may_follow(old.state, new.state) then
    raise exception '% may not follow % in %', new.state, old.state, tg_table_name using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger letters_transition before update of state on letters for each row
  when (old.state <> new.state) execute function refuse_transition();
create trigger mails_transition before update of state on mails for each row
  when (old.state <> new.state) execute function refuse_transition();
