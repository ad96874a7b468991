-- Since when words of danger were heard in a conversation that had begun without any, and when the last were: whoever looked before has not seen them.
alter table conversation add column danger_at timestamptz;
alter table conversation add column danger_last_at timestamptz;
