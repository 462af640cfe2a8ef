create schema crm;

create table crm.client (
    client_id uuid primary key,
    kind text not null check (kind in ('individual', 'organization')),
    -- Of the person, or of the organization's contact person.
    surname text not null,
    given_name text not null,
    patronymic text not null,
    organization_name text,
    inn text,
    is_vip boolean not null,
    personal_manager_id uuid,
    last_contacted_at timestamptz,
    check ((kind = 'organization') = (organization_name is not null))
);

create table crm.client_number (
    client_id uuid not null references crm.client,
    number_e164 text not null,
    position integer not null,
    primary key (client_id, number_e164)
);
-- A caller is recognised by this index while his greeting plays.
create index client_number_number_idx on crm.client_number (number_e164) include (client_id);

create table crm.topic (
    topic_id text primary key,
    parent_id text references crm.topic,
    position integer not null,
    name_ru text not null,
    name_uz text not null,
    name_en text not null
);

create sequence crm.case_number start 100001;

-- A case is opened with each interaction and bears its id.
create table crm.case (
    case_id uuid primary key,
    number bigint not null unique default nextval('crm.case_number'),
    client_id uuid,
    status text not null check (status in ('new', 'in-work', 'postponed', 'resolved', 'missed')),
    topic_id text,
    result text,
    note text not null,
    opened_at timestamptz not null,
    changed_at timestamptz not null
);
create index case_client_idx on crm.case (client_id, opened_at desc) where client_id is not null;

create table crm.case_interaction (
    case_id uuid not null references crm.case,
    interaction_id uuid not null,
    primary key (case_id, interaction_id)
);
create unique index case_interaction_interaction_idx on crm.case_interaction (interaction_id);
