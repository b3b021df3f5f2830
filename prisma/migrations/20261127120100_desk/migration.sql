-- What was signed earlier and is confirmed now: written to an office that has been merged since, it goes to the one that stayed,
-- however often that was merged in turn (`merged_into_id` always names the last). Where that one stands in another version of the
-- letter, it stays where it is, and reads as its writer checked it. Nobody gets two: who also writes to the office that stayed, or
-- to another that was merged into it, writes that letter alone. The locks let a merge and an approval finish first.
create or replace function follow_library() returns trigger language plpgsql as $$
declare
  into_id uuid;
  ended boolean;
  present uuid;
begin
  select r.merged_into_id into into_id from recipients r where r.id = new.recipient_id for key share;
  if into_id is not null then
    perform 1 from recipients r where r.id = into_id for key share;
    if exists (
      select from submissions s cross join lateral jsonb_to_recordset(s.routes) as o (recipient uuid)
      where s.id = new.submission_id and o.recipient = into_id
    ) or exists (
      select from letters l join recipients r on r.id = l.recipient_id
      where l.signature_id = new.signature_id and coalesce(r.merged_into_id, r.id) = into_id
    ) then
      return null;
    end if;
    new.address_id := coalesce((
      select a.id from addresses d join addresses a on a.recipient_id = into_id and a.channel = d.channel and a.value = d.value
        and a.retired_at is null
      where d.id = new.address_id
    ), new.address_id);
    if coalesce((
      select v.key from version_recipients v where v.revision_id = new.revision_id and v.recipient_id = new.recipient_id
    ), '') is distinct from coalesce((
      select v.key from version_recipients v where v.revision_id = new.revision_id and v.recipient_id = into_id
    ), '') then
      return new;
    end if;
    new.recipient_id := into_id;
  end if;
  select h.until is not null into ended from holders h where h.id = new.holder_id;
  if ended or into_id is not null then
    select h.id into present from holders h
    where h.recipient_id = new.recipient_id and h.until is null and h.approved_at is not null
    order by h.since desc limit 1;
    new.holder_id := coalesce(present, new.holder_id);
  end if;
  return new;
end
$$;

-- A STOP that was lifted is over with its service mails; so is what was said of the lifting once it is stopped again. Each round
-- tells everybody once.
alter table campaigns add column lifted_at timestamptz(3), add column lift_told_at timestamptz(3);
alter table mails add column over_at timestamptz(3);
drop index mails_stopped;
create unique index mails_stopped on mails (campaign_id, signature_id)
  where kind = 'stopped' and state <> 'cancelled' and over_at is null;
create unique index mails_lifted on mails (campaign_id, signature_id)
  where kind = 'lifted' and state <> 'cancelled' and over_at is null;
create index mails_over on mails (campaign_id, over_at) where over_at is not null;
create index campaigns_lifted on campaigns (lifted_at) where lifted_at is not null and lift_told_at is null;

-- Offices that share an address and that a member said are different ones: not proposed as duplicates until another joins them.
create table offices_apart (
  organisation_id uuid not null references organisations (id) on delete restrict on update cascade,
  channel channel not null,
  value text not null,
  recipient_id uuid not null references recipients (id) on delete cascade on update cascade,
  account_id uuid not null references accounts (id) on delete restrict on update cascade,
  at timestamptz(3) not null default clock_timestamp(),
  primary key (organisation_id, channel, value, recipient_id)
);
create index offices_apart_recipient_id_idx on offices_apart (recipient_id);

-- Embassies and governments that rules reach have no place in a campaign's list that could say how long a letter may be.
alter table campaigns add column reached_limit integer;
