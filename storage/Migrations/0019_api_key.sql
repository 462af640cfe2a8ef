-- Other systems that speak with us. Of the key itself only a hash is kept.
create table identity.api_key (
    api_key_id uuid primary key,
    name text not null,
    key_hash bytea not null,
    scopes text[] not null,
    requests_per_minute integer not null check (requests_per_minute > 0),
    created_at timestamptz not null,
    created_by uuid not null references identity.employee,
    expires_at timestamptz,
    revoked_at timestamptz,
    last_used_at timestamptz
);

-- Who did it may be another system.
alter table audit.entry add column api_key_id uuid;
