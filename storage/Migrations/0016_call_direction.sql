-- Agents call clients, and each other.
alter table acd.interaction drop constraint interaction_direction_check;
alter table acd.interaction
    add constraint interaction_direction_check check (direction in ('inbound', 'outbound', 'internal'));
