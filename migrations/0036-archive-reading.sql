-- What a reading is at, and how many bytes that step has to go through; `read_bytes` are those of them that were.
alter table archive_import add column read_step text check (read_step in ('names', 'posts', 'pictures', 'comparing'));
alter table archive_import add column read_of bigint not null default 0;

-- When a network showed the pictures of a post so: they may come from another file than its words. Null: with its words, at `seen_at`.
alter table published add column media_at timestamptz;

-- Which picture of its post it is, from 0: another file may tell its alt text and not its name. Null: kept before that was asked.
alter table published_preview add column n smallint;
