-- Figures of the desk are counted from the index alone; what was said before we answered for an account is rare and counted by itself.
create index conversation_before on conversation (force_id, account_id) where stage = 'open' and last_said_at < aims_from;
