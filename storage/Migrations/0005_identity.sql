create schema identity;

create table identity.employee (
    employee_id uuid primary key,
    login text not null unique check (login = lower(login)),
    display_name text not null,
    role text not null check (role in ('agent', 'supervisor', 'administrator')),
    language text not null check (language in ('ru', 'uz', 'en')),
    password_hash text not null,
    must_set_password boolean not null
);

create table identity.employee_skill (
    employee_id uuid not null references identity.employee,
    skill text not null,
    level integer not null check (level between 1 and 10),
    primary key (employee_id, skill)
);

-- Counted per login, whether somebody has it or not: a lock-out must not tell which logins exist.
create table identity.sign_in_attempt (
    login text primary key,
    failed_count integer not null,
    locked_until timestamptz,
    last_at timestamptz not null
);
create index sign_in_attempt_last_idx on identity.sign_in_attempt (last_at);

create schema audit;

create table audit.entry (
    entry_id bigint generated always as identity primary key,
    at timestamptz not null,
    employee_id uuid,
    action text not null,
    object_id text
);
create index entry_at_idx on audit.entry (at);
create index entry_object_idx on audit.entry (object_id, at) where object_id is not null;
