-- One row a force. Every other table leads with its id, so that a national service is a deployment and not a rewrite.
create table force (
  id text primary key,
  name text not null,
  time_zone text not null default 'Europe/London',
  settings jsonb not null default '{}',
  demo boolean not null default false,
  created_at timestamptz not null
);

-- Which processes say that they are alive. The watchdog looks here, from outside the worker.
create table beat (
  force_id text not null references force,
  process text not null,
  kind text not null check (kind in ('web', 'worker')),
  started_at timestamptz not null,
  at timestamptz not null,
  primary key (force_id, process)
);
