-- The lane of a mail of ours may be one family's domain, the same in every campaign: it goes when the mail needs none any more,
-- whatever ended it.
create function forget_lane() returns trigger language plpgsql as $$
begin
  new.lane := '';
  return new;
end
$$;
create trigger mails_forget_lane before update of state on mails for each row
  when (new.lane <> '' and new.state in ('accepted', 'bounced', 'failed', 'cancelled', 'captured', 'unknown', 'quarantined', 'expired'))
  execute function forget_lane();

update mails set lane = ''
where lane <> '' and state in ('accepted', 'bounced', 'failed', 'cancelled', 'captured', 'unknown', 'quarantined', 'expired');
