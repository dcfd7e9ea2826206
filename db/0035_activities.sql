-- Activities with posts for volunteers, check-in at the place, and patrols in storms.

create type activity_kind as enum ('activity', 'patrol');
create type storm_level as enum ('blue', 'yellow', 'orange', 'red');
create type activity_left as enum ('self', 'clash', 'called_off');
create type patrol_finding as enum ('ok', 'problem');

create table activity (
  community_id integer not null references community,
  id bigint generated always as identity,
  kind activity_kind not null,
  project_id bigint not null,
  organisation_id bigint not null,
  name text not null,
  about text not null,
  place_id bigint,
  meeting text not null,
  leaflets jsonb not null default '[]',
  level storm_level,
  begins_at timestamptz not null,
  ends_at timestamptz not null,
  made_by bigint not null,
  made_at timestamptz not null,
  changes integer not null default 0,
  changed_at timestamptz not null,
  called_off_at timestamptz,
  called_off_why text,
  closed_at timestamptz,
  primary key (community_id, id),
  foreign key (community_id, project_id) references project,
  foreign key (community_id, organisation_id) references organisation,
  foreign key (community_id, place_id) references place,
  foreign key (community_id, made_by) references person,
  check (ends_at > begins_at and ends_at <= begins_at + interval '24 hours'),
  check ((kind = 'patrol') = (level is not null)),
  check ((called_off_at is null) = (called_off_why is null)),
  check (called_off_at is null or closed_at is null)
);
create index on activity (community_id, ends_at);
comment on table activity is '活动: something that needs helpers at posts for some hours; a patrol in a storm is one with a list of what to look at. Its class is that of its project.';
comment on column activity.organisation_id is 'Who holds it: the organisation of the post by which it was made, or the squad of a patrol. Whoever leads there may run it, and the secretary.';
comment on column activity.place_id is 'Where; null: in the whole community. meeting says in words where people meet.';
comment on column activity.leaflets is 'Keys of the leaflets that are handed out there (src/modules/activities/leaflets.ts).';
comment on column activity.level is 'The level of the storm warning for which a patrol was opened.';
comment on column activity.changes is 'How often it was moved: calendars want to know.';
comment on column activity.closed_at is 'When its hours were handed over to be approved; nothing changes after that.';

create table activity_post (
  community_id integer not null,
  id bigint generated always as identity,
  activity_id bigint not null,
  name text not null,
  skill text,
  number smallint not null check (number between 1 and 200),
  risky boolean not null,
  from_at timestamptz not null,
  until_at timestamptz not null,
  reached integer check (reached >= 0),
  primary key (community_id, id),
  unique (community_id, id, from_at, until_at),
  foreign key (community_id, activity_id) references activity,
  check (until_at > from_at)
);
create index on activity_post (community_id, activity_id);
comment on table activity_post is '岗位: what there is to do at an activity (order, first aid, leaflets), by how many, from when until when.';
comment on column activity_post.skill is 'Which skill it needs, by the keys of modules/volunteers/skills.ts; null: none.';
comment on column activity_post.risky is 'Whether a running insurance and having read about the risk are asked for (Volunteer Service Regulation 16, 17).';
comment on column activity_post.reached is 'How many people were reached there, as the organiser says at the end.';

create table activity_helper (
  community_id integer not null,
  id bigint generated always as identity,
  post_id bigint not null,
  person_id bigint not null,
  from_at timestamptz not null,
  until_at timestamptz not null,
  waiting boolean not null,
  signed_at timestamptz not null,
  risk_read_at timestamptz,
  moved_up_at timestamptz,
  left_at timestamptz,
  left_why activity_left,
  arrived_at timestamptz,
  arrived_by bigint,
  gone_at timestamptz,
  gone_by bigint,
  minutes integer check (minutes between 0 and 1440),
  minutes_by bigint,
  primary key (community_id, id),
  foreign key (community_id, post_id, from_at, until_at) references activity_post (community_id, id, from_at, until_at) on update cascade,
  foreign key (community_id, person_id) references person,
  foreign key (community_id, arrived_by) references person,
  foreign key (community_id, gone_by) references person,
  foreign key (community_id, minutes_by) references person,
  check ((left_at is null) = (left_why is null)),
  check (arrived_at is null or not waiting),
  check ((arrived_by is null) or (arrived_at is not null)),
  check (gone_at is null or (arrived_at is not null and gone_at >= arrived_at)),
  check ((minutes is null) = (minutes_by is null)),
  -- Nobody stands at two posts at once, whoever signs him up and however fast.
  exclude using gist (
    int8range(community_id, community_id, '[]') with &&, int8range(person_id, person_id, '[]') with &&, tstzrange(from_at, until_at) with &&
  ) where (not waiting and left_at is null)
);
create unique index on activity_helper (community_id, post_id, person_id) where left_at is null;
create index on activity_helper (community_id, person_id);
comment on table activity_helper is '报名: who helps at a post, or waits for a place at it; when he came and went. Who did not come is shown to the organiser alone, and forgotten when the activity is closed.';
comment on column activity_helper.from_at is 'That of the post, kept the same by the foreign key, so that the database itself refuses two posts at once; until_at likewise.';
comment on column activity_helper.left_why is 'self: he signed off; clash: the post was moved to a time at which he is elsewhere; called_off: there was nothing to come to.';
comment on column activity_helper.arrived_by is 'Who wrote it down for him; null: he came by the code at the place. gone_by likewise.';
comment on column activity_helper.minutes is 'How long it was as the organiser says (minutes_by): overtime, or a forgotten check-out. Null: from check-in to check-out, within the time of the post.';

create table patrol_point (
  community_id integer not null,
  id bigint generated always as identity,
  activity_id bigint not null,
  hazard text not null,
  place_id bigint not null,
  finding patrol_finding,
  checked_by bigint,
  checked_at timestamptz,
  matter_id bigint,
  primary key (community_id, id),
  unique (community_id, activity_id, hazard, place_id),
  foreign key (community_id, activity_id) references activity,
  foreign key (community_id, place_id) references place,
  foreign key (community_id, checked_by) references person,
  foreign key (community_id, matter_id) references matter,
  check (num_nulls(finding, checked_by, checked_at) in (0, 3)),
  check ((matter_id is not null) = (finding is not distinct from 'problem'))
);
comment on table patrol_point is '巡查点: one thing to look at on a patrol: the drains of an estate, its trees, its garage. A problem is a matter from then on.';
comment on column patrol_point.hazard is 'What to look at, by the keys of src/modules/activities/hazards.ts.';

create table activity_reminder (
  community_id integer not null,
  activity_id bigint not null,
  what text not null,
  told_at timestamptz not null,
  primary key (community_id, activity_id, what),
  foreign key (community_id, activity_id) references activity
);
comment on table activity_reminder is 'What was told by the clock, each once: tomorrow (to the helpers), short (of people, to the organiser), close (to the organiser).';

do $$ declare t text; begin
  foreach t in array array['activity', 'activity_post', 'activity_helper', 'patrol_point', 'activity_reminder'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy community on %I using (community_id = app_community())', t);
    execute format('grant select on %I to linju_reader', t);
    execute format('grant select, insert on %I to linju_writer', t);
  end loop;
end $$;
grant update (begins_at, ends_at, changes, changed_at, called_off_at, called_off_why, closed_at) on activity to linju_writer;
grant update (number, from_at, until_at, reached) on activity_post to linju_writer;
grant update (waiting, moved_up_at, left_at, left_why, arrived_at, arrived_by, gone_at, gone_by, minutes, minutes_by) on activity_helper to linju_writer;
grant delete on activity_helper to linju_writer;
grant update (finding, checked_by, checked_at, matter_id) on patrol_point to linju_writer;
