create schema recording;

create table recording.recording (
    recording_id uuid primary key,
    interaction_id uuid not null,
    part integer not null,
    raw_file text not null unique,
    started_at timestamptz not null,
    state text not null check (state in ('recording', 'waiting', 'encoding', 'stored', 'failed')),
    attempts integer not null,
    path text,
    media_type text,
    bytes bigint,
    duration_ms bigint,
    unique (interaction_id, part),
    check (state <> 'stored' or path is not null)
);
create index recording_unfinished_idx on recording.recording (started_at) where state not in ('stored', 'failed');
