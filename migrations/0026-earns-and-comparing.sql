-- What goes with replies and reshares, as it was counted last: one row a feature, a reaction and a group of accounts.
create table earned (
  force_id text not null references force,
  span text not null check (span in ('year', 'all')),
  -- Accounts of the corporate class, and all others, as the published study set them apart.
  accounts_of text not null check (accounts_of in ('corporate', 'others')),
  reaction text not null check (reaction in ('replies', 'reshares')),
  feature text not null,
  accounts integer not null,
  posts_with integer not null,
  posts_without integer not null,
  -- Of 100 pairs of posts of one account and quarter, one with and one without: in how many the one with earned more (0 to 1, ties half).
  -- Null: too few accounts to say.
  effect double precision,
  low double precision,
  high double precision,
  -- Of 100 posts and 1,000 followers, the middle account among those whose followers are known.
  per_follower_with double precision,
  per_follower_without double precision,
  followers_known integer not null,
  primary key (force_id, span, accounts_of, reaction, feature)
);

-- Of what that was counted, what was left out, and what conversational accounts do that the corporate ones do not.
create table earned_count (
  force_id text not null references force,
  span text not null check (span in ('year', 'all')),
  until_at timestamptz not null,
  counted_at timestamptz not null,
  posts integer not null,
  accounts integer not null,
  left_out jsonb not null,
  -- By network: posts, and how many of them it tells replies and reshares of.
  networks jsonb not null,
  lessons jsonb not null,
  primary key (force_id, span)
);

-- An inspectorate has people and no accounts. It may compare those forces that let it.
alter table force add column kind text not null default 'force' check (kind in ('force', 'inspectorate'));

-- A force lets an inspectorate compare its figures, never its words, from one instant until another, or until it ends that.
create table compare_consent (
  force_id text not null references force,
  id text not null,
  inspectorate_id text not null references force,
  from_at timestamptz not null,
  until_at timestamptz not null check (until_at > from_at),
  given_by text not null,
  given_at timestamptz not null,
  ended_by text,
  ended_at timestamptz,
  primary key (force_id, id),
  foreign key (force_id, given_by) references person,
  foreign key (force_id, ended_by) references person
);
create unique index compare_consent_one on compare_consent (force_id, inspectorate_id) where ended_at is null;
create index compare_consent_inspectorate on compare_consent (inspectorate_id, force_id) where ended_at is null;
