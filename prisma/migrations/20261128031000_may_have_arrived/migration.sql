-- A letter that could not be made waits like the others where its address was given up. One whose writer withdraws, though it may
-- have arrived, is unknown, wherever it waits.
create or replace function may_follow(old delivery_state, new delivery_state) returns boolean language sql immutable parallel safe as $$
  select new::text = any (case old::text
    when 'queued' then '{claimed,held,with_signer,cancelled,expired,unknown}'
    when 'claimed' then '{transmitting,captured,queued,waiting,held,failed,quarantined,cancelled,unknown}'
    when 'transmitting' then '{accepted,waiting,failed,unknown,held,queued}'
    when 'accepted' then '{bounced}'
    when 'bounced' then '{queued,held}'
    when 'waiting' then '{claimed,queued,held,with_signer,cancelled,expired,unknown}'
    when 'held' then '{queued,with_signer,cancelled,expired,unknown}'
    when 'unknown' then '{accepted,bounced,queued,held}'
    when 'failed' then '{queued,held}'
    when 'quarantined' then '{queued,held,cancelled,unknown}'
    when 'with_signer' then '{self_reported,cancelled,queued}'
    when 'self_reported' then '{with_signer}'
    else '{}'
  end::text[])
$$;
