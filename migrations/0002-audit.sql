-- What happened, who did it. `data` is canonical JSON kept as text, because the hash is over these very bytes.
create table fact (
  force_id text not null references force,
  seq bigint not null,
  at timestamptz not null,
  kind text not null,
  actor text,
  subject text not null,
  data text not null,
  previous text not null,
  hash text not null,
  primary key (force_id, seq)
);
create index fact_subject on fact (force_id, subject, seq);

create table chain_head (
  force_id text primary key references force,
  seq bigint not null,
  hash text not null
);

create function fact_is_never_rewritten() returns trigger language plpgsql as $$
begin
  raise exception 'facts are never rewritten';
end $$;
create trigger fact_never_changes before update or delete on fact for each row execute function fact_is_never_rewritten();
create trigger fact_never_emptied before truncate on fact for each statement execute function fact_is_never_rewritten();
