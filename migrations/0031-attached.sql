-- What a post carries, one by one: kind, words for people who do not see it ('' none, null not told), and its file in the export.
-- Null where no export told.
alter table archive_row add column attached jsonb;
alter table published add column attached jsonb;

-- Small pictures drawn while an export is read; they wait for a person as its rows do, and go with them.
create unlogged table archive_preview (
  force_id text collate "C" not null,
  import_id text not null,
  file text not null,
  id text not null,
  width smallint not null,
  height smallint not null,
  bytes bytea not null,
  primary key (force_id, import_id, file)
);
alter table archive_preview alter column bytes set storage external;

-- The same, confirmed: what a picture of the archive looked like. No foreign key, as published has none.
create table published_preview (
  force_id text collate "C" not null,
  account_id text collate "C" not null,
  -- As the export names it: the same picture in a later export is the same row.
  file text not null,
  id text not null,
  external_id text collate "C" not null,
  said_at timestamptz not null,
  width smallint not null,
  height smallint not null,
  bytes bytea not null,
  primary key (force_id, account_id, file)
);
alter table published_preview alter column bytes set storage external;
create unique index published_preview_id on published_preview (force_id, id);
create index published_preview_said on published_preview (force_id, account_id, said_at desc, id desc);
