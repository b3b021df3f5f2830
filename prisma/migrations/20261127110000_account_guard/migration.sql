-- AlterEnum
ALTER TYPE "mail_kind" ADD VALUE 'account_notice';

-- CreateTable
CREATE TABLE "fresh_codes" (
    "account_id" UUID NOT NULL,
    "sealed_codes" BYTEA NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "fresh_codes_pkey" PRIMARY KEY ("account_id")
);

-- AddForeignKey
ALTER TABLE "fresh_codes" ADD CONSTRAINT "fresh_codes_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Codes that somebody is about to write down stay to be shown.
INSERT INTO "fresh_codes" ("account_id", "sealed_codes", "until")
SELECT "account_id", "sealed_fresh_codes", "fresh_until" FROM "totps" WHERE "sealed_fresh_codes" IS NOT NULL;

-- AlterTable
ALTER TABLE "totps" DROP COLUMN "sealed_fresh_codes",
ADD COLUMN "sealed_next_secret" BYTEA;

-- AlterTable
ALTER TABLE "sessions" ADD COLUMN "proven_until" TIMESTAMPTZ(3);
