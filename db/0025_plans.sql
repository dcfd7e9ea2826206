-- 方案: what is proposed, in versions; what people say about its parts; and what became of each suggestion.

create type plan_stance as enum ('for', 'against', 'worry');
create type plan_fate as enum ('adopted', 'partly', 'not_adopted');

create table plan_version (
  community_id integer not null,
  id bigint generated always as identity,
  matter_id bigint not null,
  number smallint not null check (number > 0),
  about text not null,
  cents bigint check (cents >= 0),
  final boolean not null,
  open_until timestamptz,
  published_by bigint not null,
  published_at timestamptz not null,
  primary key (community_id, id),
  foreign key (community_id, matter_id) references matter,
  foreign key (community_id, published_by) references person,
  check (final = (open_until is null))
);
create unique index on plan_version (community_id, matter_id, number);
comment on table plan_version is '方案 v1, v2 …: what is proposed in a matter. Never changed: whatever changes is the next version. Who does it by when stands in matter_plan.';
comment on column plan_version.about is 'What it is for; from v2 on: what changed.';
comment on column plan_version.cents is 'What it is expected to cost; null where nobody has said.';
comment on column plan_version.final is 'Nobody is asked any more; only where nothing that was said about earlier versions is undecided.';
comment on column plan_version.open_until is 'Until when people may say something about it; null for the final one.';

create table plan_part (
  community_id integer not null,
  version_id bigint not null,
  number smallint not null check (number > 0),
  position smallint not null,
  heading text not null,
  text text not null,
  primary key (community_id, version_id, number),
  foreign key (community_id, version_id) references plan_version
);
comment on table plan_part is 'One part of a version, such as 储物区. A part keeps its number from version to version, so that two versions can be compared part by part.';

create table plan_drawing (
  community_id integer not null,
  version_id bigint not null,
  photo_id bigint not null,
  position smallint not null,
  alt text not null,
  primary key (community_id, version_id, photo_id),
  foreign key (community_id, version_id) references plan_version,
  foreign key (community_id, photo_id) references matter_photo
);
create index on plan_drawing (community_id, photo_id);
comment on table plan_drawing is 'A drawing of a version: a photo of its matter, with the words for whoever cannot see it.';

create table plan_suggestion (
  community_id integer not null,
  note_id bigint not null,
  matter_id bigint not null,
  version_id bigint not null,
  part smallint,
  stance plan_stance not null,
  fate plan_fate,
  fate_version smallint,
  fate_part smallint,
  fate_words text,
  decided_by bigint,
  decided_at timestamptz,
  primary key (community_id, note_id),
  foreign key (community_id, note_id) references matter_note,
  foreign key (community_id, matter_id) references matter,
  foreign key (community_id, version_id) references plan_version,
  foreign key (community_id, decided_by) references person,
  check ((fate is null) = (decided_at is null)),
  check ((fate in ('adopted', 'partly')) is not true or fate_version is not null),
  check ((fate in ('partly', 'not_adopted')) is not true or fate_words is not null)
);
create index on plan_suggestion (community_id, matter_id);
comment on table plan_suggestion is 'A suggestion about a version or one of its parts, and its fate. Its words and its author stand in matter_note, so that they are looked over, reported and erased like everything that is said.';
comment on column plan_suggestion.part is 'The part that it is about, by its number; null for the whole. fate_part: the part into which it went.';
comment on column plan_suggestion.fate_version is 'The number of the version into which it went, or will go.';
comment on column plan_suggestion.fate_words is 'Why not, or what of it and why the rest not.';

create table plan_support (
  community_id integer not null,
  note_id bigint not null,
  person_id bigint not null,
  at timestamptz not null,
  primary key (community_id, note_id, person_id),
  foreign key (community_id, note_id) references plan_suggestion,
  foreign key (community_id, person_id) references person
);
create index on plan_support (community_id, person_id);
comment on table plan_support is '我也这么想: who shares a suggestion, each person once.';

alter table plan_version enable row level security;
alter table plan_part enable row level security;
alter table plan_drawing enable row level security;
alter table plan_suggestion enable row level security;
alter table plan_support enable row level security;
create policy community on plan_version using (community_id = app_community());
create policy community on plan_part using (community_id = app_community());
create policy community on plan_drawing using (community_id = app_community());
create policy community on plan_suggestion using (community_id = app_community());
create policy community on plan_support using (community_id = app_community());
grant select on plan_version, plan_part, plan_drawing, plan_suggestion, plan_support to linju_reader, linju_writer;
grant insert on plan_version, plan_part, plan_drawing to linju_writer;
grant insert, update on plan_suggestion to linju_writer;
grant insert, delete on plan_support to linju_writer;
