-- Clocks: limits that count in working time or in plain time, and the calendar by which working time counts.

create type counting as enum ('plain', 'working');
create type holidays as enum ('cn', 'none');

create table calendar_version (
  community_id integer not null references community,
  valid_from date not null,
  week jsonb not null,
  holidays holidays not null,
  days jsonb not null,
  made_by bigint not null,
  made_at timestamptz not null,
  primary key (community_id, valid_from),
  foreign key (community_id, made_by) references person
);
comment on table calendar_version is '工作日历: from which day on which working hours hold. A version begins after the day on which it is made, so the past is never counted anew. Before the first: Monday to Friday 8:30-12:00 and 14:30-17:30, Chinese holidays.';
comment on column calendar_version.week is 'Seven lists of spans, Monday first; a span is [from, to] in minutes since midnight.';
comment on column calendar_version.days is 'Own days: a date, and its spans; an empty list is a day off.';

create table clock (
  community_id integer not null references community,
  id bigint generated always as identity,
  subject text not null,
  name text not null,
  place_id bigint,
  counting counting not null,
  started_at timestamptz not null,
  allowed bigint not null check (allowed >= 0),
  warn bigint check (warn > 0),
  climb bigint check (climb > 0),
  chain text[] not null,
  used bigint not null check (used >= 0),
  running_since timestamptz,
  rung smallint not null check (rung >= 0),
  due_at timestamptz,
  next_at timestamptz,
  ended_at timestamptz,
  primary key (community_id, id),
  foreign key (community_id, place_id) references place,
  check (running_since is not null or next_at is null),
  check (ended_at is null or running_since is null)
);
create unique index on clock (community_id, subject, name) where ended_at is null;
create index on clock (community_id, subject);
create index on clock (community_id, due_at) where ended_at is null;
create index on clock (next_at) where next_at is not null;
comment on table clock is '时限: how long something may take. Made from the journal''s commands alone (facts.clocks), and can be made from them again.';
comment on column clock.subject is 'What it is about, as in the journal: matters/83. One open clock of a name for each.';
comment on column clock.place_id is 'Where it is: whoever holds a post of the chain over this place is called.';
comment on column clock.counting is 'plain: every moment counts; working: only the working hours of the calendar.';
comment on column clock.allowed is 'Counted milliseconds that it may take. used, warn (before the end) and climb (between two rungs) likewise.';
comment on column clock.running_since is 'Since when it counts beyond used; null while it is paused and after its end.';
comment on column clock.chain is 'Posts above, by kind, lowest first: who is told one after another when nothing moves.';
comment on column clock.rung is '0 nothing said yet, 1 warned, 2 alarm given, 3 and more climbed to chain[rung - 3].';
comment on column clock.due_at is 'When the limit is reached if nothing pauses it; null while paused, and of an ended clock that kept its limit.';
comment on column clock.next_at is 'When somebody must be told next; null when nobody.';

create function clocks_due(until timestamptz, most integer) returns table (community_id integer, clock_id bigint)
language sql stable security definer set search_path = public
begin atomic
  select clock.community_id, clock.id from clock where next_at <= until order by next_at, clock.community_id, clock.id limit most;
end;
comment on function clocks_due is 'The clocks of all communities of which somebody must be told, the longest due first: asked every few seconds, in one statement.';

do $$ declare t text; begin
  foreach t in array array['calendar_version', 'clock'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy community on %I using (community_id = app_community())', t);
  end loop;
end $$;
grant select on calendar_version, clock to linju_reader, linju_writer;
grant insert, update, delete on calendar_version, clock to linju_writer;
grant execute on function clocks_due to linju_reader, linju_writer;
