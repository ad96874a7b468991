-- What the public says to us, and what became of it.

-- How far we have heard one account. A network is asked again from `cursor`; messages and cursor are kept together.
create table listening (
  force_id text not null,
  account_id text not null,
  cursor text,
  -- hearing: the last asking was answered; behind: it was not; ended: the keys have ended.
  state text not null check (state in ('hearing', 'behind', 'ended')),
  words text not null default '',
  heard_at timestamptz,
  -- Since when nothing was heard; null while all is well.
  behind_since timestamptz,
  next_at timestamptz not null,
  lease_token text,
  lease_until timestamptz,
  -- Until when private messages, or anything else that the network keeps from us, is not heard: in words.
  missing text,
  primary key (force_id, account_id),
  foreign key (force_id, account_id) references account
);
create index listening_due on listening (next_at);

-- One person's question or remark, with what followed below it. `thread` is the network's own name of the place.
create table conversation (
  force_id text not null,
  id text not null,
  account_id text not null,
  network text not null,
  kind text not null check (kind in ('public', 'direct')),
  thread text not null,
  -- Our own post that it stands under, where it does.
  about_post_id text,
  author_external_id text not null,
  author_handle text not null,
  author_name text not null,
  opening text not null,
  language text not null check (language in ('en', 'cy')),
  stage text not null check (stage in ('open', 'closed')),
  stage_since timestamptz not null,
  -- Decided by a person when `category_by` is set; otherwise suggested, with the words that led to it in `suggestion`.
  category text not null check (category in ('threatOrVulnerable', 'callForService', 'intelligence', 'complaint', 'informationRequest', 'question', 'comment', 'abuse', 'media')),
  category_by text,
  category_at timestamptz,
  suggestion jsonb not null default '{}',
  -- Order of the queue: 0 is a person who may be in danger. `due_at`: the next clock that runs out; null when none runs.
  rank integer not null,
  due_at timestamptz,
  -- Counts everything that changed it; an answer is begun against the number that was read.
  version integer not null default 1,
  opened_at timestamptz not null,
  last_said_at timestamptz not null,
  last_from text not null check (last_from in ('public', 'us')),
  -- What waits for us since when: the first message after our last answer. Null when nothing waits.
  waiting_since timestamptz,
  messages integer not null default 0,
  first_look_at timestamptz,
  first_look_by text,
  first_reply_at timestamptz,
  incident_at timestamptz,
  incident_ref text,
  -- Somebody says that a crime was reported; the recording clock runs from `opened_at`.
  crime_recorded_at timestamptz,
  crime_ref text,
  holder_id text,
  held_since timestamptz,
  held_until timestamptz,
  -- Offered first to the officer who spoke, until `offered_until`.
  offered_to_id text,
  offered_until timestamptz,
  -- The one answer that is being written.
  draft_post_id text,
  surge_id text,
  primary key (force_id, id),
  foreign key (force_id, account_id) references account,
  foreign key (force_id, draft_post_id) references post (force_id, id)
);
create index conversation_queue on conversation (force_id, rank, due_at, id) where stage = 'open';
create index conversation_held on conversation (force_id, holder_id) where stage = 'open' and holder_id is not null;
create index conversation_account on conversation (force_id, account_id, last_said_at desc);
create index conversation_thread on conversation (force_id, network, thread);
create index conversation_closed on conversation (force_id, stage_since desc, id) where stage = 'closed';
create index conversation_surge on conversation (force_id, surge_id) where surge_id is not null;
create index conversation_draft on conversation (force_id, draft_post_id) where draft_post_id is not null;

-- Everything heard, once per network and id; kept when it is changed or deleted there.
create table message (
  force_id text not null,
  id text not null,
  conversation_id text not null,
  account_id text not null,
  network text not null,
  external_id text not null,
  kind text not null check (kind in ('reply', 'mention', 'quote', 'direct')),
  author_external_id text not null,
  author_handle text not null,
  author_name text not null,
  text text not null,
  language text not null,
  pictures integer not null default 0,
  url text,
  parent text,
  proof jsonb not null default '{}',
  root_proof jsonb,
  network_version text not null default '',
  said_at timestamptz not null,
  heard_at timestamptz not null,
  state text not null default 'live' check (state in ('live', 'changed', 'gone')),
  state_since timestamptz not null,
  hidden_at timestamptz,
  looked_again_at timestamptz,
  primary key (force_id, id),
  foreign key (force_id, conversation_id) references conversation
);
create unique index message_once on message (force_id, network, external_id);
create index message_conversation on message (force_id, conversation_id, said_at, id);
create index message_heard on message (force_id, heard_at);
create index message_account on message (force_id, account_id, heard_at);

-- What a message said before it was changed there.
create table message_version (
  force_id text not null,
  message_id text not null,
  n integer not null,
  text text not null,
  network_version text not null,
  until_at timestamptz not null,
  primary key (force_id, message_id, n),
  foreign key (force_id, message_id) references message
);

-- What a person did with a conversation, in order; the words stay here, so that the chain of facts holds none.
create table conversation_act (
  force_id text not null,
  id text not null,
  conversation_id text not null,
  kind text not null check (kind in ('looked', 'took', 'tookOver', 'handedOver', 'freed', 'lapsed', 'categorised', 'noted', 'answerBegun', 'answerGivenUp', 'movedToPrivate', 'incidentRaised', 'crimeRecorded', 'closed', 'reopened', 'restrictedRead', 'offered')),
  by_id text,
  at timestamptz not null,
  words text not null default '',
  data jsonb not null default '{}',
  primary key (force_id, id),
  foreign key (force_id, conversation_id) references conversation
);
create index conversation_act_order on conversation_act (force_id, conversation_id, at, id);

-- How each closing ended; a conversation that is opened again by a new message gets another one.
create table outcome (
  force_id text not null,
  id text not null,
  conversation_id text not null,
  kind text not null check (kind in ('answered', 'incidentRaised', 'referred', 'moderated', 'noAnswerNeeded')),
  reference text not null default '',
  team text not null default '',
  reason text not null default '',
  category text not null,
  by_id text not null,
  at timestamptz not null,
  primary key (force_id, id),
  foreign key (force_id, conversation_id) references conversation
);
create index outcome_conversation on outcome (force_id, conversation_id, at);
create index outcome_at on outcome (force_id, at);

-- Which post answers which message.
create table answer (
  force_id text not null,
  post_id text not null,
  conversation_id text not null,
  message_id text not null,
  by_id text not null,
  at timestamptz not null,
  -- One answer to many: the group it belongs to.
  batch_id text,
  -- Seen as sent; the first reply clock stops here.
  sent_at timestamptz,
  given_up_at timestamptz,
  primary key (force_id, post_id, conversation_id),
  foreign key (force_id, conversation_id) references conversation
);
create index answer_conversation on answer (force_id, conversation_id);
create index answer_open on answer (force_id, at) where sent_at is null and given_up_at is null;

-- A post that answers somebody: what it stands below. `reserved_for`: only this person may change or release it.
alter table post add column answering jsonb;
alter table post add column reserved_for text;
-- What a delivery stands below on its network, or the private conversation it goes to: {"root":…,"parent":…} or {"direct":…}.
alter table delivery add column answering jsonb;
-- Messages on this account that mention a risk to somebody and that nobody has answered: counted by the desk, read by the rules.
alter table account add column unanswered_risk integer not null default 0;

-- Aims of the desk in minutes, and what the out-of-hours line says; one row a force.
create table desk (
  force_id text not null references force,
  aims jsonb not null default '{}',
  lines jsonb not null default '{}',
  changed_at timestamptz,
  changed_by text,
  primary key (force_id)
);

-- Words ready to use, with an owner and an end.
create table reply_line (
  force_id text not null references force,
  id text not null,
  title text not null,
  words jsonb not null,
  source text not null,
  owner_office_id text,
  if_asked boolean not null default false,
  topics text not null default '',
  expires_at timestamptz,
  ended_at timestamptz,
  changed_at timestamptz not null,
  changed_by text not null,
  primary key (force_id, id)
);

-- The only ground to hide, mute, block or report.
create table standard (
  force_id text not null references force,
  code text not null,
  title jsonb not null,
  words jsonb not null,
  ended_at timestamptz,
  primary key (force_id, code)
);

create table moderation (
  force_id text not null,
  id text not null,
  conversation_id text not null,
  message_id text not null,
  account_id text not null,
  act text not null check (act in ('hide', 'report', 'mute', 'block')),
  standard_code text not null,
  words text not null default '',
  -- What was there when it was decided.
  copy jsonb not null,
  by_id text not null,
  at timestamptz not null,
  -- asked: decided, not yet done there; done: seen to be done; refused and needsPerson: a person must look.
  state text not null check (state in ('asked', 'doing', 'done', 'refused', 'needsPerson', 'lifting', 'lifted')),
  state_since timestamptz not null,
  network_words text not null default '',
  tries integer not null default 0,
  next_at timestamptz,
  lease_token text,
  lease_until timestamptz,
  expires_at timestamptz,
  review_at timestamptz,
  reviewed_at timestamptz,
  reviewed_by text,
  review_words text not null default '',
  appeal_at timestamptz,
  appeal_words text not null default '',
  appeal_outcome text check (appeal_outcome in ('upheld', 'lifted')),
  appeal_by text,
  lifted_at timestamptz,
  lifted_by text,
  primary key (force_id, id),
  foreign key (force_id, conversation_id) references conversation,
  foreign key (force_id, message_id) references message,
  foreign key (force_id, standard_code) references standard
);
create index moderation_work on moderation (next_at) where state in ('asked', 'doing', 'lifting');
create index moderation_at on moderation (force_id, at);
create index moderation_message on moderation (force_id, message_id);
create index moderation_expires on moderation (force_id, expires_at) where state = 'done' and expires_at is not null;

-- Who is on duty when.
create table duty (
  force_id text not null references force,
  id text not null,
  person_id text not null,
  kind text not null check (kind in ('desk', 'onCall')),
  from_at timestamptz not null,
  until_at timestamptz not null,
  ended_at timestamptz,
  made_by text not null,
  made_at timestamptz not null,
  primary key (force_id, id),
  foreign key (force_id, person_id) references person
);
create index duty_time on duty (force_id, until_at, from_at);

-- What one shift tells the next.
create table hand_over (
  force_id text not null references force,
  id text not null,
  words text not null,
  -- Figures of the desk at that moment.
  stand jsonb not null default '{}',
  by_id text not null,
  at timestamptz not null,
  read_by text,
  read_at timestamptz,
  primary key (force_id, id)
);
create index hand_over_at on hand_over (force_id, at desc);

-- Where a person can be reached by an alarm. `sealed`: the address and its keys, for nobody's eyes.
create table reach (
  force_id text not null,
  id text not null,
  person_id text not null,
  way text not null check (way in ('push', 'email')),
  label text not null,
  sealed text not null,
  added_at timestamptz not null,
  failed_at timestamptz,
  ended_at timestamptz,
  primary key (force_id, id),
  foreign key (force_id, person_id) references person
);
create index reach_person on reach (force_id, person_id) where ended_at is null;

-- One telling of one alarm to one person by one way.
create table telling (
  force_id text not null,
  id text not null,
  alarm_id text not null,
  person_id text not null,
  reach_id text not null,
  step integer not null,
  state text not null check (state in ('waiting', 'telling', 'told', 'failed')),
  next_at timestamptz not null,
  tries integer not null default 0,
  words text not null default '',
  lease_token text,
  lease_until timestamptz,
  at timestamptz not null,
  told_at timestamptz,
  seen_at timestamptz,
  primary key (force_id, id)
);
create unique index telling_once on telling (force_id, alarm_id, reach_id, step);
create index telling_due on telling (next_at) where state in ('waiting', 'telling');

-- A question that we put to the public, and what became of the answers.
create table public_question (
  force_id text not null references force,
  id text not null,
  kind text not null check (kind in ('question', 'consultation', 'poll', 'live')),
  title text not null,
  words text not null default '',
  objective_id text,
  area text,
  post_id text,
  choices jsonb not null default '[]',
  opens_at timestamptz,
  closes_at timestamptz,
  stage text not null check (stage in ('planned', 'open', 'closed', 'answered')),
  team jsonb not null default '[]',
  made_by text not null,
  made_at timestamptz not null,
  primary key (force_id, id)
);
create table theme (
  force_id text not null,
  id text not null,
  question_id text not null,
  title text not null,
  -- You said, we did: what was done, and the post that says so.
  did text not null default '',
  did_at timestamptz,
  did_by text,
  did_post_id text,
  primary key (force_id, id),
  foreign key (force_id, question_id) references public_question
);
create table theme_message (
  force_id text not null,
  theme_id text not null,
  message_id text not null,
  by_id text not null,
  at timestamptz not null,
  primary key (force_id, theme_id, message_id),
  foreign key (force_id, theme_id) references theme,
  foreign key (force_id, message_id) references message
);

-- A sudden rise in what reaches us.
create table surge (
  force_id text not null references force,
  id text not null,
  began_at timestamptz not null,
  noticed_at timestamptz not null,
  ended_at timestamptz,
  -- Why: counts, what is usual, the post or words it is about.
  why jsonb not null,
  mode_by text,
  mode_at timestamptz,
  mode_ended_at timestamptz,
  primary key (force_id, id)
);
create unique index surge_one on surge (force_id) where ended_at is null;
create table surge_group (
  force_id text not null,
  id text not null,
  surge_id text not null,
  keys text[] not null,
  sample text not null,
  size integer not null default 0,
  primary key (force_id, id),
  foreign key (force_id, surge_id) references surge
);
create table surge_member (
  force_id text not null,
  group_id text not null,
  conversation_id text not null,
  primary key (force_id, group_id, conversation_id),
  foreign key (force_id, group_id) references surge_group,
  foreign key (force_id, conversation_id) references conversation
);
