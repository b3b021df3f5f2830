-- Invented recipients show how the software works; a real campaign never writes to one.
alter table "recipients" add column "sample" boolean not null default false;

-- CreateEnum
CREATE TYPE "rule_kind" AS ENUM ('everyone', 'countries', 'embassy', 'own_government', 'at_most', 'exclude');

-- CreateTable
CREATE TABLE "routing_rules" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "campaign_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" "rule_kind" NOT NULL,
    "countries" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "represents" CHAR(2),
    "fallback_id" UUID,
    "most" INTEGER,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "routing_rules_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "routing_rules_whole" CHECK (
        ("kind" = 'embassy') = ("represents" IS NOT NULL)
        AND ("kind" = 'at_most') = ("most" IS NOT NULL)
        AND ("most" IS NULL OR "most" > 0)
        AND ("kind" <> 'countries' OR cardinality("countries") > 0)
    )
);

-- CreateTable
CREATE TABLE "routing_rule_recipients" (
    "rule_id" UUID NOT NULL,
    "recipient_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "routing_rule_recipients_pkey" PRIMARY KEY ("rule_id", "recipient_id")
);

-- CreateIndex
CREATE INDEX "routing_rules_campaign_id_position_idx" ON "routing_rules"("campaign_id", "position");

-- CreateIndex
CREATE INDEX "routing_rule_recipients_recipient_id_idx" ON "routing_rule_recipients"("recipient_id");

-- AddForeignKey
ALTER TABLE "routing_rules" ADD CONSTRAINT "routing_rules_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "campaigns"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "routing_rules" ADD CONSTRAINT "routing_rules_fallback_id_fkey" FOREIGN KEY ("fallback_id") REFERENCES "recipients"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "routing_rule_recipients" ADD CONSTRAINT "routing_rule_recipients_rule_id_fkey" FOREIGN KEY ("rule_id") REFERENCES "routing_rules"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "routing_rule_recipients" ADD CONSTRAINT "routing_rule_recipients_recipient_id_fkey" FOREIGN KEY ("recipient_id") REFERENCES "recipients"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
