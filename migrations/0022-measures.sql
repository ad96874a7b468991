-- Accounts of other forces and of partners: what is said to them is no dialogue with the public. The register's own are known besides.
create table official_handle (
  force_id text not null references force,
  -- Small letters, without @.
  handle text not null,
  name text not null default '',
  kind text not null check (kind in ('police', 'partner')),
  added_at timestamptz not null,
  primary key (force_id, handle)
);

-- Figures as they were counted last. No row: there was nothing to measure.
create table measured (
  force_id text not null references force,
  span text not null check (span in ('weeks13', 'before', 'year', 'all')),
  measure text not null,
  -- Empty: all accounts of the force together.
  account_id text not null,
  version integer not null,
  figure double precision not null,
  top double precision not null,
  of_count integer not null,
  left_out jsonb not null,
  more jsonb not null,
  look boolean not null,
  primary key (force_id, span, measure, account_id)
);
create index measured_account on measured (force_id, account_id, span);

-- When a force was counted last, and up to when; `archive_mark`: what the archive held then.
create table measure_count (
  force_id text not null references force,
  until_at timestamptz,
  counted_at timestamptz,
  posts integer not null default 0,
  accounts integer not null default 0,
  archive_mark text not null default '',
  lease_token text,
  lease_until timestamptz,
  primary key (force_id)
);

-- Posts nearly like another: `own`: an earlier one of the same account; `other`: one of another account within seven days.
create table near_duplicate (
  force_id text not null references force,
  account_id text not null,
  external_id text collate "C" not null,
  kind text not null check (kind in ('own', 'other')),
  other_account_id text not null,
  other_external_id text not null,
  primary key (force_id, account_id, external_id, kind)
);

-- Why an account differs from its class, in the words of a named person. `rightly`: it is as it should be, and no longer one to look at.
create table measure_reason (
  force_id text not null references force,
  id text not null,
  account_id text not null,
  measure text not null,
  reason text not null,
  rightly boolean not null,
  by_id text not null,
  at timestamptz not null,
  ended_at timestamptz,
  primary key (force_id, id),
  foreign key (force_id, account_id) references account,
  foreign key (force_id, by_id) references person
);
create unique index measure_reason_one on measure_reason (force_id, account_id, measure) where ended_at is null;
