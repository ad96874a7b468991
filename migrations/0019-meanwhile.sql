-- What came to an answer that is not out yet: [{"what":…,"at":…}]. Whoever lets it go on has to have seen all of it; `meanwhile_seen`: so much was.
alter table post
  add column meanwhile jsonb not null default '[]',
  add column meanwhile_seen integer not null default 0;

-- Since when we listen: what was said before is history. And since when looking again at what was heard fails; null while it does not.
alter table listening
  add column begun_at timestamptz,
  add column looks_failing_since timestamptz,
  add column looks_words text not null default '';

-- Of what was said before we listened: its aims count from here. Null for everything else.
alter table conversation add column aims_from timestamptz;
