-- Lifting, appeals and every try at the network; and what a line said before it was changed.

alter table moderation
  add column lift_asked_at timestamptz,
  -- expired: its time was over; person: somebody lifted it; appeal: an appeal was right.
  add column lift_why text check (lift_why in ('person', 'expired', 'appeal')),
  add column lift_words text not null default '',
  add column appeal_decided_at timestamptz,
  add column appeal_reason text not null default '';
create index moderation_review on moderation (force_id, review_at) where state = 'done' and reviewed_at is null and review_at is not null;
create index moderation_appeal on moderation (force_id, appeal_at) where appeal_at is not null and appeal_decided_at is null;
create index moderation_stuck on moderation (force_id, state_since) where state in ('refused', 'needsPerson');

-- One try. Its row is committed before the first byte leaves.
create table moderation_attempt (
  force_id text not null,
  id text not null,
  moderation_id text not null,
  undo boolean not null,
  worker text not null,
  started_at timestamptz not null,
  ended_at timestamptz,
  ending text,
  words text not null default '',
  primary key (force_id, id),
  foreign key (force_id, moderation_id) references moderation
);
create index moderation_attempt_order on moderation_attempt (force_id, moderation_id, started_at);

create table reply_line_version (
  force_id text not null,
  line_id text not null,
  n integer not null,
  title text not null,
  words jsonb not null,
  source text not null,
  owner_office_id text,
  if_asked boolean not null,
  topics text not null,
  expires_at timestamptz,
  -- Who had written it so, from when until when.
  by_id text not null,
  from_at timestamptz not null,
  until_at timestamptz not null,
  primary key (force_id, line_id, n),
  foreign key (force_id, line_id) references reply_line
);
