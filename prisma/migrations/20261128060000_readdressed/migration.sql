-- Since when a letter goes to another address than before: a failure there is that address's own, whatever failed earlier.
alter table "letters" add column "readdressed_at" timestamptz(3);

create function note_readdressed() returns trigger language plpgsql as $$
begin
  new.readdressed_at := now();
  return new;
end
$$;
create trigger letters_note_readdressed before update of address_id on letters for each row
  when (new.address_id is distinct from old.address_id)
  execute function note_readdressed();
