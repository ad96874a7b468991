-- By which hours of cover and which zone the clocks of the desk were counted last; when they are others, every open clock is counted again.
alter table desk add column hours_mark text not null default '';
