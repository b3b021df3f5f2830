-- No letter waits for an address that was given up: whatever it was held for, or whoever had it in hand, it is held for an address
-- now. Fires after letters_stay_superseded, whose reason stays, and before letters_transition: triggers fire in the order of their
-- names. Of a letter that leaves or is taken by a server nothing is asked.
create function stay_unreachable() returns trigger language plpgsql as $$
begin
  if exists (select from addresses where id = new.address_id and status = 'dead') then
    new.state := 'held';
    new.hold_reason := 'address';
  end if;
  return new;
end
$$;
create trigger letters_stay_unreachable before update of state on letters for each row
  when (new.state in ('queued', 'waiting') and old.state <> 'with_signer' and new.address_id is not null)
  execute function stay_unreachable();

-- Letters that are confirmed for an address that was given up, or that waits for a member's decision, wait with those that did so
-- before. The number stands in lib/recipients/failures.ts too.
create or replace function hold_letters_of_failing() returns trigger language plpgsql as $$
begin
  update letters l
  set state = 'held', hold_reason = 'address', state_at = now()
  from added a
  join addresses d on d.id = a.address_id
  where l.id = a.id and l.state = 'queued' and (d.status = 'dead' or (d.status = 'failing' and d.failures >= 3));
  return null;
end
$$;
