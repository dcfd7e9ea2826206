-- Calls for help: who was asked and when, who goes, who came, and what became of it.

create type call_end as enum ('helped', 'called_off', 'settled', 'unanswered');

create table call (
  community_id integer not null references community,
  id bigint generated always as identity,
  place_id bigint not null,
  caller_id bigint,
  made_by bigint,
  channel text not null check (channel in ('page', 'phone', 'code', 'api')),
  need text not null,
  urgent boolean not null,
  text text not null default '',
  phone_sealed text,
  called_at timestamptz not null,
  until_at timestamptz not null,
  rings jsonb not null,
  opened smallint not null default 0 check (opened >= 0),
  next_at timestamptz,
  wanted smallint not null default 1 check (wanted between 1 and 5),
  alarmed_at timestamptz,
  ended_at timestamptz,
  ended_how call_end,
  ended_by bigint,
  matter_id bigint,
  stars smallint check (stars between 1 and 5),
  thanks text not null default '',
  rated_at timestamptz,
  primary key (community_id, id),
  foreign key (community_id, place_id) references place,
  foreign key (community_id, caller_id) references person,
  foreign key (community_id, made_by) references person,
  foreign key (community_id, ended_by) references person,
  foreign key (community_id, matter_id) references matter,
  check (until_at > called_at),
  check ((ended_at is null) = (ended_how is null)),
  check (ended_at is null or next_at is null)
);
create index on call (community_id, called_at);
create index on call (next_at) where next_at is not null;
create index on call (community_id, place_id) where ended_at is null;
create index on call (community_id, caller_id);
create index on call (community_id, ended_at) where text <> '' or phone_sealed is not null or thanks <> '';
comment on table call is '求助: somebody needs a hand now. Stays open until a person ends it. Its words go a week after its end, its figures stay.';
comment on column call.caller_id is 'Who needs help; null for somebody without an account.';
comment on column call.made_by is 'Who pressed the button or entered the phone call; null without an account.';
comment on column call.channel is 'page; phone: entered by whoever answered; code: by the code of a home without an account; api.';
comment on column call.need is 'What is needed, by the keys of modules/calls/needs.ts.';
comment on column call.urgent is 'Asks at any hour, and people whose quiet hours it is.';
comment on column call.text is 'What was said, for whoever goes there; emptied a week after the end, like phone_sealed and thanks.';
comment on column call.rings is 'The rule under which it goes: whom each ring asks, after how many seconds, how many. It keeps the one under which it began.';
comment on column call.opened is 'How many rings of the rule were opened.';
comment on column call.next_at is 'When the next ring opens, or, after the last one, when it is said that nobody came; null when nothing is to be done by the clock.';
comment on column call.wanted is 'How many helpers are wanted.';
comment on column call.alarmed_at is 'When whoever looks after the place was told that nobody goes.';
comment on column call.ended_how is 'helped; called_off: by whoever called; settled: it needs nobody any more; unanswered: nobody went, and a person says what was done instead.';

create table call_asked (
  community_id integer not null,
  call_id bigint not null,
  person_id bigint not null,
  ring smallint not null check (ring > 0),
  who text not null,
  asked_at timestamptz not null,
  declined_at timestamptz,
  primary key (community_id, call_id, person_id),
  foreign key (community_id, call_id) references call,
  foreign key (community_id, person_id) references person
);
create index on call_asked (community_id, person_id, asked_at);
comment on table call_asked is '圈层: who was asked by which ring of a call; each person once.';
comment on column call_asked.who is 'Which ring asked: entrance, building, estate, on_duty, grid_worker, leader, community.';
comment on column call_asked.declined_at is 'When he said that he cannot; when all have, the next ring opens at once.';

create table call_helper (
  community_id integer not null,
  id bigint generated always as identity,
  call_id bigint not null,
  person_id bigint not null,
  seat smallint not null check (seat between 1 and 5),
  near text not null,
  claimed_at timestamptz not null,
  claimed_by bigint not null,
  released_at timestamptz,
  arrived_at timestamptz,
  confirmed_at timestamptz,
  confirmed_how text check (confirmed_how in ('code', 'caller', 'worker')),
  primary key (community_id, id),
  foreign key (community_id, call_id) references call,
  foreign key (community_id, person_id) references person,
  foreign key (community_id, claimed_by) references person,
  check (released_at is null or confirmed_at is null),
  check ((confirmed_at is null) = (confirmed_how is null))
);
create unique index on call_helper (community_id, call_id, seat) where released_at is null;
create unique index on call_helper (community_id, call_id, person_id) where released_at is null;
create index on call_helper (community_id, person_id, claimed_at);
comment on table call_helper is '应答: who goes. One open row for each seat: the database itself lets only one win.';
comment on column call_helper.near is 'The smallest area that he shares with the call when he says that he goes: entrance, building, estate or community.';
comment on column call_helper.claimed_by is 'Himself, or whoever phoned around and wrote it down.';
comment on column call_helper.confirmed_at is 'When it was certain that he is at the door: by the code that the caller reads out, by the caller, or by a worker who phoned.';

create function calls_due(until timestamptz, most integer) returns table (community_id integer, call_id bigint)
language sql stable security definer set search_path = public
begin atomic
  select call.community_id, call.id from call where next_at <= until order by next_at, call.community_id, call.id limit most;
end;
comment on function calls_due is 'The calls of all communities whose next ring opens, or of which something must be said, the longest due first: asked every second, in one statement.';

do $$ declare t text; begin
  foreach t in array array['call', 'call_asked', 'call_helper'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy community on %I using (community_id = app_community())', t);
    execute format('grant select on %I to linju_reader', t);
    execute format('grant select, insert, update on %I to linju_writer', t);
  end loop;
end $$;
revoke execute on function calls_due from public;
grant execute on function calls_due to linju_reader, linju_writer;
