-- How the letters of a campaign are written: a paragraph is added to a text that stays as it is, the text is edited, or the whole
-- is written in one's own words. In a sensitive campaign nothing is offered to be kept on a writer's device.
create type writing_way as enum ('paragraph', 'edit', 'own');
alter table campaigns add column writing writing_way not null default 'edit';
alter table campaigns add column sensitive boolean not null default false;

-- What the newest letters of a campaign are known again by, sealed under the campaign's key: which passages of a letter are its
-- writer's own, as keyed hashes. It goes with the signature.
create table letter_sketches (
  signature_id uuid primary key references signatures (id) on delete cascade,
  campaign_id uuid not null references campaigns (id),
  sealed bytea not null,
  created_at timestamptz(3) not null default now()
);
create index letter_sketches_campaign on letter_sketches (campaign_id, signature_id desc);
