alter table organisations
  add column needs_approval boolean not null default false,
  add column shows_verified boolean not null default false;

alter table campaigns
  add column edited_by uuid,
  add column scheduled_at timestamptz(3),
  add column scheduled_zone text,
  add column scheduled_by uuid,
  add column overdue_at timestamptz(3),
  add column stopped_at timestamptz(3),
  add column stop_reason text,
  add column stop_note text,
  add column stop_discreet boolean not null default false,
  add column stop_told_at timestamptz(3);

create type review_decision as enum ('approved', 'returned', 'overtaken');
create type task_kind as enum ('approve', 'returned', 'schedule_failed', 'deadline_passed');
create type audience as enum ('public', 'members');

create table reviews (
  id uuid not null primary key,
  organisation_id uuid not null,
  campaign_id uuid not null references campaigns (id) on delete restrict on update cascade,
  mark text not null,
  submitted_by uuid not null,
  submitted_at timestamptz(3) not null default current_timestamp,
  decision review_decision,
  decided_by uuid,
  decided_at timestamptz(3),
  reason text not null default ''
);
create index reviews_campaign_id_id_idx on reviews (campaign_id, id desc);
create unique index reviews_open on reviews (campaign_id) where decision is null;

create table tasks (
  id uuid not null primary key,
  organisation_id uuid not null,
  campaign_id uuid not null references campaigns (id) on delete restrict on update cascade,
  kind task_kind not null,
  subject_id uuid,
  since timestamptz(3) not null default current_timestamp,
  done_by uuid,
  done_at timestamptz(3)
);
create index tasks_organisation_id_since_idx on tasks (organisation_id, since desc);
create unique index tasks_open on tasks (campaign_id, kind) where done_at is null;

create table outcomes (
  id uuid not null primary key,
  organisation_id uuid not null,
  case_id uuid not null references cases (id) on delete restrict on update cascade,
  campaign_id uuid references campaigns (id) on delete set null on update cascade,
  happened_on date not null,
  language text not null,
  text text not null,
  source text not null default '',
  audience audience not null,
  recorded_by uuid not null,
  recorded_at timestamptz(3) not null default current_timestamp,
  retracted_at timestamptz(3)
);
create index outcomes_case_id_happened_on_idx on outcomes (case_id, happened_on desc);

create index campaigns_scheduled on campaigns (scheduled_at) where state = 'scheduled';
create index campaigns_past_deadline on campaigns (deadline_at) where deadline_at is not null and published_at is not null;
create index campaigns_follows_id_idx on campaigns (follows_id);
create index campaigns_stopped on campaigns (stopped_at) where stopped_at is not null;

-- Nobody is told twice that an appeal was stopped. What was taken back before it left does not count.
create unique index mails_stopped on mails (campaign_id, signature_id) where kind = 'stopped' and state <> 'cancelled';

-- Whether letters of a campaign may leave by what the campaign itself says. Asked at the claim and at the fence, so that a STOP
-- and a deadline hold by themselves, whether or not somebody has held the letters yet.
create function campaign_sends(state campaign_state, stopped_at timestamptz, deadline_at timestamptz) returns boolean
  language sql stable parallel safe as $$
  select state in ('live', 'closed') and stopped_at is null and (deadline_at is null or deadline_at > now())
$$;
