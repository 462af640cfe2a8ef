-- Where a day begins in the journal. Rows come in the order of their time: a few pages tell, and writing costs nothing.
create index journal_created_idx on journal using brin (created) with (autosummarize = on);
