-- Duty: who is on when, who covers for whom, and what is handed over.

create table duty_roster (
  community_id integer not null references community,
  id bigint generated always as identity,
  organisation_id bigint not null,
  name text not null,
  on_call boolean not null,
  made_by bigint not null,
  made_at timestamptz not null,
  ended_at timestamptz,
  primary key (community_id, id),
  foreign key (community_id, organisation_id) references organisation,
  foreign key (community_id, made_by) references person
);
create unique index on duty_roster (community_id, organisation_id, name) where ended_at is null;
comment on table duty_roster is '值班表: the turns of a grid, a micro-grid or a squad.';
comment on column duty_roster.on_call is 'Whether its people are at home and called when needed (the medical squad at night), instead of being there.';

create table duty_turn (
  community_id integer not null,
  id bigint generated always as identity,
  roster_id bigint not null,
  person_id bigint not null,
  from_at timestamptz not null,
  until_at timestamptz not null,
  called_off_at timestamptz,
  told_day_at timestamptz,
  told_hour_at timestamptz,
  primary key (community_id, id),
  foreign key (community_id, roster_id) references duty_roster,
  foreign key (community_id, person_id) references person,
  check (until_at > from_at and until_at <= from_at + interval '7 days'),
  constraint one_turn_at_a_time exclude using gist (
    int4range(community_id, community_id, '[]') with &&, int8range(person_id, person_id, '[]') with &&, tstzrange(from_at, until_at) with &&
  ) where (called_off_at is null)
);
create index on duty_turn (community_id, person_id, from_at);
create index on duty_turn (community_id, roster_id, from_at);
create index on duty_turn (community_id, until_at) where called_off_at is null;
comment on table duty_turn is '班次: one person on duty from when until when. A swap or cover ends one turn (called_off_at) and makes another.';
comment on column duty_turn.told_day_at is 'When he was reminded the day before; told_hour_at: an hour before.';

create table duty_gap (
  community_id integer not null,
  id bigint generated always as identity,
  roster_id bigint not null,
  from_at timestamptz not null,
  until_at timestamptz not null,
  left_turn_id bigint,
  made_at timestamptz not null,
  offered_at timestamptz,
  alarmed_at timestamptz,
  turn_id bigint,
  called_off_at timestamptz,
  primary key (community_id, id),
  unique (community_id, turn_id),
  foreign key (community_id, roster_id) references duty_roster,
  foreign key (community_id, left_turn_id) references duty_turn,
  foreign key (community_id, turn_id) references duty_turn,
  check (until_at > from_at and until_at <= from_at + interval '7 days'),
  check (turn_id is null or called_off_at is null)
);
create index on duty_gap (community_id, roster_id, from_at);
create index on duty_gap (community_id, from_at) where turn_id is null and called_off_at is null;
comment on table duty_gap is '空班: a time for which a roster still needs somebody. Offered to whoever may take it; the first takes it.';
comment on column duty_gap.left_turn_id is 'The turn that somebody left; null for one that was planned without a name.';
comment on column duty_gap.offered_at is 'When everybody who may take it was told; alarmed_at: when leader and secretary were told that nobody has.';
comment on column duty_gap.turn_id is 'The turn of whoever took it; null as long as nobody did.';

create table duty_leave (
  community_id integer not null,
  id bigint generated always as identity,
  turn_id bigint not null,
  asked_at timestamptz not null,
  answered_at timestamptz,
  answered_by bigint,
  granted boolean,
  primary key (community_id, id),
  unique (community_id, turn_id),
  foreign key (community_id, turn_id) references duty_turn,
  foreign key (community_id, answered_by) references person,
  check ((answered_at is null) = (granted is null))
);
create index on duty_leave (community_id, turn_id) where answered_at is null;
comment on table duty_leave is '请假: somebody asks to be let off his turn. No reason is asked for: it may be an illness.';

create table duty_swap (
  community_id integer not null,
  id bigint generated always as identity,
  turn_id bigint not null,
  with_id bigint not null,
  for_turn_id bigint,
  asked_at timestamptz not null,
  answered_at timestamptz,
  agreed boolean,
  primary key (community_id, id),
  foreign key (community_id, turn_id) references duty_turn,
  foreign key (community_id, with_id) references person,
  foreign key (community_id, for_turn_id) references duty_turn,
  check ((answered_at is null) = (agreed is null))
);
create unique index on duty_swap (community_id, turn_id) where answered_at is null;
create index on duty_swap (community_id, with_id) where answered_at is null;
comment on table duty_swap is '换班: the one on turn_id asks somebody to take it.';
comment on column duty_swap.for_turn_id is 'The turn that he takes in return; null where he takes none.';

create table duty_note (
  community_id integer not null,
  turn_id bigint not null,
  text text not null,
  written_at timestamptz not null,
  read_by bigint,
  read_at timestamptz,
  primary key (community_id, turn_id),
  foreign key (community_id, turn_id) references duty_turn,
  foreign key (community_id, read_by) references person,
  check ((read_by is null) = (read_at is null))
);
create index on duty_note (community_id, written_at) where text <> '';
comment on table duty_note is '交接: what the next one on duty must know. Read by those on duty, the leader and the secretary only; emptied after 30 days.';

do $$ declare t text; begin
  foreach t in array array['duty_roster', 'duty_turn', 'duty_gap', 'duty_leave', 'duty_swap', 'duty_note'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy community on %I using (community_id = app_community())', t);
    execute format('grant select on %I to linju_reader', t);
    execute format('grant select, insert, update on %I to linju_writer', t);
  end loop;
end $$;
