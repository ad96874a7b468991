-- What the rules said about exactly these words, stored even when nothing fired.
create table check_result (
  force_id text not null references force,
  id text not null,
  subject text not null,
  digest text not null,
  rulebook_version text not null,
  outcome text not null check (outcome in ('clear', 'advise', 'needsApproval', 'block')),
  result jsonb not null,
  at timestamptz not null,
  primary key (force_id, id)
);
create index check_result_subject on check_result (force_id, subject, at);
