-- The practice network: a small network of our own, for training and for tests.
create table practice_record (
  force_id text not null references force,
  id text not null,
  account_id text,
  key text,
  name text not null,
  text text not null,
  body jsonb not null default '{}',
  reply_to text,
  created_at timestamptz not null,
  arrived_at timestamptz not null,
  removed_at timestamptz,
  primary key (force_id, id)
);
create index practice_record_key on practice_record (force_id, account_id, key);
create index practice_record_reply on practice_record (force_id, reply_to);
create index practice_record_arrived on practice_record (force_id, arrived_at);

-- What a trainer (or a test) makes the practice network do wrong, for the next `times` calls.
create table practice_fault (
  force_id text not null references force,
  id text not null,
  account_id text not null,
  key text,
  act text not null check (act in ('dropBefore', 'dropAfter', 'errorAfter', 'tooMany', 'refuse', 'slow', 'keysEnded')),
  times integer not null,
  seconds integer not null default 0,
  primary key (force_id, id)
);
create index practice_fault_account on practice_fault (force_id, account_id);
