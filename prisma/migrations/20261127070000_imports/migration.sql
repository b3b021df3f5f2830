-- CreateEnum
CREATE TYPE "import_state" AS ENUM ('draft', 'running', 'done', 'failed', 'undoing', 'undone');

-- CreateEnum
CREATE TYPE "row_outcome" AS ENUM ('made', 'updated', 'skipped', 'bad', 'removed', 'kept');

-- CreateTable
CREATE TABLE "recipient_imports" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "file_name" TEXT NOT NULL,
    "state" "import_state" NOT NULL DEFAULT 'draft',
    "settings" JSONB NOT NULL,
    "sealed_file" BYTEA NOT NULL,
    "total" INTEGER NOT NULL,
    "fault" TEXT,
    "next" INTEGER NOT NULL DEFAULT 0,
    "made" INTEGER NOT NULL DEFAULT 0,
    "updated" INTEGER NOT NULL DEFAULT 0,
    "skipped" INTEGER NOT NULL DEFAULT 0,
    "bad" INTEGER NOT NULL DEFAULT 0,
    "removed" INTEGER NOT NULL DEFAULT 0,
    "kept" INTEGER NOT NULL DEFAULT 0,
    "made_groups" UUID[] DEFAULT ARRAY[]::UUID[],
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "started_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "beat_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "nudges" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "recipient_imports_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "recipient_import_rows" (
    "import_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "line" INTEGER NOT NULL,
    "outcome" "row_outcome" NOT NULL,
    "reason" TEXT,
    "problems" JSONB,
    "recipient_id" UUID,
    "mark" TEXT,

    CONSTRAINT "recipient_import_rows_pkey" PRIMARY KEY ("import_id","number")
);

-- CreateIndex
CREATE INDEX "recipient_imports_organisation_id_created_at_idx" ON "recipient_imports"("organisation_id", "created_at" DESC);

-- CreateIndex
CREATE INDEX "recipient_import_rows_import_id_outcome_number_idx" ON "recipient_import_rows"("import_id", "outcome", "number");

-- CreateIndex
CREATE INDEX "recipient_import_rows_recipient_id_idx" ON "recipient_import_rows"("recipient_id");

-- AddForeignKey
ALTER TABLE "recipient_imports" ADD CONSTRAINT "recipient_imports_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recipient_import_rows" ADD CONSTRAINT "recipient_import_rows_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "recipient_imports"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- One at a time: what two would make of the same office nobody could tell apart.
create unique index recipient_imports_one on recipient_imports (organisation_id) where state in ('running', 'undoing');

-- A file is held against the library row by row: by address, and by the title of an office.
create index addresses_value_idx on addresses using hash (value);
create index recipient_texts_office on recipient_texts (organisation_id, lower(office));

-- Undoing takes recipients and addresses out: without these each one reads everything that could refer to it.
create index recipients_merged_into_id_idx on recipients (merged_into_id);
create index campaign_recipients_recipient_id_idx on campaign_recipients (recipient_id);
create index letters_address_id_idx on letters (address_id);
