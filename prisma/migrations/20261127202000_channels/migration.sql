-- Whether writers are asked to send what goes by e-mail from their own mail program. Each of them may choose otherwise.
alter table campaigns add column prefers_own_client boolean not null default false;
