-- What colleagues write to each other. Within a room positions are in the order of commits: writers wait in line.
create schema chat;

create table chat.message (
    message_id uuid primary key, -- Made by the author's page: said twice, it is one message.
    position bigint generated always as identity,
    room text not null,
    author_id uuid not null references identity.employee,
    text text not null,
    sent_at timestamptz not null
);
create unique index message_room_idx on chat.message (room, position);

-- How far somebody has read in a room; whom he writes to, where it is a room for two.
create table chat.reader (
    employee_id uuid not null references identity.employee,
    room text not null,
    peer_id uuid references identity.employee,
    position bigint not null,
    primary key (employee_id, room)
);
create index reader_peer_idx on chat.reader (employee_id) where peer_id is not null;
