-- The history of the rules: what each change made of an item. Null means that there was, or is, no such item.
create table acd.rule_change (
    version bigint primary key,
    kind text not null,
    item_id text not null,
    before jsonb,
    after jsonb,
    author text not null,
    note text not null,
    at timestamptz not null
);
create index rule_change_item_idx on acd.rule_change (kind, item_id, version desc);
