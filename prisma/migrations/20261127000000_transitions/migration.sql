-- Whether a state may follow another is asked in the trigger's condition, where Postgres puts the function's own expression:
-- the trigger's function, many times as dear, is called only to refuse.
create or replace function refuse_transition() returns trigger language plpgsql as $$
begin
  raise exception '% may not follow % in %', new.state, old.state, tg_table_name using errcode = 'check_violation';
end
$$;
drop trigger letters_transition on letters;
create trigger letters_transition before update of state on letters for each row
  when (old.state <> new.state and not may_follow(old.state, new.state)) execute function refuse_transition();
drop trigger mails_transition on mails;
create trigger mails_transition before update of state on mails for each row
  when (old.state <> new.state and not may_follow(old.state, new.state)) execute function refuse_transition();
