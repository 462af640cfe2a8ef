-- Who had an interaction before it became somebody else's: it stays in his history.
create table acd.former_agent (
    interaction_id uuid not null,
    agent_id uuid not null,
    primary key (interaction_id, agent_id)
);
create index former_agent_idx on acd.former_agent (agent_id);
