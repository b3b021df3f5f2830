-- For how many rows it was taken back: those that somebody changed since stay as they are.
alter table "undos" add column "undone_count" integer;
