-- A picture once more, small, for phones on slow lines. Pictures from before have none and are served as they are.
ALTER TABLE "pictures" ADD COLUMN "small" BYTEA;

-- A picture that was withdrawn is gone in every size.
alter table pictures add constraint pictures_small_gone check (bytes is not null or small is null);

-- Compressed in itself.
alter table pictures alter column small set storage external;
