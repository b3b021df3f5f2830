-- The delivery page counts held letters by their reason and lists them: both read this index alone.
create index letters_held_for on letters (campaign_id, hold_reason, id desc) include (recipient_id) where state = 'held';

-- CreateIndex
CREATE INDEX "delivery_minutes_campaign_id_minute_idx" ON "delivery_minutes"("campaign_id", "minute");
