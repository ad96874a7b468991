-- An office is a post in the organisation ("Head of communications"); it outlives its holders. The word post is kept for what is published.
create table office (
  force_id text not null references force,
  id text not null,
  title text not null,
  holder_id text,
  since timestamptz,
  primary key (force_id, id),
  foreign key (force_id, holder_id) references person
);
create unique index office_title on office (force_id, lower(title));

create table account (
  force_id text not null references force,
  id text not null,
  network text not null,
  handle text not null,
  name text not null,
  class text not null check (class in ('corporate', 'contactDesk', 'district', 'neighbourhood', 'specialist', 'campaign', 'individual', 'chiefOfficer')),
  kind text not null check (kind in ('single', 'collective')),
  status text not null check (status in ('proposed', 'live', 'underReview', 'closing', 'closed', 'unofficial')),
  purpose text not null,
  area text,
  owner_office_id text,
  supervisor_office_id text,
  -- Set when the owning office got another holder, or none, and nobody has taken the account over since.
  owner_changed_at timestamptz,
  signature_place text not null check (signature_place in ('prefix', 'suffix', 'none')),
  cover jsonb not null default '[]',
  lateness_minutes integer not null default 30,
  external_id text,
  next_review_at timestamptz,
  created_at timestamptz not null,
  version integer not null default 1,
  primary key (force_id, id),
  foreign key (force_id, owner_office_id) references office,
  foreign key (force_id, supervisor_office_id) references office
);
create unique index account_handle on account (force_id, network, lower(handle)) where status <> 'closed';

create table account_objective (
  force_id text not null,
  account_id text not null,
  objective_id text not null,
  primary key (force_id, account_id, objective_id),
  foreign key (force_id, account_id) references account,
  foreign key (force_id, objective_id) references objective
);

-- Why somebody moved an account to another status, or ended its keys; in their own words, never changed.
create table account_decision (
  force_id text not null,
  id text not null,
  account_id text not null,
  what text not null check (what in ('approve', 'turnDown', 'beginReview', 'keep', 'beginClosing', 'close', 'adopt', 'leave', 'endKeys')),
  reason text not null,
  person_id text,
  at timestamptz not null,
  primary key (force_id, id),
  foreign key (force_id, account_id) references account,
  foreign key (force_id, person_id) references person
);
create index account_decision_account on account_decision (force_id, account_id, at);

create table contributor (
  force_id text not null,
  id text not null,
  account_id text not null,
  person_id text not null,
  trusted boolean not null default false,
  from_at timestamptz not null,
  until_at timestamptz,
  primary key (force_id, id),
  foreign key (force_id, account_id) references account,
  foreign key (force_id, person_id) references person
);
create unique index contributor_once on contributor (force_id, account_id, person_id) where until_at is null;

-- Who signs how, from when to when. History is kept, so that an old post still leads to the right officer.
create table signature (
  force_id text not null,
  id text not null,
  account_id text not null,
  person_id text not null,
  mark text not null,
  from_at timestamptz not null,
  until_at timestamptz,
  primary key (force_id, id),
  foreign key (force_id, account_id) references account,
  foreign key (force_id, person_id) references person
);
create unique index signature_mark on signature (force_id, account_id, upper(mark)) where until_at is null;
create unique index signature_person on signature (force_id, account_id, person_id) where until_at is null;

-- Standing consent: `by_person_id` lets `to_person_id` release in their name on this account, until it ends.
create table delegation (
  force_id text not null,
  id text not null,
  account_id text not null,
  by_person_id text not null,
  to_person_id text not null,
  from_at timestamptz not null,
  until_at timestamptz not null,
  primary key (force_id, id),
  foreign key (force_id, account_id) references account,
  foreign key (force_id, by_person_id) references person,
  foreign key (force_id, to_person_id) references person
);
create index delegation_account on delegation (force_id, account_id, until_at);

-- The keys of an account, sealed. There is no plain column.
create table custody (
  force_id text not null,
  account_id text not null,
  -- Another one with every hand-over, so that a late renewal of old keys cannot overwrite new ones.
  id text not null,
  sealed text not null,
  state text not null check (state in ('working', 'ended', 'unknown')),
  words text not null default '',
  ends_at timestamptz,
  set_by text not null,
  set_at timestamptz not null,
  checked_at timestamptz,
  primary key (force_id, account_id),
  foreign key (force_id, account_id) references account
);

-- What a sign-in at the network needs between leaving and coming back (state, return), and afterwards (session); and the key
-- by which the network knows this installation (app). All sealed.
create table custody_note (
  force_id text not null references force,
  kind text not null check (kind in ('state', 'session', 'return', 'app')),
  key text not null,
  sealed text not null,
  at timestamptz not null,
  primary key (force_id, kind, key)
);
