-- A letter whose revision was superseded while it was held for something else (a STOP, a deadline, a consent) is not let go with
-- that: it waits for what becomes of superseded ones. Fires after letters_hold_reason, which forgets the reason, and before
-- letters_transition: triggers fire in the order of their names.
create function stay_superseded() returns trigger language plpgsql as $$
begin
  if exists (
    select from revisions r join revisions later on later.campaign_id = r.campaign_id and later.number > r.number
    where r.id = old.revision_id and later.supersedes_at is not null
  ) then
    new.state := 'held';
    new.hold_reason := 'superseded';
  end if;
  return new;
end
$$;
create trigger letters_stay_superseded before update of state on letters for each row
  when (old.state = 'held' and new.state = 'queued' and old.hold_reason <> 'superseded') execute function stay_superseded();
