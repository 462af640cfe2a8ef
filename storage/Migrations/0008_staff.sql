-- An employee who left keeps his row: the history names him.
alter table identity.employee add is_active boolean not null default true;

-- Sessions that began before are not taken any more: another role, another password, gone. Null: all are.
alter table identity.employee add sessions_from timestamptz;

-- What agents can do stands in the rules, which have a history. Only the demo ever wrote here, and it seeds its rules.
drop table identity.employee_skill;
