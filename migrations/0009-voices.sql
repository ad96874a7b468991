-- Whether somebody with a place on an account signs there, or only drafts for those who do.
alter table contributor add column voice text not null default 'signs' check (voice in ('signs', 'drafts'));

-- Roles that one person alone has given, until a second person confirms them. `counts`: the role is held meanwhile, because nobody could confirm it.
create table role_grant (
  force_id text not null,
  person_id text not null,
  role text not null,
  by_person_id text not null,
  at timestamptz not null,
  counts boolean not null,
  primary key (force_id, person_id, role),
  foreign key (force_id, person_id) references person,
  foreign key (force_id, by_person_id) references person
);
