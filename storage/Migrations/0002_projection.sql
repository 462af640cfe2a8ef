create schema storage;

-- How far each projection has read the journal. Moves in the same transaction as what it wrote.
create table storage.projection (
    projection text primary key,
    ordering bigint not null
);

-- Events that a projection could not take in. It went on without them; each is a defect to be looked at.
create table storage.poison_event (
    projection text not null,
    ordering bigint not null,
    persistence_id text not null,
    sequence_number bigint not null,
    manifest text,
    failure text not null,
    failed_at timestamptz not null,
    primary key (projection, ordering)
);
