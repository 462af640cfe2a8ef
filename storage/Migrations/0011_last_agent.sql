-- Who talked with a number last: asked for while the caller waits.
create index interaction_last_agent_idx on acd.interaction (number_e164, connected_at desc)
    where connected_at is not null;
