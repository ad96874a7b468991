-- What the desk says of a post that answers, in the transaction in which it knows it, so that posting reads no table of the desk: in which
-- conversation it stands, whether only some may read that, and to which answer to many it belongs.
alter table post
  add column conversation_id text,
  add column restricted boolean not null default false,
  add column batch_id text;
update post p set conversation_id = a.conversation_id, restricted = k.category = 'intelligence', batch_id = a.batch_id
  from answer a join conversation k on k.force_id = a.force_id and k.id = a.conversation_id
  where a.force_id = p.force_id and a.post_id = p.id;
create index post_conversation on post (force_id, conversation_id) where conversation_id is not null;
create index post_batch on post (force_id, batch_id) where batch_id is not null;

-- When somebody last opened a conversation that only some may read: so long as that lasts, its answers are open to them.
create table restricted_opening (
  force_id text not null references force,
  conversation_id text not null,
  person_id text not null,
  at timestamptz not null,
  primary key (force_id, conversation_id, person_id)
);
insert into restricted_opening
  select force_id, conversation_id, by_id, max(at) from conversation_act
  where kind = 'restrictedRead' and by_id is not null group by 1, 2, 3;
