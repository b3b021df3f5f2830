-- CreateEnum
CREATE TYPE "right" AS ENUM ('personal', 'manage', 'send', 'export');

-- AlterTable
ALTER TABLE "organisations" ADD COLUMN "second_factor_required_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "members" ADD COLUMN "granted" "right"[] DEFAULT ARRAY[]::"right"[],
ADD COLUMN "taken" "right"[] DEFAULT ARRAY[]::"right"[];

-- AlterTable
ALTER TABLE "sessions" ADD COLUMN "awaits_until" TIMESTAMPTZ(3),
ADD COLUMN "device" TEXT;

-- CreateTable
CREATE TABLE "totps" (
    "account_id" UUID NOT NULL,
    "sealed_secret" BYTEA NOT NULL,
    "confirmed_at" TIMESTAMPTZ(3),
    "last_step" INTEGER NOT NULL DEFAULT 0,
    "sealed_fresh_codes" BYTEA,
    "fresh_until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "totps_pkey" PRIMARY KEY ("account_id")
);

-- CreateTable
CREATE TABLE "recovery_codes" (
    "account_id" UUID NOT NULL,
    "code_key" BYTEA NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "recovery_codes_pkey" PRIMARY KEY ("account_id","code_key")
);

-- DropIndex
DROP INDEX "audit_events_organisation_id_at_idx";

-- CreateIndex
CREATE INDEX "audit_events_organisation_id_at_id_idx" ON "audit_events"("organisation_id", "at", "id");

-- AddForeignKey
ALTER TABLE "totps" ADD CONSTRAINT "totps_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recovery_codes" ADD CONSTRAINT "recovery_codes_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE CASCADE ON UPDATE CASCADE;
