-- What goes out by itself while nobody looks. It is no answer: it stops no clock and closes nothing.
alter table answer add column automatic boolean not null default false;
create index answer_automatic on answer (force_id, conversation_id, at) where automatic;
