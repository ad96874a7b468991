create table post (
  force_id text not null references force,
  id text not null,
  author_id text not null,
  stage text not null check (stage in ('draft', 'asked', 'sentBack', 'released', 'discarded')),
  stage_since timestamptz not null,
  path text check (path in ('approved', 'lowRisk', 'emergency')),
  version integer not null,
  digest text not null,
  content jsonb not null,
  due_at timestamptz,
  -- Everybody whose words or choices are in it: none of them approves it or decides what the rules found.
  writers text[] not null default '{}',
  corrects_post_id text,
  corrects_reason text not null default '',
  created_at timestamptz not null,
  changed_at timestamptz not null,
  changed_by text,
  -- Counts every save; `version` counts what was put before somebody. An empty digest: this version was not yet put before anybody.
  edit integer not null default 0,
  -- In whose name it goes out, when that is not the author.
  speaker_id text,
  words text not null default '',
  primary key (force_id, id),
  foreign key (force_id, author_id) references person
);
create index post_stage on post (force_id, stage, changed_at);
create index post_author on post (force_id, author_id, changed_at);
create index post_changed on post (force_id, changed_at desc, id desc);
create index post_corrects on post (force_id, corrects_post_id) where corrects_post_id is not null;

-- Every version that was ever put before somebody. `sheet` is exactly what the digest covers.
create table post_version (
  force_id text not null,
  post_id text not null,
  version integer not null,
  digest text not null,
  content jsonb not null,
  sheet jsonb not null,
  by_id text not null,
  at timestamptz not null,
  primary key (force_id, post_id, version),
  foreign key (force_id, post_id) references post
);

-- What a named person decided about one version of a post; never changed.
create table decision (
  force_id text not null,
  id text not null,
  post_id text not null,
  version integer not null,
  digest text not null,
  kind text not null check (kind in ('approve', 'refuse', 'sendBack', 'override', 'releaseAtOnce', 'reviewAfterwards', 'withdraw', 'reopen')),
  finding text,
  role text,
  person_id text not null,
  reason text not null default '',
  at timestamptz not null,
  primary key (force_id, id),
  foreign key (force_id, post_id) references post
);
create index decision_post on decision (force_id, post_id, at);

-- Released without a second person beforehand, so looked at afterwards.
create table afterlook (
  force_id text not null,
  post_id text not null,
  why text not null check (why in ('lowRisk', 'emergency')),
  due_at timestamptz not null,
  done_at timestamptz,
  done_by text,
  verdict text check (verdict in ('inOrder', 'learn', 'withdraw')),
  words text not null default '',
  primary key (force_id, post_id),
  foreign key (force_id, post_id) references post
);

create index afterlook_due on afterlook (force_id, due_at) where done_at is null;

create table picture (
  force_id text not null references force,
  id text not null,
  sha256 text not null,
  media_type text not null,
  width integer not null,
  height integer not null,
  bytes bytea not null,
  removed text[] not null default '{}',
  added_by text not null,
  added_at timestamptz not null,
  primary key (force_id, id)
);

create table hold (
  force_id text not null references force,
  id text not null,
  scope text not null check (scope in ('everything', 'account', 'network', 'area')),
  target text,
  reason text not null,
  placed_by text not null,
  placed_at timestamptz not null,
  released_by text,
  released_at timestamptz,
  primary key (force_id, id)
);
create index hold_open on hold (force_id) where released_at is null;

-- One post to one account on one network.
create table delivery (
  force_id text not null,
  id text not null,
  post_id text not null,
  account_id text not null,
  network text not null,
  area text,
  state text not null check (state in ('waiting', 'sending', 'sent', 'checking', 'refused', 'needs-person', 'held', 'withdrawn')),
  state_since timestamptz not null,
  -- The handle that was approved; under another one it does not go out.
  handle text not null default '',
  due_at timestamptz not null,
  next_at timestamptz not null,
  late_after timestamptz not null,
  lease_token text,
  lease_until timestamptz,
  claims integer not null default 0,
  looks integer not null default 0,
  resends integer not null default 0,
  words text not null default '',
  hold_id text,
  -- The delivery of the post that this one corrects, on the same account: it goes out as an answer below it.
  below_delivery_id text,
  removal text check (removal in ('asked', 'removing', 'checking', 'gone')),
  sent_at timestamptz,
  primary key (force_id, id),
  foreign key (force_id, post_id) references post,
  foreign key (force_id, account_id) references account
);
create unique index delivery_once on delivery (force_id, post_id, account_id) where state <> 'withdrawn' or removal is not null;
create index delivery_due on delivery (next_at) where state in ('waiting', 'checking') or removal in ('asked', 'checking');
create index delivery_lease on delivery (lease_until) where lease_until is not null;
create index delivery_state on delivery (force_id, state, state_since);
create index delivery_account on delivery (force_id, account_id, sent_at);

create table piece (
  force_id text not null,
  delivery_id text not null,
  n integer not null,
  text text not null,
  material jsonb not null default '{}',
  key text not null,
  frozen text,
  external_id text,
  url text,
  proof jsonb,
  sent_at timestamptz,
  removed_at timestamptz,
  -- A person left it out of a thread that stopped half way.
  left_out boolean not null default false,
  primary key (force_id, delivery_id, n),
  foreign key (force_id, delivery_id) references delivery
);

-- One try. The row is committed before the first byte leaves.
create table attempt (
  force_id text not null,
  id text not null,
  delivery_id text not null,
  n integer not null,
  act text not null check (act in ('send', 'look', 'remove')),
  worker text not null,
  started_at timestamptz not null,
  ended_at timestamptz,
  ending text,
  words text not null default '',
  primary key (force_id, id),
  foreign key (force_id, delivery_id, n) references piece
);
create index attempt_delivery on attempt (force_id, delivery_id, started_at);
create index attempt_open on attempt (force_id, delivery_id) where ended_at is null;

-- Something a named person must know. Open until settled; one open alarm a subject and kind.
create table alarm (
  force_id text not null references force,
  id text not null,
  kind text not null,
  subject text not null,
  words text not null,
  raised_at timestamptz not null,
  settled_at timestamptz,
  settled_by text,
  settled_words text not null default '',
  primary key (force_id, id)
);
create unique index alarm_open on alarm (force_id, kind, subject) where settled_at is null;
