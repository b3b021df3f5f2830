-- A confirmation that began before a revision was published cannot know of it: its statement sees the database as it was then.
-- So whoever adds letters asks once more at the end, behind the lock that publishing takes on the campaign. Each query of a
-- volatile function sees what was committed meanwhile.
create function hold_superseded_letters() returns trigger language plpgsql as $$
begin
  perform from campaigns where id in (select campaign_id from added) for key share;
  update letters l
  set state = 'held', hold_reason = 'superseded', state_at = now()
  from added a
  join revisions v on v.id = a.revision_id
  where l.id = a.id and l.state = 'queued' and exists (
    select from revisions later
    where later.campaign_id = v.campaign_id and later.number > v.number and later.supersedes_at is not null
  );
  return null;
end
$$;

create trigger letters_superseded after insert on letters referencing new table as added
  for each statement execute function hold_superseded_letters();
