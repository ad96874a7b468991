-- Somebody asks for an account before there is one. Communications decides; opening it is a step of its own.
create table account_request (
  force_id text not null references force,
  id text not null,
  network text not null,
  handle text not null,
  name text not null,
  class text not null check (class in ('corporate', 'contactDesk', 'district', 'neighbourhood', 'specialist', 'campaign', 'individual', 'chiefOfficer')),
  area text,
  purpose text not null,
  objective_id text,
  owner_office_id text,
  -- The plan, in the words of whoever asks.
  why_new text not null,
  who_posts text not null,
  leave_cover text not null,
  monitoring text not null,
  training text not null,
  risk text not null,
  asked_by text not null,
  asked_at timestamptz not null,
  state text not null check (state in ('waiting', 'approved', 'turnedDown', 'redirected', 'takenBack')),
  reason text not null default '',
  decided_by text,
  decided_at timestamptz,
  -- Approved: the account that may now be opened. Redirected: the one that is there already and will do.
  account_id text,
  primary key (force_id, id),
  foreign key (force_id, objective_id) references objective,
  foreign key (force_id, owner_office_id) references office,
  foreign key (force_id, asked_by) references person,
  foreign key (force_id, decided_by) references person,
  foreign key (force_id, account_id) references account
);
create index account_request_state on account_request (force_id, state, asked_at);

-- The force's own convention for handles, and what every profile has to say.
create table register_convention (
  force_id text primary key references force,
  convention jsonb not null,
  changed_by text not null,
  changed_at timestamptz not null
);

-- The words by which an account says who it is, as they stand at the network: asked there, or written down by a person.
alter table account add column profile text;
alter table account add column profile_at timestamptz;

-- What a person was trained in, or agreed to, and until when. The latest row of a subject counts; `person.trained_until` is worked out from it.
create table training (
  force_id text not null,
  id text not null,
  person_id text not null,
  subject text not null check (subject in ('mediaLaw', 'operationalSecurity', 'houseStyle', 'agreement')),
  until_at timestamptz not null,
  by_person_id text,
  at timestamptz not null,
  primary key (force_id, id),
  foreign key (force_id, person_id) references person,
  foreign key (force_id, by_person_id) references person
);
create index training_person on training (force_id, person_id, subject, at);

-- An account that looks like one of ours and is not.
create table look_alike (
  force_id text not null references force,
  id text not null,
  network text not null,
  handle text not null,
  what text not null default '',
  -- Which of ours it may be taken for.
  account_id text,
  found_by text,
  found_at timestamptz not null,
  outcome text not null default 'open' check (outcome in ('open', 'harmless', 'notOurs', 'reported', 'gone')),
  reason text not null default '',
  report_reference text,
  decided_by text,
  decided_at timestamptz,
  primary key (force_id, id),
  foreign key (force_id, account_id) references account,
  foreign key (force_id, found_by) references person,
  foreign key (force_id, decided_by) references person
);
create unique index look_alike_handle on look_alike (force_id, network, lower(handle));
