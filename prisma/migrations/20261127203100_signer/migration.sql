-- A campaign says how much of themselves its signers may let recipients know: something at least.
alter table campaigns add column disclosures disclosure[] not null default '{full,initials,counted}';
alter table campaigns add constraint campaigns_disclosures check (cardinality(disclosures) > 0);

-- News of a case goes to those who asked for it, once for each appeal that follows. What is open already is none.
alter table campaigns add column news_told_at timestamptz(3);
update campaigns set news_told_at = now() where published_at is not null;
create index campaigns_news on campaigns (published_at) where follows_id is not null and news_told_at is null;
alter table mails add column about_id uuid references campaigns (id) on delete restrict on update cascade;
alter table mails add constraint mails_about check ((kind = 'news') = (about_id is not null));
create unique index mails_news on mails (signature_id, about_id) where kind = 'news';
create index signatures_news on signatures (campaign_id, id) where news_consent_at is not null;

-- Whose letter could not be handed over is told so, once. What has failed by now is past.
alter table letters add column failure_told_at timestamptz(3);
update letters set failure_told_at = now() where state in ('failed', 'bounced', 'expired');
create index letters_failure_untold on letters (state_at) where state in ('failed', 'bounced', 'expired') and failure_told_at is null;
create unique index mails_letter_failed on mails (signature_id) where kind = 'letter_failed';
