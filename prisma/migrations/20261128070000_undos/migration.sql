-- What a member did to many rows at once, for an hour: exactly those that were changed, so that it can be taken back.
create table undos (
  id uuid primary key,
  organisation_id uuid not null references organisations,
  member_id uuid not null references members,
  act text not null,
  what text not null default '',
  chosen integer not null,
  ids uuid[] not null,
  before jsonb not null default '{}',
  at timestamptz(3) not null default now(),
  undone_at timestamptz(3)
);

create index undos_at_idx on undos (at);
