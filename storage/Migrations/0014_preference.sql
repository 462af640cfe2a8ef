-- How somebody likes his screens, per screen; the content is the screen's own matter.
create table identity.preference (
    employee_id uuid not null references identity.employee,
    name text not null,
    content jsonb not null,
    changed_at timestamptz not null,
    primary key (employee_id, name)
);
