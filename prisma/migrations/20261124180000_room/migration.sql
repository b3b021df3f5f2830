-- Mails to members beside those to signers: rendered when they are made, so they need no campaign and no submission.
ALTER TYPE "mail_kind" ADD VALUE 'invitation';
ALTER TYPE "mail_kind" ADD VALUE 'test_letter';
ALTER TABLE "mails" ALTER COLUMN "campaign_id" DROP NOT NULL,
ALTER COLUMN "signature_id" DROP NOT NULL,
ALTER COLUMN "submission_id" DROP NOT NULL,
ADD COLUMN "staff_address" TEXT;

-- CreateTable
CREATE TABLE "invitations" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "role" "role" NOT NULL,
    "invited_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "accepted_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "invitations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "pictures" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "bytes" BYTEA,
    "media_type" TEXT NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "credit" TEXT NOT NULL,
    "shows" UUID[] DEFAULT ARRAY[]::UUID[],
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "pictures_pkey" PRIMARY KEY ("id")
);

-- CreateEnum
CREATE TYPE "hold_reason" AS ENUM ('superseded', 'consent', 'address', 'member');

-- AlterTable
ALTER TABLE "letters" ADD COLUMN "hold_reason" "hold_reason";

-- AlterTable
ALTER TABLE "revisions" ADD COLUMN "picture_id" UUID;

-- AlterTable
ALTER TABLE "appeal_texts" ADD COLUMN "picture_alt" TEXT NOT NULL DEFAULT '';

-- CreateIndex
CREATE INDEX "invitations_organisation_id_idx" ON "invitations"("organisation_id");

-- CreateIndex
CREATE INDEX "pictures_case_id_idx" ON "pictures"("case_id");

-- CreateIndex
CREATE INDEX "signatures_campaign_id_id_idx" ON "signatures"("campaign_id", "id" DESC);

-- CreateIndex
CREATE INDEX "signatures_campaign_id_state_id_idx" ON "signatures"("campaign_id", "state", "id" DESC);

-- CreateIndex
CREATE INDEX "audit_events_subject_id_at_idx" ON "audit_events"("subject_id", "at");

-- AddForeignKey
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pictures" ADD CONSTRAINT "pictures_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "cases"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "revisions" ADD CONSTRAINT "revisions_picture_id_fkey" FOREIGN KEY ("picture_id") REFERENCES "pictures"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- ── What Prisma cannot say ───────────────────────────────────────────────────────────────────────────────────────────

-- A mail goes to a signer, by their submission, or to a member, by an address.
alter table mails add constraint mails_to_one check (
  (staff_address is null and campaign_id is not null and signature_id is not null and submission_id is not null)
  or (staff_address is not null and submission_id is null and signature_id is null and sealed_bytes is not null and message_id is not null)
);
alter table letters add constraint letters_hold_reason check (hold_reason is null or state = 'held');
alter table pictures add constraint pictures_size check (width > 0 and height > 0);
create unique index invitations_open on invitations (organisation_id, email) where accepted_at is null and revoked_at is null;
create index campaigns_deadline on campaigns (deadline_at) where state = 'live' and deadline_at is not null;
alter table pictures alter column bytes set storage external;

-- Whoever changes a held letter's state need not remember why it was held.
create function forget_hold_reason() returns trigger language plpgsql as $$
begin
  new.hold_reason := null;
  return new;
end
$$;
create trigger letters_hold_reason before update of state on letters for each row
  when (old.state = 'held' and new.state <> 'held') execute function forget_hold_reason();
