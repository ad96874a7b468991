-- What the force judges its accounts by, version by version. Version 0 is ours to propose: it stands in the code and is no row.
create table review_criteria (
  force_id text not null references force,
  version integer not null,
  criteria jsonb not null,
  why text not null,
  by_id text not null,
  at timestamptz not null,
  primary key (force_id, version),
  foreign key (force_id, by_id) references person
);

-- One look at every account. The evidence is of `from_at` to `until_at`, as it was counted at `counted_at`, and does not change any more.
create table review_round (
  force_id text not null references force,
  id text not null,
  name text not null,
  from_at timestamptz not null,
  until_at timestamptz not null,
  counted_at timestamptz not null,
  frozen_at timestamptz not null,
  criteria_version integer not null,
  criteria jsonb not null,
  begun_by text not null,
  ended_by text,
  ended_at timestamptz,
  primary key (force_id, id),
  foreign key (force_id, begun_by) references person,
  foreign key (force_id, ended_by) references person
);
create unique index review_round_open on review_round (force_id) where ended_at is null;

-- One account, or one that looks like ours, in one round.
create table review (
  force_id text not null references force,
  id text not null,
  round_id text not null,
  -- The how-manieth of its round.
  place integer not null,
  account_id text,
  look_alike_id text,
  -- As the register had it when the evidence was frozen.
  name text not null,
  handle text not null,
  network text not null,
  class text,
  area text,
  scorecard jsonb not null,
  recommendation text not null check (recommendation in ('keep', 'improve', 'merge', 'adopt', 'close', 'leaveAsPersonal')),
  recommended_into text,
  reasons jsonb not null,
  -- The decision that stands; those before it are in `earlier`.
  outcome text check (outcome in ('keep', 'improve', 'merge', 'adopt', 'close', 'leaveAsPersonal')),
  into_account_id text,
  -- A day on the force's wall: when it goes, or is looked at again.
  on_day text,
  reason text,
  -- Why it differs from the recommendation.
  why_other text,
  decided_by text,
  decided_at timestamptz,
  earlier jsonb not null default '[]',
  primary key (force_id, id),
  check ((account_id is null) <> (look_alike_id is null)),
  foreign key (force_id, round_id) references review_round,
  foreign key (force_id, account_id) references account,
  foreign key (force_id, look_alike_id) references look_alike,
  foreign key (force_id, into_account_id) references account,
  foreign key (force_id, decided_by) references person
);
create index review_of_round on review (force_id, round_id, place);
create index review_account on review (force_id, account_id, decided_at);

-- What its people and its public said about it, in their words.
create table review_voice (
  force_id text not null,
  id text not null,
  review_id text not null,
  side text not null check (side in ('people', 'public')),
  -- An officer's name, or what a member of the public is to us; never who they are.
  who text not null,
  words text not null,
  on_day text not null,
  by_id text not null,
  at timestamptz not null,
  primary key (force_id, id),
  foreign key (force_id, review_id) references review,
  foreign key (force_id, by_id) references person
);
create index review_voice_review on review_voice (force_id, review_id, at);

-- Somebody of the account asks that another person looks again at what was decided.
create table second_look (
  force_id text not null,
  id text not null,
  review_id text not null,
  asked_by text not null,
  why text not null,
  asked_at timestamptz not null,
  -- Whose decision is looked at.
  of_id text not null,
  result text check (result in ('stands', 'changed')),
  reason text,
  decided_by text,
  decided_at timestamptz,
  primary key (force_id, id),
  foreign key (force_id, review_id) references review,
  foreign key (force_id, asked_by) references person,
  foreign key (force_id, of_id) references person,
  foreign key (force_id, decided_by) references person
);
create unique index second_look_open on second_look (force_id, review_id) where decided_at is null;
