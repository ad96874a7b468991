-- Which person's messages were handed out because they asked for them (subject access). Who they are is not kept: only a keyed hash of
-- the network's name of them, so that asking twice is seen.
create table subject_export (
  force_id text not null references force,
  id text not null,
  network text not null,
  subject_hash text not null,
  reference text not null,
  reason text not null,
  by_id text not null,
  at timestamptz not null,
  messages integer not null,
  primary key (force_id, id),
  foreign key (force_id, by_id) references person
);
create index subject_export_at on subject_export (force_id, at desc, id desc);

alter table conversation
  -- When something new was said that opened it again. Clocks begin here, and what was done before does not count; a person who opens it
  -- again leaves them as they are.
  add column reopened_at timestamptz,
  -- The last time that a person saw something new in it; `first_look_at` is the first.
  add column looked_at timestamptz,
  -- A person says that a crime was reported, or that none was; null: nobody has said.
  add column crime_said boolean;

alter table conversation_act drop constraint conversation_act_kind_check;
alter table conversation_act add constraint conversation_act_kind_check check (kind in ('looked', 'took', 'tookOver', 'handedOver', 'freed', 'lapsed', 'categorised', 'noted', 'answerBegun', 'answerGivenUp', 'movedToPrivate', 'incidentRaised', 'crimeSaid', 'crimeRecorded', 'closed', 'reopened', 'restrictedRead', 'offered'));

-- Counted many times a minute, from the index alone; and the queue of one category, of one account.
create index conversation_counts on conversation (force_id, category, rank, due_at, id) include (account_id, holder_id, held_until)
  where stage = 'open';
create index conversation_account_queue on conversation (force_id, account_id, rank, due_at, id) where stage = 'open';
-- What frees itself.
create index conversation_lapse on conversation (held_until) where stage = 'open' and holder_id is not null;
create index conversation_offer on conversation (offered_until) where stage = 'open' and offered_to_id is not null;
create index surge_member_conversation on surge_member (force_id, conversation_id);
