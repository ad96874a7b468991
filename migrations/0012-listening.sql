-- What listening needs besides: how often asking has failed, where a message stands, and when it is looked at again.
alter table listening add column tries integer not null default 0;

alter table message add column root text;
-- When the network is asked again whether it is still there and unchanged; null: no more.
alter table message add column look_at timestamptz;
create index message_look on message (force_id, account_id, look_at) where look_at is not null;
create index message_below on message (force_id, network, parent, author_external_id) where parent is not null;
create index message_root on message (force_id, network, root) where root is not null;

-- Our own posts by the network's name of them.
create index piece_external on piece (force_id, external_id) where external_id is not null;
