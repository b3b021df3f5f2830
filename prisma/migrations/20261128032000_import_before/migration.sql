-- What an import wrote over a recipient that was there is put back when it is undone.
alter type row_outcome add value 'restored';
alter table recipient_imports add column restored integer not null default 0;
alter table recipient_import_rows add column sealed_before bytea;
