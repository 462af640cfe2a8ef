-- Whether agents do not see that this supervisor listens, where the rules hide listeners. So it was for all until now.
alter table identity.employee add may_listen_unseen boolean not null default true;
