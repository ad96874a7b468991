-- The owner says that nobody needs a second look at the decision that stands; another decision clears it.
alter table review add column no_look_by text, add column no_look_at timestamptz,
  add foreign key (force_id, no_look_by) references person;

alter table carrying_out
  -- The first day of the force's own calendar on which nobody can ask for a second look any more; nothing goes before it. Null: nothing is waited for.
  add column not_before text,
  -- What the account was when its closing began, so that a list that is stopped puts it back.
  add column status_before text check (status_before in ('live', 'underReview', 'closing'));

-- Lists that are open already wait as well.
update carrying_out o
set not_before = to_char((r.decided_at + interval '14 days') at time zone f.time_zone + interval '1 day', 'YYYY-MM-DD')
from review r join force f on f.id = r.force_id
where r.force_id = o.force_id and r.id = o.review_id and o.kind = 'closing' and o.ended_at is null and r.decided_at is not null
  and not exists (select 1 from second_look s where s.force_id = r.force_id and s.review_id = r.id and s.asked_at >= r.decided_at);

-- Each time that a step was taken back: when, by whom, why, and what had been ticked.
alter table carrying_step add column taken_back jsonb not null default '[]';
