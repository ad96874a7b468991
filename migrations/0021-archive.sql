-- One file of what an account, or several, ever published. Its rows wait in archive_row until a person confirms them.
create table archive_import (
  force_id text not null references force,
  id text not null,
  -- Null: the file says for each row which account it is of.
  account_id text,
  -- `export`: as the network hands it out; `plain`: the documented columns.
  format text not null check (format in ('export', 'plain')),
  file_name text not null,
  bytes bigint not null,
  received bigint not null default 0,
  read_bytes bigint not null default 0,
  stage text not null check (stage in ('receiving', 'received', 'reading', 'read', 'confirmed', 'refused', 'abandoned')),
  stage_since timestamptz not null,
  by_id text,
  begun_at timestamptz not null,
  decided_by text,
  -- When the network made the export, where it says so.
  taken_at timestamptz,
  counts jsonb,
  oddities jsonb not null default '[]',
  -- Where it broke and what was expected, in words.
  refusal text,
  most_turns integer not null default 0,
  lease_token text,
  lease_until timestamptz,
  tries integer not null default 0,
  primary key (force_id, id),
  foreign key (force_id, account_id) references account
);
create index archive_import_stage on archive_import (force_id, stage, stage_since);
create index archive_import_begun on archive_import (force_id, begun_at desc, id desc);

-- What was read and is not confirmed yet. Unlogged: it can be read again from its file, and costs half as much to write.
create unlogged table archive_row (
  force_id text collate "C" not null,
  import_id text not null,
  -- The how-manieth time the file says something of this post.
  turn smallint not null,
  account_id text collate "C" not null,
  external_id text collate "C" not null,
  said_at timestamptz not null,
  kind text not null,
  words text not null,
  language text,
  to_external_id text,
  to_handle text,
  hashtags text[],
  mentions text[],
  links text[],
  pictures smallint not null,
  videos smallint not null,
  described smallint,
  replies integer,
  reshares integer,
  likes integer,
  quotes integer,
  cut boolean not null,
  edited boolean not null,
  seen_at timestamptz not null,
  counted_at timestamptz
);

-- Everything that our accounts ever published, once by the network's own id. No foreign keys: a million rows are checked together when they
-- are confirmed. A list is null where it is empty.
create table published (
  force_id text collate "C" not null,
  account_id text collate "C" not null,
  external_id text collate "C" not null,
  said_at timestamptz not null,
  kind text not null,
  words text not null,
  language text,
  to_external_id text,
  to_handle text,
  hashtags text[],
  mentions text[],
  links text[],
  pictures smallint not null,
  videos smallint not null,
  described smallint,
  -- What a network does not tell is null, never nought. All four are of one moment, `counted_at`.
  replies integer,
  reshares integer,
  likes integer,
  quotes integer,
  cut boolean not null,
  edited boolean not null,
  -- When the network showed it so; the later state wins.
  seen_at timestamptz not null,
  counted_at timestamptz,
  -- `ours`: published by this product, also when an import brought it first. `feed`: heard at the network.
  source text not null,
  post_id text,
  import_id text,
  -- When we took it down.
  gone_at timestamptz,
  primary key (force_id, account_id, external_id)
);
create index published_post on published (force_id, post_id) where post_id is not null;

-- Up to where our own deliveries were looked at.
create table archive_look (
  force_id text not null references force,
  at timestamptz not null,
  primary key (force_id)
);

-- How many follow an account, whom it follows, and how many posts it shows, at an instant.
create table account_count (
  force_id text not null,
  account_id text not null,
  at timestamptz not null,
  followers integer,
  following integer,
  posts integer,
  source text not null check (source in ('import', 'network')),
  primary key (force_id, account_id, at),
  foreign key (force_id, account_id) references account
);
