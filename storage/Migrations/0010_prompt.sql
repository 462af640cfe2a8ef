create table recording.prompt (
    prompt_id text primary key check (prompt_id ~ '^[a-z0-9-]{1,40}$'),
    name text not null
);

-- One language of a prompt; the sound itself lies in a file of the prompt's name.
create table recording.prompt_audio (
    prompt_id text not null references recording.prompt on delete cascade,
    language text not null check (language in ('ru', 'en', 'uz')),
    source text not null check (source in ('upload', 'recorded', 'synthesised')),
    duration_ms bigint not null,
    loudness_lufs double precision,
    text text,
    author_id uuid,
    made_at timestamptz,
    primary key (prompt_id, language)
);
