-- What the router learned from a community's corrections, and from where on it may learn again.

create table lesson_reset (
  community_id integer not null references community,
  id bigint generated always as identity,
  reset_by bigint not null,
  at timestamptz not null,
  primary key (community_id, id),
  foreign key (community_id, reset_by) references person
);
create index on lesson_reset (community_id, at desc);
comment on table lesson_reset is 'The secretary let the router forget: what workers confirmed or changed before the newest of these no longer counts for proposals.';

alter table lesson_reset enable row level security;
create policy community on lesson_reset using (community_id = app_community());
grant select on lesson_reset to linju_reader;
grant select, insert on lesson_reset to linju_writer;
