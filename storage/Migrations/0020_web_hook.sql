-- To whom the feed is delivered. The position is the last event that was taken or set aside; attempts and due_at are
-- about the next one.
create table cti.web_hook (
    web_hook_id uuid primary key,
    name text not null,
    url text not null,
    sealed_secret text not null,
    types text[] not null,
    is_enabled boolean not null,
    created_at timestamptz not null,
    position bigint not null,
    attempts integer not null default 0,
    due_at timestamptz,
    failure text,
    delivered_at timestamptz
);

-- Events that a web hook did not take. While one of a subject lies here, its later ones are laid behind it: order.
create table cti.dead_letter (
    web_hook_id uuid not null references cti.web_hook on delete cascade,
    sequence bigint not null,
    subject_id uuid not null,
    type text not null,
    body text not null,
    failure text not null,
    failed_at timestamptz not null,
    is_wanted_again boolean not null default false,
    primary key (web_hook_id, sequence)
);
create index dead_letter_subject_idx on cti.dead_letter (web_hook_id, subject_id);
