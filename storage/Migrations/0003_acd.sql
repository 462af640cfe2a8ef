create schema acd;

create table acd.queue (
    queue_id text primary key,
    name text not null,
    configured_at timestamptz not null
);

-- One row per interaction. The figures (…_ms) are defined in storage/Acd/InteractionFigures.cs.
create table acd.interaction (
    interaction_id uuid primary key,
    direction text not null check (direction in ('inbound')),
    arrived_at timestamptz not null,
    caller_leg text not null,
    dialled text not null,
    number_kind text not null check (number_kind in ('known', 'anonymous', 'malformed')),
    number_e164 text,
    number_shown text not null,
    recording_file text not null,
    client_id uuid,
    queue_id text,
    agent_id uuid,
    routing_reason jsonb,
    greeting_at timestamptz,
    queued_at timestamptz,
    connected_at timestamptz,
    ended_at timestamptz,
    closed_at timestamptz,
    ending text,
    -- Which figure runs now, and since when. Null when none does.
    running text check (running in ('greeting', 'wait', 'talk', 'hold', 'audio-lost', 'wrap-up')),
    running_since timestamptz,
    greeting_ms bigint not null,
    wait_ms bigint not null,
    talk_ms bigint not null,
    hold_ms bigint not null,
    audio_lost_ms bigint not null,
    wrap_up_ms bigint not null,
    offers integer not null
);
create index interaction_open_idx on acd.interaction (interaction_id) where closed_at is null;
create index interaction_recording_file_idx on acd.interaction (recording_file) where recording_file <> '';
-- The history is read by keyset, newest first: all of it, one agent's, one client's.
create index interaction_history_idx on acd.interaction (arrived_at desc, interaction_id desc)
    where ended_at is not null;
create index interaction_agent_idx on acd.interaction (agent_id, arrived_at desc, interaction_id desc)
    where ended_at is not null;
create index interaction_client_idx on acd.interaction (client_id, arrived_at desc, interaction_id desc)
    where client_id is not null;

-- The timeline: one row per event, detail as the event says it (names are looked up when it is shown).
create table acd.interaction_event (
    interaction_id uuid not null,
    ordering bigint not null,
    at timestamptz not null,
    kind text not null,
    agent_id uuid,
    detail jsonb not null,
    primary key (interaction_id, ordering)
);

-- One row per state of an agent. The present state has no end.
create table acd.agent_state (
    agent_id uuid not null,
    ordering bigint not null,
    state text not null
        check (state in ('signed-out', 'not-ready', 'ready', 'reserved', 'talking', 'held', 'wrap-up')),
    reason text,
    interaction_id uuid,
    began_at timestamptz not null,
    ended_at timestamptz,
    primary key (agent_id, ordering)
);
create unique index agent_state_present_idx on acd.agent_state (agent_id) where ended_at is null;
create index agent_state_began_idx on acd.agent_state (agent_id, began_at desc);
