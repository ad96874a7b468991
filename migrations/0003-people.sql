-- Sign-in is better-auth's; the tables are its shapes under our names.
create table auth_user (
  id text primary key,
  name text not null,
  email text not null unique,
  email_verified boolean not null default false,
  image text,
  two_factor_enabled boolean not null default false,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create table auth_session (
  id text primary key,
  user_id text not null references auth_user on delete cascade,
  token text not null unique,
  expires_at timestamptz not null,
  ip_address text,
  user_agent text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index auth_session_user on auth_session (user_id);
create table auth_account (
  id text primary key,
  user_id text not null references auth_user on delete cascade,
  account_id text not null,
  provider_id text not null,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  password text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index auth_account_user on auth_account (user_id);
create table auth_verification (
  id text primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index auth_verification_identifier on auth_verification (identifier);
create table auth_two_factor (
  id text primary key,
  user_id text not null references auth_user on delete cascade,
  secret text not null,
  backup_codes text not null,
  verified boolean not null default true,
  failed_verification_count integer not null default 0,
  locked_until timestamptz
);
create index auth_two_factor_user on auth_two_factor (user_id);
create table auth_rate_limit (
  id text primary key,
  key text not null unique,
  count integer not null,
  last_request bigint not null
);

-- A person of the force: an officer or member of staff, whether or not they can sign in yet.
create table person (
  force_id text not null references force,
  id text not null,
  name text not null,
  rank text not null,
  initials text not null,
  email text,
  roles text[] not null default '{}',
  auth_user_id text references auth_user,
  trained_until timestamptz,
  -- While a one-time password is in use: when it ends.
  one_time_until timestamptz,
  signed_in_at timestamptz,
  -- Tries with a password since `tries_from`; a success sets them back.
  tries integer not null default 0,
  tries_from timestamptz,
  joined_at timestamptz not null,
  left_at timestamptz,
  primary key (force_id, id)
);
create unique index person_auth on person (auth_user_id) where auth_user_id is not null;
create unique index person_email on person (force_id, lower(email)) where email is not null;
