-- Letters that are confirmed while their address waits for a member's decision wait with those that did so before. The number
-- stands in lib/recipients/failures.ts too.
create function hold_letters_of_failing() returns trigger language plpgsql as $$
begin
  update letters l
  set state = 'held', hold_reason = 'address', state_at = now()
  from added a
  join addresses d on d.id = a.address_id
  where l.id = a.id and l.state = 'queued' and d.status = 'failing' and d.failures >= 3;
  return null;
end
$$;

create trigger letters_failing after insert on letters referencing new table as added
  for each statement execute function hold_letters_of_failing();
