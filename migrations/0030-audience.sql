-- Each account is asked once a day how many follow it: when next, and since when it could not be told.
create table follower_asking (
  force_id text not null,
  account_id text not null,
  next_at timestamptz not null,
  tries integer not null default 0,
  failing_since timestamptz,
  words text not null default '',
  lease_token text,
  lease_until timestamptz,
  primary key (force_id, account_id),
  foreign key (force_id, account_id) references account
);

-- Who follows the accounts of one network is read in a while, in memory only, and kept as numbers: see follower_pattern.
create table follower_reading (
  force_id text not null references force,
  network text not null,
  next_at timestamptz not null,
  -- Who asked for it before its month was over.
  asked_by text,
  words text not null default '',
  lease_token text,
  lease_until timestamptz,
  -- When what is kept was read; null before the first time.
  read_at timestamptz,
  primary key (force_id, network),
  foreign key (force_id, asked_by) references person
);

-- The accounts of the last reading, by their number in its patterns. `whole`: everybody who follows it was read; otherwise `words` say why not.
create table follower_read (
  force_id text not null,
  network text not null,
  n smallint not null,
  account_id text not null,
  followers integer not null,
  whole boolean not null,
  words text not null default '',
  primary key (force_id, network, n),
  unique (force_id, account_id),
  foreign key (force_id, network) references follower_reading,
  foreign key (force_id, account_id) references account
);

-- How many people follow exactly these accounts, and no other that was read. Numbers only: nothing here, and nothing anywhere, says who they are.
create table follower_pattern (
  force_id text not null,
  network text not null,
  n integer not null,
  accounts smallint[] not null,
  people integer not null check (people > 0),
  primary key (force_id, network, n),
  foreign key (force_id, network) references follower_reading
);

-- What a network's own page of statistics says of where followers are, as a person read it there.
create table local_reach (
  force_id text not null,
  id text not null,
  account_id text not null,
  in_area integer not null check (in_area >= 0),
  of_all integer not null check (of_all > 0 and in_area <= of_all),
  -- The day of the force's own calendar as of which the page says it.
  as_of text not null,
  source text not null,
  by_id text not null,
  at timestamptz not null,
  primary key (force_id, id),
  foreign key (force_id, account_id) references account,
  foreign key (force_id, by_id) references person
);
create index local_reach_account on local_reach (force_id, account_id, as_of);

-- An invented public of the practice network: so many people who follow exactly these accounts.
create table practice_crowd (
  force_id text not null references force,
  id text not null,
  accounts text[] not null,
  people integer not null check (people > 0),
  primary key (force_id, id)
);
