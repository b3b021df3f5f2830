-- Changes of a campaign's routing rules stand in its history.
ALTER TYPE "changed_part" ADD VALUE 'rules';

-- What of an earlier state did not come back as it was, and why.
ALTER TABLE "revision_changes" ADD COLUMN "not_back" JSONB NOT NULL DEFAULT '[]';
