-- The pair of keys by which push services know that it is we who ask (RFC 8292); made once a force. `sealed`: the private one.
create table push_key (
  force_id text not null references force,
  public_key text not null,
  sealed text not null,
  made_at timestamptz not null,
  primary key (force_id)
);

alter table reach add column tested_at timestamptz;

-- How far the telling of an alarm has come. `led_by`: told together with that alarm, not on its own.
create table alarm_telling (
  force_id text not null,
  alarm_id text not null,
  led_by text,
  step integer not null default 0,
  step_at timestamptz not null,
  seen_at timestamptz,
  seen_by text,
  primary key (force_id, alarm_id),
  foreign key (force_id, alarm_id) references alarm
);
create index telling_alarm on telling (force_id, alarm_id);
create index telling_kept on telling (force_id, at);
