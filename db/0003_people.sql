-- People and their rights: a mandate ends at the moment in which somebody ends it, not at midnight.

alter table mandate add column ended_at timestamptz;
alter table mandate add column ended_by bigint;
alter table mandate add foreign key (community_id, ended_by) references person;
create index on mandate (community_id, principal_id);
comment on column mandate.evidence is 'How the principal said so: in_person, by_phone, on_paper, or self where he recorded it himself.';
comment on column mandate.until is 'Last day on which it holds; null while nobody said.';
comment on column mandate.ended_at is 'When it was ended before its time; from then on it gives nothing.';
comment on column mandate.ended_by is 'The principal, the agent, or the worker who ended it.';
comment on column consent.wording is 'The wording that was shown, by its key in the message catalogue (show_name_1); old wordings stay there.';
