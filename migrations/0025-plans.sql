-- A set of accounts that might go, each perhaps into one that stays, saved under a name to be compared. Of a review round, or of none.
create table review_plan (
  force_id text not null references force,
  id text not null,
  name text not null,
  round_id text,
  by_id text not null,
  at timestamptz not null,
  version integer not null default 1,
  primary key (force_id, id),
  foreign key (force_id, by_id) references person
);

create table plan_account (
  force_id text not null,
  plan_id text not null,
  account_id text not null,
  into_account_id text,
  primary key (force_id, plan_id, account_id),
  foreign key (force_id, plan_id) references review_plan,
  foreign key (force_id, account_id) references account,
  foreign key (force_id, into_account_id) references account
);

-- A checklist that carries a decision out: an account is closed or adopted, or a whole network is left.
create table carrying_out (
  force_id text not null references force,
  id text not null,
  kind text not null check (kind in ('closing', 'adoption', 'platformRetirement')),
  account_id text,
  -- Adoption of one that is not on the register yet: found there by its handle once somebody has put it on.
  look_alike_id text,
  network text,
  into_account_id text,
  review_id text,
  -- The day of the force's own calendar on which it ends.
  ends_on text not null,
  begun_by text not null,
  begun_at timestamptz not null,
  -- Where it was agreed to say so: what the public list shows of the network.
  note text not null default '',
  pinned_post_id text,
  last_post_id text,
  ended_at timestamptz,
  ended_by text,
  ending text check (ending in ('done', 'stopped')),
  reason text not null default '',
  primary key (force_id, id),
  foreign key (force_id, account_id) references account,
  foreign key (force_id, look_alike_id) references look_alike,
  foreign key (force_id, into_account_id) references account,
  foreign key (force_id, begun_by) references person
);
create unique index carrying_out_account on carrying_out (force_id, account_id) where ended_at is null and account_id is not null;
create unique index carrying_out_look_alike on carrying_out (force_id, look_alike_id) where ended_at is null and look_alike_id is not null;
create unique index carrying_out_network on carrying_out (force_id, network) where ended_at is null and network is not null;
create index carrying_out_review on carrying_out (force_id, review_id) where review_id is not null;

-- One step: an office or a person answers for it, until a day; done by a named person, with what shows it.
create table carrying_step (
  force_id text not null,
  carrying_out_id text not null,
  step text not null,
  office_id text,
  person_id text,
  due_on text not null,
  done_at timestamptz,
  done_by text,
  evidence text not null default '',
  primary key (force_id, carrying_out_id, step),
  foreign key (force_id, carrying_out_id) references carrying_out,
  foreign key (force_id, office_id) references office,
  foreign key (force_id, person_id) references person,
  foreign key (force_id, done_by) references person
);

-- Who came along: counted on the day on which an account was closed (day 0), and 30 and 90 days later. What was not known is null.
create table migration_count (
  force_id text not null,
  carrying_out_id text not null,
  day integer not null check (day in (0, 30, 90)),
  due_at timestamptz not null,
  counted_at timestamptz,
  followers integer,
  dialogue double precision,
  -- People who signed there on its last day; on day 30 and 90, how many of them sign on the account that it joined.
  voices integer,
  into_followers integer,
  into_dialogue double precision,
  into_voices integer,
  -- When the network told the latest of these counts.
  followers_at timestamptz,
  primary key (force_id, carrying_out_id, day),
  foreign key (force_id, carrying_out_id) references carrying_out
);
create index migration_count_due on migration_count (due_at) where counted_at is null;

-- Networks that the force has left: nothing is opened there any more. The accounts that were there stay on the register, closed.
create table retired_network (
  force_id text not null references force,
  network text not null,
  note text not null default '',
  at timestamptz not null,
  by_id text not null,
  primary key (force_id, network),
  foreign key (force_id, by_id) references person
);
