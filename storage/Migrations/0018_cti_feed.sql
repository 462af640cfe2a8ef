create schema cti;

-- What other systems are told. The sequence is the journal's ordering, so it is the order of commits; body is the
-- public contract as it is sent, and never changes.
create table cti.event (
    sequence bigint primary key,
    at timestamptz not null,
    type text not null,
    subject_id uuid not null,
    body text not null
);
create index event_at_idx on cti.event (at);

-- What is said of an interaction with everything that happens to it.
create table cti.interaction (
    interaction_id uuid primary key,
    known text not null,
    changed_at timestamptz not null
);
create index interaction_changed_idx on cti.interaction (changed_at);

-- One row: whatever is older than this is not told any more. The feed begins with this version, not with the first
-- call ever.
create table cti.feed (
    is_it boolean primary key default true check (is_it),
    pruned_through bigint not null
);
insert into cti.feed (pruned_through) select coalesce(max(ordering), 0) from public.journal;
insert into storage.projection (projection, ordering) select 'cti-feed', pruned_through from cti.feed;
