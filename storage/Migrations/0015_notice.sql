-- What a supervisor tells agents, until each of them has confirmed it.
create table acd.notice (
    notice_id uuid primary key,
    author_id uuid not null references identity.employee,
    text text not null,
    sent_at timestamptz not null
);

create table acd.notice_recipient (
    notice_id uuid not null references acd.notice,
    employee_id uuid not null references identity.employee,
    confirmed_at timestamptz,
    primary key (notice_id, employee_id)
);
create index notice_recipient_open_idx on acd.notice_recipient (employee_id) where confirmed_at is null;
