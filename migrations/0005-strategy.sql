create table objective (
  force_id text not null references force,
  id text not null,
  title text not null,
  kind text not null check (kind in ('objective', 'localPriority')),
  area text,
  measure text not null default '',
  starts_at timestamptz not null,
  ends_at timestamptz,
  primary key (force_id, id)
);
