-- AlterTable
ALTER TABLE "signatures" ADD COLUMN "words_changed_at" TIMESTAMPTZ(3);

-- What is submitted belongs to a signature; of what is not, only that which a writer writes anew.
alter table submissions drop constraint submissions_submitted;
alter table submissions add constraint submissions_submitted check (submitted_at is null or signature_id is not null);
