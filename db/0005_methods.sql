-- Methods: a community's way of working, as data, version by version.

create type track as enum ('hazard', 'help', 'mediation', 'council', 'owners', 'activity');
comment on type track is '办理途径: which way a matter goes (the router).';

create table method (
  community_id integer not null references community,
  id bigint generated always as identity,
  version integer not null check (version > 0),
  source text not null,
  published_by bigint,
  published_at timestamptz not null,
  primary key (community_id, id),
  unique (community_id, version),
  foreign key (community_id, published_by) references person
);
comment on table method is '工作法: one published version of a community''s way of working; the newest is in force. Never changed, never deleted: matters keep the version under which they began.';
comment on column method.source is 'The whole method as YAML, with its comments; valid when it was published.';
comment on column method.published_by is 'Who published it; null for the version with which the community began.';

alter table method enable row level security;
create policy community on method using (community_id = app_community());
grant select on method to linju_reader;
grant select, insert on method to linju_writer;
