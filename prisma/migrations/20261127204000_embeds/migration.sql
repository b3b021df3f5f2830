-- The sites of others that may show an appeal in a frame: host names, with a port or `*.` before them. None: nobody.
alter table "campaigns" add column "embed_hosts" text[] not null default '{}';
