-- AlterTable
ALTER TABLE "campaigns" ADD COLUMN "do_not_mention" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN "do_not_mention_at" TIMESTAMPTZ(3),
ADD COLUMN "refuse_missing" BOOLEAN NOT NULL DEFAULT false;

-- Campaigns that were there refuse letters without their requests; they go on to.
UPDATE "campaigns" SET "refuse_missing" = true;

-- AlterTable
ALTER TABLE "campaign_recipients" ADD COLUMN "letter_limit" INTEGER CHECK ("letter_limit" > 0);

-- AlterTable
ALTER TABLE "sample_letters" ADD COLUMN "version" TEXT NOT NULL DEFAULT '',
ADD COLUMN "subjects" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN "facts" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- DropIndex
DROP INDEX "sample_letters_revision_id_language_key";

-- CreateIndex
CREATE UNIQUE INDEX "sample_letters_revision_id_language_version_key" ON "sample_letters"("revision_id", "language", "version");

-- CreateTable
CREATE TABLE "letter_versions" (
    "revision_id" UUID NOT NULL,
    "key" TEXT NOT NULL CHECK ("key" <> ''),
    "organisation_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "letter_versions_pkey" PRIMARY KEY ("revision_id","key")
);

-- CreateTable
CREATE TABLE "version_recipients" (
    "revision_id" UUID NOT NULL,
    "recipient_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "organisation_id" UUID NOT NULL,

    CONSTRAINT "version_recipients_pkey" PRIMARY KEY ("revision_id","recipient_id")
);

-- CreateIndex
CREATE INDEX "version_recipients_revision_id_key_idx" ON "version_recipients"("revision_id", "key");

-- AddForeignKey
ALTER TABLE "letter_versions" ADD CONSTRAINT "letter_versions_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "revisions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "version_recipients" ADD CONSTRAINT "version_recipients_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "revisions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "version_recipients" ADD CONSTRAINT "version_recipients_revision_id_key_fkey" FOREIGN KEY ("revision_id", "key") REFERENCES "letter_versions"("revision_id", "key") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "version_recipients" ADD CONSTRAINT "version_recipients_recipient_id_fkey" FOREIGN KEY ("recipient_id") REFERENCES "recipients"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AlterTable
ALTER TABLE "signatures" ADD COLUMN "words_asked_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "letters" ADD COLUMN "words_read_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "mails" ADD COLUMN "sealed_note" BYTEA;
