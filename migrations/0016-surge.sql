-- One answer to many, and what a question to the public needs besides.

-- Groups are found by any key that they share with what was just said.
create index surge_group_keys on surge_group using gin (keys);
alter table surge_group add column language text not null default 'en' check (language in ('en', 'cy'));
-- When it was last above what is usual; it ends after a quiet while. And who ended surge mode: null when it ended by itself.
alter table surge
  add column loud_at timestamptz,
  add column mode_ended_by text;

create table surge_batch (
  force_id text not null,
  id text not null,
  surge_id text not null,
  group_id text not null,
  words text not null,
  -- atOnce: whatever may go without a second person goes, the rest asks; approval: all of it asks.
  how text not null check (how in ('atOnce', 'approval')),
  -- taking: conversations are being taken and answers begun; sending: they are being released or put before somebody; out: all were.
  stage text not null check (stage in ('taking', 'sending', 'out', 'givenUp')),
  by_id text not null,
  at timestamptz not null,
  lease_token text,
  lease_until timestamptz,
  primary key (force_id, id),
  foreign key (force_id, surge_id) references surge,
  foreign key (force_id, group_id) references surge_group
);
create unique index surge_batch_one on surge_batch (force_id, group_id) where stage in ('taking', 'sending');
create index surge_batch_surge on surge_batch (force_id, surge_id);
create index surge_batch_work on surge_batch (lease_until) where stage in ('taking', 'sending');
-- Who was left out of a batch, and why; `words` is what a refusal said.
create table surge_batch_left (
  force_id text not null,
  batch_id text not null,
  conversation_id text not null,
  why text not null,
  words text not null default '',
  at timestamptz not null,
  primary key (force_id, batch_id, conversation_id),
  foreign key (force_id, batch_id) references surge_batch,
  foreign key (force_id, conversation_id) references conversation
);
create index answer_batch on answer (force_id, batch_id) where batch_id is not null;

alter table public_question
  -- Of a live session: what those are told who ask before it begins or after its end, by language.
  add column notice jsonb not null default '{}',
  add column stage_since timestamptz;
-- Why nothing is done about a theme: instead of "we did".
alter table theme
  add column no_action text not null default '',
  add column made_at timestamptz;
create index theme_question on theme (force_id, question_id);
create index theme_message_message on theme_message (force_id, message_id);
create index public_question_time on public_question (force_id) where stage in ('planned', 'open');
create index conversation_about on conversation (force_id, about_post_id) where about_post_id is not null;
