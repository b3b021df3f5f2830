-- Which of its account's memberships a session goes on with.
alter table sessions add column member_id uuid;

alter table sessions add constraint sessions_member_id_fkey
  foreign key (member_id) references members (id) on delete set null on update cascade;
