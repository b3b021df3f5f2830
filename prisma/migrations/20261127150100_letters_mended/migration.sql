-- "Do not contact" is one word for an office and for those that were merged into it: their letters go by it.
update recipients g
set do_not_contact_at = s.do_not_contact_at, do_not_contact_reason = s.do_not_contact_reason
from recipients s
where s.id = g.merged_into_id
  and (g.do_not_contact_at, g.do_not_contact_reason) is distinct from (s.do_not_contact_at, s.do_not_contact_reason);

-- What was said of a STOP that was lifted before rounds were kept apart is over, so that the next one reaches everybody; one that
-- has come since is told to those it has passed by.
with over as (
  update mails m set over_at = now()
  from campaigns c
  where c.id = m.campaign_id and m.kind = 'stopped' and m.state <> 'cancelled' and m.over_at is null
    and (c.stopped_at is null or m.created_at < c.stopped_at)
  returning m.campaign_id
)
update campaigns set stop_told_at = null
where stopped_at is not null and id in (select campaign_id from over);

-- What was signed earlier and is confirmed now: written to an office that has been merged since, it goes to the one that stayed,
-- however often that was merged in turn (`merged_into_id` always names the last). Where that one stands in another version of the
-- letter, it stays where it is, and reads as its writer checked it. Nobody gets two: of those that come to one office the first that
-- is made is kept, and the statement that confirms makes ours before those a writer would have to send. Of two that are alike the
-- one to the office that stayed is kept, in whatever order they come. The locks let a merge and an approval finish first.
create or replace function follow_library() returns trigger language plpgsql as $$
declare
  into_id uuid;
  ended boolean;
  present uuid;
begin
  select r.merged_into_id into into_id from recipients r where r.id = new.recipient_id for key share;
  if into_id is not null then
    perform 1 from recipients r where r.id = into_id for key share;
  end if;
  -- Most offices were never merged: of those no other letter is looked for.
  if into_id is not null or exists (select from recipients r where r.merged_into_id = new.recipient_id) then
    if exists (
      select from letters l join recipients r on r.id = l.recipient_id
      where l.signature_id = new.signature_id and coalesce(r.merged_into_id, r.id) = coalesce(into_id, new.recipient_id)
    ) then
      return null;
    end if;
  end if;
  if into_id is not null then
    if exists (
      select from submissions s
      cross join lateral jsonb_to_recordset(s.routes) as o (recipient uuid, state delivery_state, hold hold_reason)
      where s.id = new.submission_id and o.recipient = into_id
        and (new.state = 'with_signer' or o.state = 'queued' or o.hold is not null)
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
