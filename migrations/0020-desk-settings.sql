-- What a force sets for its desk, and what was set before.

-- Words by which this force hears danger besides those that the product knows, by language. They lift a message and never lower one.
alter table desk add column danger_words jsonb not null default '{}';

-- Every setting of the desk as it was set, by whom and when: `value` is the whole of it.
create table desk_change (
  force_id text not null references force,
  id text not null,
  what text not null check (what in ('aims', 'lines', 'dangerWords')),
  value jsonb not null,
  by_id text not null,
  at timestamptz not null,
  primary key (force_id, id)
);
create index desk_change_latest on desk_change (force_id, what, at desc, id desc);

-- Nobody says in which language a member of the public writes on the practice network; what is not said is heard from the words.
alter table practice_record alter column languages set default '{}';
