-- CreateEnum
CREATE TYPE "changed_part" AS ENUM ('text', 'letter', 'settings');

-- CreateTable
CREATE TABLE "edit_locks" (
    "campaign_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "edit_locks_pkey" PRIMARY KEY ("campaign_id")
);

-- CreateTable
CREATE TABLE "revision_changes" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "campaign_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "revision" INTEGER,
    "part" "changed_part" NOT NULL,
    "language" TEXT NOT NULL DEFAULT '',
    "version" TEXT NOT NULL DEFAULT '',
    "before" JSONB,
    "after" JSONB,
    "brought_back_id" UUID,
    "started_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "revision_changes_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "revision_changes_campaign_id_id_idx" ON "revision_changes"("campaign_id", "id" DESC);

-- AddForeignKey
ALTER TABLE "edit_locks" ADD CONSTRAINT "edit_locks_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "campaigns"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "edit_locks" ADD CONSTRAINT "edit_locks_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "revision_changes" ADD CONSTRAINT "revision_changes_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "campaigns"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "revision_changes" ADD CONSTRAINT "revision_changes_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
