-- CreateEnum
CREATE TYPE "role" AS ENUM ('owner', 'campaigner', 'analyst', 'translator');

-- CreateEnum
CREATE TYPE "age" AS ENUM ('adult', 'minor', 'unknown');

-- CreateEnum
CREATE TYPE "consent_scope" AS ENUM ('name', 'picture', 'press');

-- CreateEnum
CREATE TYPE "consent_giver" AS ENUM ('person', 'family', 'lawyer', 'organisation');

-- CreateEnum
CREATE TYPE "campaign_kind" AS ENUM ('urgent_action', 'further_information', 'stop', 'outcome');

-- CreateEnum
CREATE TYPE "campaign_state" AS ENUM ('draft', 'in_review', 'scheduled', 'live', 'paused', 'closed', 'archived');

-- CreateEnum
CREATE TYPE "distribution" AS ENUM ('network_only', 'web', 'press');

-- CreateEnum
CREATE TYPE "campaign_nature" AS ENUM ('real', 'example');

-- CreateEnum
CREATE TYPE "holder_status" AS ENUM ('in_office', 'acting', 'vacant');

-- CreateEnum
CREATE TYPE "channel" AS ENUM ('email', 'fax', 'post', 'web_form', 'own_client');

-- CreateEnum
CREATE TYPE "address_status" AS ENUM ('working', 'failing', 'dead');

-- CreateEnum
CREATE TYPE "recipient_role" AS ENUM ('to', 'copy');

-- CreateEnum
CREATE TYPE "signature_origin" AS ENUM ('online', 'paper', 'event');

-- CreateEnum
CREATE TYPE "signature_state" AS ENUM ('pending', 'confirmed', 'withdrawn', 'invalidated', 'erased');

-- CreateEnum
CREATE TYPE "disclosure" AS ENUM ('full', 'initials', 'counted');

-- CreateEnum
CREATE TYPE "delivery_state" AS ENUM ('queued', 'claimed', 'transmitting', 'accepted', 'bounced', 'waiting', 'held', 'unknown', 'failed', 'quarantined', 'cancelled', 'expired', 'captured', 'with_signer', 'self_reported');

-- CreateEnum
CREATE TYPE "mail_kind" AS ENUM ('confirmation', 'already_signed');

-- CreateEnum
CREATE TYPE "attempt_phase" AS ENUM ('claimed', 'transmitting', 'ended', 'recovered');

-- CreateEnum
CREATE TYPE "tally_state" AS ENUM ('signed', 'confirmed', 'withdrawn', 'invalidated', 'erased', 'on_paper', 'queued', 'accepted', 'bounced', 'held', 'failed', 'unknown', 'quarantined', 'cancelled', 'expired', 'captured', 'with_signer', 'self_reported');

-- CreateTable
CREATE TABLE "installation" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "key_fingerprint" BYTEA NOT NULL,
    "set_up_key" BYTEA,
    "set_up_at" TIMESTAMPTZ(3),

    CONSTRAINT "installation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "organisations" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "sender_name" TEXT,
    "sender_address" TEXT,
    "privacy_text" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "organisations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "accounts" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "password_hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "accounts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "members" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "role" "role" NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "members_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sessions" (
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "sessions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_events" (
    "id" UUID NOT NULL,
    "organisation_id" UUID,
    "account_id" UUID,
    "action" TEXT NOT NULL,
    "subject_type" TEXT,
    "subject_id" UUID,
    "reason" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "audit_events_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "cases" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "country" CHAR(2) NOT NULL,
    "summary" TEXT NOT NULL DEFAULT '',
    "verified_at" TIMESTAMPTZ(3),
    "verified_by" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "cases_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "persons_at_risk" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "public_name" TEXT,
    "original_script" TEXT,
    "aliases" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "pronoun" TEXT,
    "age" "age" NOT NULL DEFAULT 'unknown',
    "note" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "persons_at_risk_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "consents" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "given_by" "consent_giver" NOT NULL,
    "scopes" "consent_scope"[],
    "given_on" DATE NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "consents_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "campaigns" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "follows_id" UUID,
    "slug" TEXT NOT NULL,
    "kind" "campaign_kind" NOT NULL DEFAULT 'urgent_action',
    "nature" "campaign_nature" NOT NULL DEFAULT 'real',
    "state" "campaign_state" NOT NULL DEFAULT 'draft',
    "state_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "distribution" "distribution",
    "distribution_permitted_by" TEXT,
    "distribution_permitted_at" TIMESTAMPTZ(3),
    "default_language" TEXT NOT NULL,
    "deadline_at" TIMESTAMPTZ(3),
    "deadline_zone" TEXT,
    "goal" INTEGER,
    "sealed_key" BYTEA,
    "key_forgotten_at" TIMESTAMPTZ(3),
    "published_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "campaigns_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "originals" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "campaign_id" UUID NOT NULL,
    "sealed_bytes" BYTEA,
    "media_type" TEXT NOT NULL,
    "encoding" TEXT NOT NULL,
    "originator" TEXT,
    "originator_place" TEXT,
    "forwarder" TEXT,
    "forwarder_place" TEXT,
    "reference" TEXT,
    "incident_on" DATE,
    "issued_on" DATE,
    "received_at" TIMESTAMPTZ(3),

    CONSTRAINT "originals_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "revisions" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "campaign_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "published_at" TIMESTAMPTZ(3),
    "supersedes_at" TIMESTAMPTZ(3),

    CONSTRAINT "revisions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "appeal_texts" (
    "revision_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "language" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "request" TEXT NOT NULL,
    "summary" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "notice" TEXT NOT NULL DEFAULT '',
    "write_hint" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "appeal_texts_pkey" PRIMARY KEY ("revision_id","language")
);

-- CreateTable
CREATE TABLE "sample_letters" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "revision_id" UUID NOT NULL,
    "language" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "opening" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "closing" TEXT NOT NULL,
    "requests" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "own_words_prompt" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "sample_letters_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "recipients" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "country" CHAR(2) NOT NULL,
    "language" TEXT NOT NULL,
    "time_zone" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "recipients_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "recipient_texts" (
    "recipient_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "language" TEXT NOT NULL,
    "office" TEXT NOT NULL,
    "short" TEXT NOT NULL,
    "body" TEXT NOT NULL DEFAULT '',
    "salutation" TEXT NOT NULL,

    CONSTRAINT "recipient_texts_pkey" PRIMARY KEY ("recipient_id","language")
);

-- CreateTable
CREATE TABLE "holders" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "recipient_id" UUID NOT NULL,
    "name" TEXT,
    "status" "holder_status" NOT NULL DEFAULT 'in_office',
    "since" DATE,
    "until" DATE,
    "approved_at" TIMESTAMPTZ(3),

    CONSTRAINT "holders_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "addresses" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "recipient_id" UUID NOT NULL,
    "channel" "channel" NOT NULL,
    "value" TEXT NOT NULL,
    "raw" TEXT,
    "lane" TEXT NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,
    "status" "address_status" NOT NULL DEFAULT 'working',
    "last_worked_at" TIMESTAMPTZ(3),
    "retired_at" TIMESTAMPTZ(3),

    CONSTRAINT "addresses_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "embassies" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "recipient_id" UUID NOT NULL,
    "represents" CHAR(2) NOT NULL,
    "host" CHAR(2) NOT NULL,
    "covers_also" TEXT[] DEFAULT ARRAY[]::TEXT[],

    CONSTRAINT "embassies_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "campaign_recipients" (
    "campaign_id" UUID NOT NULL,
    "recipient_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "role" "recipient_role" NOT NULL DEFAULT 'to',
    "position" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "campaign_recipients_pkey" PRIMARY KEY ("campaign_id","recipient_id")
);

-- CreateTable
CREATE TABLE "signatures" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "campaign_id" UUID NOT NULL,
    "submission_id" UUID,
    "origin" "signature_origin" NOT NULL DEFAULT 'online',
    "state" "signature_state" NOT NULL DEFAULT 'pending',
    "state_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "email_key" BYTEA,
    "domain_key" BYTEA,
    "country" CHAR(2) NOT NULL,
    "language" TEXT NOT NULL,
    "partner" TEXT NOT NULL DEFAULT '',
    "disclosure" "disclosure" NOT NULL,
    "news_consent_at" TIMESTAMPTZ(3),
    "public_name_consent_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "confirmed_at" TIMESTAMPTZ(3),

    CONSTRAINT "signatures_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "submissions" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "campaign_id" UUID NOT NULL,
    "revision_id" UUID NOT NULL,
    "signature_id" UUID,
    "sealed" BYTEA,
    "email_key" BYTEA,
    "domain_key" BYTEA,
    "limit_key" BYTEA,
    "mail_lane" TEXT NOT NULL DEFAULT '',
    "country" CHAR(2) NOT NULL DEFAULT '',
    "language" TEXT NOT NULL,
    "letter_language" TEXT NOT NULL,
    "partner" TEXT NOT NULL DEFAULT '',
    "disclosure" "disclosure" NOT NULL DEFAULT 'full',
    "news_consent" BOOLEAN NOT NULL DEFAULT false,
    "public_name_consent" BOOLEAN NOT NULL DEFAULT false,
    "routes" JSONB NOT NULL DEFAULT '[]',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL DEFAULT now() + interval '1 hour',
    "submitted_at" TIMESTAMPTZ(3),

    CONSTRAINT "submissions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "letters" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "campaign_id" UUID NOT NULL,
    "signature_id" UUID NOT NULL,
    "submission_id" UUID NOT NULL,
    "revision_id" UUID NOT NULL,
    "recipient_id" UUID NOT NULL,
    "holder_id" UUID,
    "address_id" UUID,
    "channel" "channel" NOT NULL,
    "language" TEXT NOT NULL,
    "country" CHAR(2) NOT NULL,
    "signer_language" TEXT NOT NULL,
    "partner" TEXT NOT NULL DEFAULT '',
    "lane" TEXT NOT NULL,
    "state" "delivery_state" NOT NULL DEFAULT 'queued',
    "state_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "due_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lease" UUID,
    "lease_until" TIMESTAMPTZ(3),
    "attempt_count" INTEGER NOT NULL DEFAULT 0,
    "message_id" TEXT,
    "sealed_bytes" BYTEA,
    "doubled_at" TIMESTAMPTZ(3),
    "code" INTEGER,
    "enhanced_code" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "letters_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mails" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "campaign_id" UUID NOT NULL,
    "signature_id" UUID NOT NULL,
    "submission_id" UUID NOT NULL,
    "kind" "mail_kind" NOT NULL,
    "language" TEXT NOT NULL,
    "lane" TEXT NOT NULL,
    "state" "delivery_state" NOT NULL DEFAULT 'queued',
    "state_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "due_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lease" UUID,
    "lease_until" TIMESTAMPTZ(3),
    "attempt_count" INTEGER NOT NULL DEFAULT 0,
    "message_id" TEXT,
    "sealed_bytes" BYTEA,
    "doubled_at" TIMESTAMPTZ(3),
    "code" INTEGER,
    "enhanced_code" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "mails_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "attempts" (
    "id" BIGSERIAL NOT NULL,
    "letter_id" UUID,
    "mail_id" UUID,
    "number" INTEGER NOT NULL,
    "lease" UUID NOT NULL,
    "phase" "attempt_phase" NOT NULL,
    "outcome" "delivery_state",
    "code" INTEGER,
    "enhanced_code" TEXT,
    "response" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "attempts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "tallies" (
    "id" BIGSERIAL NOT NULL,
    "organisation_id" UUID NOT NULL,
    "campaign_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "country" CHAR(2) NOT NULL,
    "language" TEXT NOT NULL,
    "channel" "channel",
    "recipient_id" UUID,
    "partner" TEXT NOT NULL,
    "state" "tally_state" NOT NULL,
    "count" BIGINT NOT NULL,

    CONSTRAINT "tallies_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "tally_totals" (
    "campaign_id" UUID NOT NULL,
    "state" "tally_state" NOT NULL,
    "count" BIGINT NOT NULL,

    CONSTRAINT "tally_totals_pkey" PRIMARY KEY ("campaign_id","state")
);

-- CreateTable
CREATE TABLE "tally_deltas" (
    "id" BIGSERIAL NOT NULL,
    "organisation_id" UUID NOT NULL,
    "campaign_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "country" CHAR(2) NOT NULL,
    "language" TEXT NOT NULL,
    "channel" "channel",
    "recipient_id" UUID,
    "partner" TEXT NOT NULL,
    "state" "tally_state" NOT NULL,
    "delta" INTEGER NOT NULL,

    CONSTRAINT "tally_deltas_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "handovers" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "campaign_id" UUID NOT NULL,
    "counts" JSONB NOT NULL,
    "sealed_bytes" BYTEA,
    "made_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "handovers_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "daily_peppers" (
    "day" DATE NOT NULL,
    "sealed" BYTEA NOT NULL,

    CONSTRAINT "daily_peppers_pkey" PRIMARY KEY ("day")
);

-- CreateTable
CREATE TABLE "mail_limits" (
    "key" BYTEA NOT NULL,
    "day" DATE NOT NULL,
    "sent" INTEGER NOT NULL,

    CONSTRAINT "mail_limits_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "rate_limits" (
    "key" TEXT NOT NULL,
    "points" INTEGER NOT NULL,
    "expire" BIGINT,

    CONSTRAINT "rate_limits_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE UNIQUE INDEX "accounts_email_key" ON "accounts"("email");

-- CreateIndex
CREATE INDEX "members_account_id_idx" ON "members"("account_id");

-- CreateIndex
CREATE UNIQUE INDEX "members_organisation_id_account_id_key" ON "members"("organisation_id", "account_id");

-- CreateIndex
CREATE INDEX "sessions_account_id_idx" ON "sessions"("account_id");

-- CreateIndex
CREATE INDEX "audit_events_organisation_id_at_idx" ON "audit_events"("organisation_id", "at");

-- CreateIndex
CREATE INDEX "cases_organisation_id_idx" ON "cases"("organisation_id");

-- CreateIndex
CREATE INDEX "persons_at_risk_case_id_idx" ON "persons_at_risk"("case_id");

-- CreateIndex
CREATE INDEX "consents_person_id_idx" ON "consents"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "campaigns_slug_key" ON "campaigns"("slug");

-- CreateIndex
CREATE INDEX "campaigns_organisation_id_state_idx" ON "campaigns"("organisation_id", "state");

-- CreateIndex
CREATE INDEX "campaigns_case_id_idx" ON "campaigns"("case_id");

-- CreateIndex
CREATE UNIQUE INDEX "originals_campaign_id_key" ON "originals"("campaign_id");

-- CreateIndex
CREATE UNIQUE INDEX "revisions_campaign_id_number_key" ON "revisions"("campaign_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "sample_letters_revision_id_language_key" ON "sample_letters"("revision_id", "language");

-- CreateIndex
CREATE INDEX "recipients_organisation_id_idx" ON "recipients"("organisation_id");

-- CreateIndex
CREATE INDEX "holders_recipient_id_idx" ON "holders"("recipient_id");

-- CreateIndex
CREATE INDEX "addresses_recipient_id_idx" ON "addresses"("recipient_id");

-- CreateIndex
CREATE UNIQUE INDEX "embassies_organisation_id_represents_host_key" ON "embassies"("organisation_id", "represents", "host");

-- CreateIndex
CREATE UNIQUE INDEX "signatures_campaign_id_email_key_key" ON "signatures"("campaign_id", "email_key");

-- CreateIndex
CREATE INDEX "submissions_signature_id_idx" ON "submissions"("signature_id");

-- CreateIndex
CREATE UNIQUE INDEX "letters_signature_id_recipient_id_key" ON "letters"("signature_id", "recipient_id");

-- CreateIndex
CREATE INDEX "letters_campaign_id_id_idx" ON "letters"("campaign_id", "id" DESC);

-- CreateIndex
CREATE INDEX "letters_campaign_id_state_id_idx" ON "letters"("campaign_id", "state", "id" DESC);

-- CreateIndex
CREATE INDEX "mails_signature_id_idx" ON "mails"("signature_id");

-- CreateIndex
CREATE INDEX "attempts_letter_id_idx" ON "attempts"("letter_id");

-- CreateIndex
CREATE INDEX "handovers_campaign_id_idx" ON "handovers"("campaign_id");

-- AddForeignKey
ALTER TABLE "members" ADD CONSTRAINT "members_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "members" ADD CONSTRAINT "members_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "audit_events" ADD CONSTRAINT "audit_events_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisations"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cases" ADD CONSTRAINT "cases_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "persons_at_risk" ADD CONSTRAINT "persons_at_risk_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "cases"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "consents" ADD CONSTRAINT "consents_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "persons_at_risk"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "campaigns" ADD CONSTRAINT "campaigns_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "campaigns" ADD CONSTRAINT "campaigns_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "cases"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "campaigns" ADD CONSTRAINT "campaigns_follows_id_fkey" FOREIGN KEY ("follows_id") REFERENCES "campaigns"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "originals" ADD CONSTRAINT "originals_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "campaigns"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "revisions" ADD CONSTRAINT "revisions_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "campaigns"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appeal_texts" ADD CONSTRAINT "appeal_texts_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "revisions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sample_letters" ADD CONSTRAINT "sample_letters_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "revisions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recipients" ADD CONSTRAINT "recipients_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recipient_texts" ADD CONSTRAINT "recipient_texts_recipient_id_fkey" FOREIGN KEY ("recipient_id") REFERENCES "recipients"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "holders" ADD CONSTRAINT "holders_recipient_id_fkey" FOREIGN KEY ("recipient_id") REFERENCES "recipients"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "addresses" ADD CONSTRAINT "addresses_recipient_id_fkey" FOREIGN KEY ("recipient_id") REFERENCES "recipients"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "embassies" ADD CONSTRAINT "embassies_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "embassies" ADD CONSTRAINT "embassies_recipient_id_fkey" FOREIGN KEY ("recipient_id") REFERENCES "recipients"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "campaign_recipients" ADD CONSTRAINT "campaign_recipients_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "campaigns"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "campaign_recipients" ADD CONSTRAINT "campaign_recipients_recipient_id_fkey" FOREIGN KEY ("recipient_id") REFERENCES "recipients"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "signatures" ADD CONSTRAINT "signatures_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "campaigns"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "submissions" ADD CONSTRAINT "submissions_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "campaigns"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "submissions" ADD CONSTRAINT "submissions_signature_id_fkey" FOREIGN KEY ("signature_id") REFERENCES "signatures"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "letters" ADD CONSTRAINT "letters_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "campaigns"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "letters" ADD CONSTRAINT "letters_signature_id_fkey" FOREIGN KEY ("signature_id") REFERENCES "signatures"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "letters" ADD CONSTRAINT "letters_address_id_fkey" FOREIGN KEY ("address_id") REFERENCES "addresses"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mails" ADD CONSTRAINT "mails_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "campaigns"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mails" ADD CONSTRAINT "mails_signature_id_fkey" FOREIGN KEY ("signature_id") REFERENCES "signatures"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tally_totals" ADD CONSTRAINT "tally_totals_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "campaigns"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "handovers" ADD CONSTRAINT "handovers_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "campaigns"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


-- ── What Prisma cannot say ───────────────────────────────────────────────────────────────────────────────────────────

alter table installation add constraint installation_is_one_row check (id = 1);
alter table cases add constraint cases_country check (country ~ '^[A-Z]{2}$');
alter table recipients add constraint recipients_country check (country ~ '^[A-Z]{2}$');
alter table embassies add constraint embassies_countries check (represents ~ '^[A-Z]{2}$' and host ~ '^[A-Z]{2}$' and represents <> host);
alter table campaigns add constraint campaigns_slug check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 80);
alter table campaigns add constraint campaigns_goal check (goal > 0);
alter table campaigns add constraint campaigns_key_or_forgotten check (sealed_key is not null or key_forgotten_at is not null);
-- An appeal people can sign was published, and somebody said who may see it and permitted that.
alter table campaigns add constraint campaigns_published check (
  state in ('draft', 'in_review', 'scheduled', 'archived')
  or (published_at is not null and distribution is not null and distribution_permitted_by is not null and distribution_permitted_at is not null)
);
alter table revisions add constraint revisions_number check (number > 0);
alter table signatures add constraint signatures_country check (country ~ '^[A-Z]{2}$');
alter table signatures add constraint signatures_email_key check (octet_length(email_key) = 32);
alter table signatures add constraint signatures_online_has_key check (origin <> 'online' or email_key is not null or state = 'erased');
alter table signatures add constraint signatures_confirmed_at check (state <> 'confirmed' or confirmed_at is not null);
alter table signatures add constraint signatures_partner check (length(partner) <= 40);
alter table submissions add constraint submissions_partner check (length(partner) <= 40);
alter table submissions add constraint submissions_submitted check ((submitted_at is null) = (signature_id is null));
alter table letters add constraint letters_lease check ((state in ('claimed', 'transmitting')) = (lease is not null and lease_until is not null));
alter table mails add constraint mails_lease check ((state in ('claimed', 'transmitting')) = (lease is not null and lease_until is not null));
alter table letters add constraint letters_bytes_before_wire check (state <> 'transmitting' or (sealed_bytes is not null and message_id is not null));
alter table mails add constraint mails_bytes_before_wire check (state <> 'transmitting' or (sealed_bytes is not null and message_id is not null));
alter table attempts add constraint attempts_of_one check (num_nonnulls(letter_id, mail_id) = 1);

-- A letter that is done is never looked at by a claim: the indexes hold what is due and what is leased, nothing else.
create index letters_due on letters (due_at) where state in ('queued', 'waiting');
create index letters_leased on letters (lease_until) where state in ('claimed', 'transmitting');
create index letters_captured on letters (organisation_id, state_at desc, id desc) where state = 'captured';
create index mails_due on mails (due_at) where state in ('queued', 'waiting');
create index mails_leased on mails (lease_until) where state in ('claimed', 'transmitting');
create index mails_captured on mails (organisation_id, state_at desc, id desc) where state = 'captured';
create index submissions_drafts on submissions (expires_at) where submitted_at is null;
create unique index messages_letters on letters (message_id) where message_id is not null;
create unique index messages_mails on mails (message_id) where message_id is not null;
create unique index tallies_key on tallies (campaign_id, day, country, language, channel, recipient_id, partner, state) nulls not distinct;

-- Sealed bytes do not compress: trying costs time and gains nothing.
alter table submissions alter column sealed set storage external;
alter table letters alter column sealed_bytes set storage external;
alter table mails alter column sealed_bytes set storage external;

-- Append-only means append-only, also for a mistake in our own code.
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
end
$$;
create trigger attempts_append_only before update on attempts for each statement execute function refuse_change();
create trigger audit_events_append_only before update or delete on audit_events for each statement execute function refuse_change();

-- ── Tallies ──────────────────────────────────────────────────────────────────────────────────────────────────────────
-- Every statement that adds, changes or removes signatures or letters writes, as part of itself, what that does to the
-- counts. A row counts on the day (UTC) on which it entered its state, so that a recount from the rows gives the same.

-- The same mapping stands in lib/letters/states.ts; a test holds them together.
create function letter_tally(state delivery_state) returns tally_state language plpgsql immutable parallel safe as $$
begin
  return case when state in ('claimed', 'transmitting', 'waiting') then 'queued' else state::text end;
end
$$;

create function utc_day(timestamptz) returns date language sql immutable parallel safe as $$
  select ($1 at time zone 'UTC')::date
$$;

-- The tallies one signature counts in: everybody who signed and still stands by it, and of those who has confirmed.
create function signature_tallies(state signature_state, origin signature_origin, created_at timestamptz, state_at timestamptz, confirmed_at timestamptz)
  returns table (tally tally_state, day date) language sql immutable parallel safe as $$
  select 'signed'::tally_state, utc_day(created_at) where state in ('pending', 'confirmed')
  union all select 'confirmed'::tally_state, utc_day(confirmed_at) where state = 'confirmed'
  union all select state::text::tally_state, utc_day(state_at) where state in ('withdrawn', 'invalidated', 'erased')
  union all select 'on_paper'::tally_state, utc_day(created_at) where state = 'confirmed' and origin = 'paper'
$$;

create function tally_signatures() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    insert into tally_deltas (organisation_id, campaign_id, day, country, language, partner, state, delta)
    select s.organisation_id, s.campaign_id, t.day, s.country, s.language, s.partner, t.tally, count(*)
      from added s, signature_tallies(s.state, s.origin, s.created_at, s.state_at, s.confirmed_at) t
      group by 1, 2, 3, 4, 5, 6, 7;
  elsif tg_op = 'DELETE' then
    insert into tally_deltas (organisation_id, campaign_id, day, country, language, partner, state, delta)
    select s.organisation_id, s.campaign_id, t.day, s.country, s.language, s.partner, t.tally, -count(*)
      from removed s, signature_tallies(s.state, s.origin, s.created_at, s.state_at, s.confirmed_at) t
      group by 1, 2, 3, 4, 5, 6, 7;
  else
    insert into tally_deltas (organisation_id, campaign_id, day, country, language, partner, state, delta)
    select organisation_id, campaign_id, day, country, language, partner, tally, sum(delta)
      from (
        select s.organisation_id, s.campaign_id, t.day, s.country, s.language, s.partner, t.tally, 1 as delta
          from added s, signature_tallies(s.state, s.origin, s.created_at, s.state_at, s.confirmed_at) t
        union all
        select s.organisation_id, s.campaign_id, t.day, s.country, s.language, s.partner, t.tally, -1
          from removed s, signature_tallies(s.state, s.origin, s.created_at, s.state_at, s.confirmed_at) t
      ) changes
      group by 1, 2, 3, 4, 5, 6, 7 having sum(delta) <> 0;
  end if;
  return null;
end
$$;

create trigger signatures_tally_insert after insert on signatures referencing new table as added
  for each statement execute function tally_signatures();
create trigger signatures_tally_update after update on signatures referencing old table as removed new table as added
  for each statement execute function tally_signatures();
create trigger signatures_tally_delete after delete on signatures referencing old table as removed
  for each statement execute function tally_signatures();

-- Country, language and partner of a letter are those of its signature when the letter was made, so they stand in the row.
create function tally_letters() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    insert into tally_deltas (organisation_id, campaign_id, day, country, language, channel, recipient_id, partner, state, delta)
    select organisation_id, campaign_id, utc_day(state_at), country, signer_language, channel, recipient_id, partner, letter_tally(state), count(*)
      from added group by 1, 2, 3, 4, 5, 6, 7, 8, 9;
  elsif tg_op = 'DELETE' then
    insert into tally_deltas (organisation_id, campaign_id, day, country, language, channel, recipient_id, partner, state, delta)
    select organisation_id, campaign_id, utc_day(state_at), country, signer_language, channel, recipient_id, partner, letter_tally(state), -count(*)
      from removed group by 1, 2, 3, 4, 5, 6, 7, 8, 9;
  else
    insert into tally_deltas (organisation_id, campaign_id, day, country, language, channel, recipient_id, partner, state, delta)
    select organisation_id, campaign_id, day, country, signer_language, channel, recipient_id, partner, letter_tally(state), sum(delta)
      from (
        -- By state first: the mapping, which costs more than the sum, is then asked once a group and not once a letter.
        select organisation_id, campaign_id, utc_day(state_at) as day, country, signer_language, channel, recipient_id, partner, state, count(*) as delta
          from added group by 1, 2, 3, 4, 5, 6, 7, 8, 9
        union all
        select organisation_id, campaign_id, utc_day(state_at), country, signer_language, channel, recipient_id, partner, state, -count(*)
          from removed group by 1, 2, 3, 4, 5, 6, 7, 8, 9
      ) changes
      group by 1, 2, 3, 4, 5, 6, 7, 8, letter_tally(state) having sum(delta) <> 0;
  end if;
  return null;
end
$$;

create trigger letters_tally_insert after insert on letters referencing new table as added
  for each statement execute function tally_letters();
create trigger letters_tally_update after update on letters referencing old table as removed new table as added
  for each statement execute function tally_letters();
create trigger letters_tally_delete after delete on letters referencing old table as removed
  for each statement execute function tally_letters();
