-- 议事会: councils with a seat for each party, their sessions, what is said and decided there, and the minutes.

create type seat_party as enum ('branch', 'owners_committee', 'property', 'residents', 'grid', 'partner', 'concerned', 'street');
create type session_kind as enum ('public_interest', 'action_plan', 'mediation', 'listening');
create type seat_answer as enum ('comes', 'comes_not', 'sends');
create type speaker_list as enum ('floor', 'stage');
create type question_answer as enum ('aloud', 'in_writing', 'declined');

create table council (
  community_id integer not null references community,
  id bigint generated always as identity,
  name text not null,
  about text not null,
  room text not null,
  place_id bigint,
  grid_id bigint,
  convener_id bigint not null,
  begins_on date not null,
  minute smallint not null check (minute between 0 and 1439),
  minutes integer not null check (minutes between 5 and 1440),
  rule text,
  quorum smallint not null check (quorum between 1 and 100),
  topic_homes smallint not null check (topic_homes between 1 and 1000),
  made_by bigint not null,
  made_at timestamptz not null,
  cadence_since timestamptz not null,
  primary key (community_id, id),
  foreign key (community_id, place_id) references place,
  foreign key (community_id, grid_id) references grid,
  foreign key (community_id, convener_id) references person,
  foreign key (community_id, made_by) references person,
  check (place_id is null or grid_id is null)
);
comment on table council is '议事会: where the parties of a community, an estate or a grid sit together (S1-02, S4-19).';
comment on column council.place_id is 'The estate or building that it is for; grid_id: the grid. Neither: the whole community.';
comment on column council.rule is 'How often it meets: an RRULE (RFC 5545) without its name, first on begins_on, minute minutes after midnight of the community''s clock; null: whenever it is needed.';
comment on column council.quorum is 'The share of the invited seats of each party, in percent, that has to have come.';
comment on column council.topic_homes is 'From so many households on that follow a matter, it is proposed as a topic by itself (S1-08).';
comment on column council.cadence_since is 'Since when the rhythm is as it is: earlier dates are asked of nobody.';

create table council_seat (
  community_id integer not null,
  id bigint generated always as identity,
  council_id bigint not null,
  party seat_party not null,
  person_id bigint,
  organisation_id bigint,
  made_at timestamptz not null,
  ended_at timestamptz,
  primary key (community_id, id),
  foreign key (community_id, council_id) references council,
  foreign key (community_id, person_id) references person,
  foreign key (community_id, organisation_id) references organisation,
  check ((person_id is null) <> (organisation_id is null))
);
create index on council_seat (community_id, council_id) where ended_at is null;
comment on table council_seat is '席位: who is always invited, and for which party: a person, or an organisation that sends somebody.';

create table council_missed (
  community_id integer not null,
  council_id bigint not null,
  missed_on date not null,
  told_at timestamptz not null,
  primary key (community_id, council_id, missed_on),
  foreign key (community_id, council_id) references council
);
comment on table council_missed is 'A date of the rhythm on which no session was held. Told once, when it is written here (S3-16).';

create table council_session (
  community_id integer not null,
  id bigint generated always as identity,
  council_id bigint not null,
  number integer not null,
  kind session_kind not null,
  title text not null,
  convener_id bigint not null,
  keeper_id bigint,
  begins_at timestamptz not null,
  minutes integer not null check (minutes between 5 and 1440),
  place_id bigint,
  room text not null,
  convened_at timestamptz not null,
  opened_at timestamptz,
  ended_at timestamptz,
  cancelled_at timestamptz,
  cancel_reason text,
  reminded_at timestamptz,
  changes integer not null default 0,
  changed_at timestamptz not null,
  primary key (community_id, id),
  unique (community_id, council_id, number),
  foreign key (community_id, council_id) references council,
  foreign key (community_id, convener_id) references person,
  foreign key (community_id, keeper_id) references person,
  foreign key (community_id, place_id) references place
);
create index on council_session (community_id, begins_at);
comment on table council_session is '会议: one sitting. A mediation (调解) is there for those invited only; listening sessions (睦邻恳谈、社区夜话) collect points (S3-15, S4-20).';
comment on column council_session.number is 'The how-manieth session of its council.';
comment on column council_session.keeper_id is 'Who keeps the minutes besides whoever convened it.';
comment on column council_session.changes is 'How often it was moved or cancelled: the SEQUENCE of calendar programs.';

create table session_seat (
  community_id integer not null,
  id bigint generated always as identity,
  session_id bigint not null,
  party seat_party not null,
  person_id bigint,
  organisation_id bigint,
  invited_at timestamptz,
  answer seat_answer,
  stand_in text,
  stand_in_id bigint,
  answered_at timestamptz,
  came_at timestamptz,
  came_by_code boolean not null default false,
  name text,
  salt text,
  signed_at timestamptz,
  signed_on_paper boolean not null default false,
  primary key (community_id, id),
  unique (community_id, session_id, person_id),
  unique (community_id, session_id, organisation_id),
  foreign key (community_id, session_id) references council_session,
  foreign key (community_id, person_id) references person,
  foreign key (community_id, organisation_id) references organisation,
  foreign key (community_id, stand_in_id) references person,
  check ((person_id is null) <> (organisation_id is null))
);
create index on session_seat (community_id, person_id, session_id) where person_id is not null;
create index on session_seat (community_id, organisation_id, session_id) where organisation_id is not null;
comment on table session_seat is 'A seat at one session: who was invited, what was answered, who came, who signed. Whoever comes without an invitation gets one, too (invited_at null).';
comment on column session_seat.stand_in is 'Who is sent instead, or who came for the organisation.';
comment on column session_seat.stand_in_id is 'The person who came for the organisation, where he proved it by the code at the door.';
comment on column session_seat.name is 'How whoever came was called when the minutes were sealed; the sealed text holds only a mark of it: SHA-256 of salt and name. Erased with the person.';

create table session_topic (
  community_id integer not null,
  id bigint generated always as identity,
  session_id bigint not null,
  position integer not null,
  title text not null,
  added_at timestamptz not null,
  primary key (community_id, id),
  unique (community_id, session_id, id),
  foreign key (community_id, session_id) references council_session
);
create index on session_topic (community_id, session_id);
comment on table session_topic is '议题: one point of the agenda.';

create table session_topic_matter (
  community_id integer not null,
  topic_id bigint not null,
  matter_id bigint not null,
  primary key (community_id, topic_id, matter_id),
  foreign key (community_id, topic_id) references session_topic on delete cascade,
  foreign key (community_id, matter_id) references matter
);
create index on session_topic_matter (community_id, matter_id);
comment on table session_topic_matter is 'The matters that a topic is about; similar ones are talked about together.';

create table session_minute (
  community_id integer not null,
  id bigint generated always as identity,
  session_id bigint not null,
  topic_id bigint not null,
  version integer not null,
  text text not null,
  decision text not null,
  written_by bigint not null,
  written_at timestamptz not null,
  primary key (community_id, id),
  unique (community_id, topic_id, version),
  foreign key (community_id, session_id, topic_id) references session_topic (community_id, session_id, id),
  foreign key (community_id, written_by) references person
);
comment on table session_minute is 'What was written of a topic, version after version: nothing is overwritten, and two who write at once cannot both have the same version.';

create table session_task (
  community_id integer not null,
  id bigint generated always as identity,
  session_id bigint not null,
  topic_id bigint not null,
  title text not null,
  owner_id bigint,
  organisation_id bigint,
  due_on date,
  matter_task_id bigint,
  made_by bigint not null,
  made_at timestamptz not null,
  done_at timestamptz,
  owner_name text,
  owner_salt text,
  primary key (community_id, id),
  foreign key (community_id, session_id, topic_id) references session_topic (community_id, session_id, id),
  foreign key (community_id, owner_id) references person,
  foreign key (community_id, organisation_id) references organisation,
  foreign key (community_id, matter_task_id) references matter_task,
  foreign key (community_id, made_by) references person
);
create index on session_task (community_id, session_id);
comment on table session_task is 'Who does what by when, as the session agreed. Where the topic is a matter it stands among the tasks of that matter (matter_task_id) and is finished there.';

create table session_speaker (
  community_id integer not null,
  id bigint generated always as identity,
  session_id bigint not null,
  list speaker_list not null,
  person_id bigint not null,
  about text not null,
  standing standing not null,
  asked_at timestamptz not null,
  began_at timestamptz,
  ended_at timestamptz,
  primary key (community_id, id),
  foreign key (community_id, session_id) references council_session,
  foreign key (community_id, person_id) references person
);
create index on session_speaker (community_id, session_id, id);
create unique index on session_speaker (community_id, session_id, list, person_id) where ended_at is null;
comment on table session_speaker is 'Who asked to speak, in order (floor), and who goes on stage with an idea (stage, 上台献策, S4-11). Speaking time is from began_at to ended_at; ended without having begun: did not speak.';

create table session_question (
  community_id integer not null,
  id bigint generated always as identity,
  session_id bigint not null,
  person_id bigint not null,
  text text not null,
  standing standing not null,
  asked_at timestamptz not null,
  answered question_answer,
  answer text,
  answered_at timestamptz,
  primary key (community_id, id),
  foreign key (community_id, session_id) references council_session,
  foreign key (community_id, person_id) references person
);
create index on session_question (community_id, session_id, id);
comment on table session_question is 'Questions from home: asked aloud in the hall or answered in writing. What holds a listed word, or comes too often, is seen by its author and whoever runs the session until it is let through.';

create table session_point (
  community_id integer not null,
  id bigint generated always as identity,
  session_id bigint not null,
  place_id bigint not null,
  text text not null,
  said_by bigint,
  written_by bigint not null,
  written_at timestamptz not null,
  matter_id bigint,
  primary key (community_id, id),
  foreign key (community_id, session_id) references council_session,
  foreign key (community_id, place_id) references place,
  foreign key (community_id, said_by) references person,
  foreign key (community_id, written_by) references person,
  foreign key (community_id, matter_id) references matter
);
create index on session_point (community_id, session_id);
create index on session_point (community_id, matter_id) where matter_id is not null;
comment on table session_point is '诉求清单: what was said at a listening session; each point becomes a matter (matter_id), and the list shows what became of it (S3-15).';

create table session_minutes (
  community_id integer not null,
  session_id bigint not null,
  number text not null,
  content text not null,
  hash text not null,
  sealed_by bigint not null,
  sealed_at timestamptz not null,
  primary key (community_id, session_id),
  foreign key (community_id, session_id) references council_session,
  foreign key (community_id, sealed_by) references person
);
comment on table session_minutes is '会议纪要: the sealed text, canonical JSON (RFC 8785). Written once; its SHA-256 stands in the journal.';

create table session_addendum (
  community_id integer not null,
  id bigint generated always as identity,
  session_id bigint not null,
  text text not null,
  hash text not null,
  added_by bigint not null,
  added_at timestamptz not null,
  primary key (community_id, id),
  foreign key (community_id, session_id) references session_minutes (community_id, session_id),
  foreign key (community_id, added_by) references person
);
create index on session_addendum (community_id, session_id);
comment on table session_addendum is 'What is put right after the minutes were sealed: it stands below them and changes nothing in them.';

do $$ declare t text; begin
  foreach t in array array['council', 'council_seat', 'council_missed', 'council_session', 'session_seat', 'session_topic', 'session_topic_matter',
    'session_minute', 'session_task', 'session_speaker', 'session_question', 'session_point', 'session_minutes', 'session_addendum']
  loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy community on %I using (community_id = app_community())', t);
    execute format('grant select, insert on %I to linju_writer', t);
    execute format('grant select on %I to linju_reader', t);
  end loop;
end $$;
-- The minutes and what was written of a topic are never changed.
grant update on council, council_seat, council_session, session_seat, session_topic, session_task, session_speaker, session_question, session_point to linju_writer;
grant delete on session_topic, session_topic_matter to linju_writer;
