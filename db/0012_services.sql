-- 实事微清单: what is offered to the people of a community.

create type service_class as enum ('government', 'volunteer', 'social');
comment on type service_class is '行政便民, 志愿服务, 社会服务 (S3-29).';

create table service (
  community_id integer not null references community,
  id bigint generated always as identity,
  class service_class not null,
  name text not null,
  about text not null,
  provider text not null,
  place text not null,
  hours text not null,
  phone text,
  made_by bigint not null,
  made_at timestamptz not null,
  changed_at timestamptz not null,
  retired_at timestamptz,
  primary key (community_id, id),
  foreign key (community_id, made_by) references person
);
create unique index on service (community_id, class, name) where retired_at is null;
comment on table service is '服务事项: one thing that somebody offers to the people of a community. Never deleted: what is no longer offered is retired.';
comment on column service.provider is 'Who offers it: an organisation or a team, in words.';
comment on column service.phone is 'A number that is meant to be called by anybody; never a private one without its owner''s wish.';

alter table service enable row level security;
create policy community on service using (community_id = app_community());
grant select on service to linju_reader;
grant select, insert, update on service to linju_writer;
