-- Whether he owes something: another system says so; callers are routed by it.
alter table crm.client add has_debt boolean not null default false;
