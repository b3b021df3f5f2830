-- Changes of a campaign's routing rules, and of the versions of its letter, stand in its history.
ALTER TYPE "changed_part" ADD VALUE 'rules';
ALTER TYPE "changed_part" ADD VALUE 'versions';

-- What of an earlier state did not come back as it was, and why.
ALTER TABLE "revision_changes" ADD COLUMN "not_back" JSONB NOT NULL DEFAULT '[]';
