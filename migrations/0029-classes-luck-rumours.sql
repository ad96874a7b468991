-- The figures of a class, kept with the figures of its accounts: what a page compares an account with, and what an inspectorate is shown.
create table measured_class (
  force_id text not null references force,
  span text not null check (span in ('weeks13', 'before', 'year', 'all')),
  measure text not null,
  class text not null check (class in ('corporate', 'contactDesk', 'district', 'neighbourhood', 'specialist', 'campaign', 'individual', 'chiefOfficer')),
  -- The middle figure of its accounts; of two in the middle the lower.
  middle double precision not null,
  top double precision not null,
  of_count integer not null,
  -- So many of its accounts have a figure.
  accounts integer not null,
  primary key (force_id, span, measure, class)
);
insert into measured_class (force_id, span, measure, class, middle, top, of_count, accounts)
  select m.force_id, m.span, m.measure, a.class, percentile_disc(0.5) within group (order by m.figure), sum(m.top), sum(m.of_count), count(*)
  from measured m join account a on a.force_id = m.force_id and a.id = m.account_id
  where a.status not in ('proposed', 'closed') group by m.force_id, m.span, m.measure, a.class;

-- How likely luck alone shows as much or more, by Student; null: too few accounts, or too alike, to tell.
alter table earned add column luck double precision;

-- Said by a person: what the surge is about is not true. And the post of ours that said so first, where it was no answer to many.
alter table surge
  add column rumour_by text,
  add column rumour_at timestamptz,
  add column line_post_id text,
  add foreign key (force_id, rumour_by) references person,
  add foreign key (force_id, line_post_id) references post (force_id, id);

-- Counted before these were kept, so counted again at the next look.
update measure_count set archive_mark = 'counted before 0029' where until_at is not null;
