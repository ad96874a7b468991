-- What the public says on the practice network: to whom, in what way, and what became of it.
alter table practice_record add column kind text not null default 'post'
  check (kind in ('post', 'reply', 'mention', 'quote', 'direct'));
-- Who an invented member of the public is: the same name is the same person.
alter table practice_record add column author text;
-- The account of ours that hears it.
alter table practice_record add column to_account text;
alter table practice_record add column root_id text;
alter table practice_record add column quotes text;
-- A private conversation; never part of the timeline.
alter table practice_record add column conversation text;
alter table practice_record add column languages text[] not null default '{en}';
alter table practice_record add column version integer not null default 1;

with recursive below as (
  select force_id, id, id as root, account_id as ours, 0 as depth from practice_record where reply_to is null
  union all
  select r.force_id, r.id, b.root, b.ours, b.depth + 1 from practice_record r
    join below b on b.force_id = r.force_id and b.id = r.reply_to where b.depth < 500
) update practice_record r set
    root_id = below.root, kind = 'reply',
    author = case when r.account_id is null then 'public:' || lower(r.name) end,
    to_account = case when r.account_id is null then below.ours end
  from below where below.force_id = r.force_id and below.id = r.id and below.depth > 0;

-- Identifiers sort by time, so this is both what an account hears since a moment and its newest first.
create index practice_record_heard on practice_record (force_id, to_account, id) where to_account is not null;
create index practice_record_ours on practice_record (force_id, account_id, id) where account_id is not null;
create index practice_record_conversation on practice_record (force_id, conversation, id) where conversation is not null;

-- A fault for publishing or for hearing.
alter table practice_fault add column meets text not null default 'write' check (meets in ('write', 'hear'));

-- What an account has done to a message (hide, report) or to its author (mute, block).
create table practice_moderation (
  force_id text not null references force,
  account_id text not null,
  act text not null check (act in ('hide', 'report', 'mute', 'block')),
  subject text not null,
  reason text not null default '',
  at timestamptz not null,
  primary key (force_id, account_id, act, subject)
);

-- A storm: `total` invented messages over `seconds`, played by whichever process is there; `played` have been.
create table practice_storm (
  force_id text not null references force,
  id text not null,
  account_id text not null,
  scenario text not null,
  seed integer not null,
  total integer not null check (total between 1 and 20000),
  seconds integer not null check (seconds between 1 and 86400),
  played integer not null default 0,
  started_at timestamptz not null,
  ended_at timestamptz,
  stopped boolean not null default false,
  primary key (force_id, id)
);
create index practice_storm_running on practice_storm (started_at) where ended_at is null;
