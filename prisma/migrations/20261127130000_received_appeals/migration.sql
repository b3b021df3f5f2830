-- CreateEnum
CREATE TYPE "received_state" AS ENUM ('open', 'taken', 'discarded');

-- CreateTable
CREATE TABLE "received_appeals" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "state" "received_state" NOT NULL DEFAULT 'open',
    "media_type" TEXT NOT NULL,
    "encoding" TEXT,
    "sealed_key" BYTEA,
    "sealed_bytes" BYTEA,
    "sealed_content" BYTEA,
    "sealed_title" BYTEA,
    "version" INTEGER NOT NULL DEFAULT 1,
    "campaign_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "received_appeals_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "received_appeals_organisation_id_state_idx" ON "received_appeals"("organisation_id", "state");

-- CreateIndex
CREATE INDEX "received_appeals_campaign_id_idx" ON "received_appeals"("campaign_id");

-- AddForeignKey
ALTER TABLE "received_appeals" ADD CONSTRAINT "received_appeals_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "received_appeals" ADD CONSTRAINT "received_appeals_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "campaigns"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- What a campaign was made of is kept by the campaign alone; until then everything is there.
alter table received_appeals add constraint received_appeals_kept check (
  case when state = 'taken'
    then num_nonnulls(sealed_key, sealed_bytes, sealed_content, sealed_title) = 0
    else num_nulls(sealed_key, sealed_bytes, sealed_content, sealed_title) = 0 and campaign_id is null
  end);
