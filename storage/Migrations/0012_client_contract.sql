-- The number of his contract, digits: a caller names himself by it on his telephone's keys.
alter table crm.client add contract text;
create unique index client_contract_idx on crm.client (contract);
