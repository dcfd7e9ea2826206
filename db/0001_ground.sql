-- The ground: communities, places, people, posts, matters, and the journal of every act.
-- Community-owned tables: primary key (community_id, …), foreign keys carry community_id, one row-level policy each.
-- The comments are the data dictionary.

-- Two roles do the work. Neither owns a table, so row-level security binds both.
do $$ begin
  if not exists (select from pg_roles where rolname = 'linju_reader') then create role linju_reader nologin; end if;
  if not exists (select from pg_roles where rolname = 'linju_writer') then create role linju_writer nologin; end if;
  execute format('grant linju_reader, linju_writer to %I', current_user);
end $$;

create function app_community() returns integer language sql stable parallel safe
  return nullif(current_setting('app.community', true), '')::integer;
comment on function app_community is 'The community that this transaction is about; null sees nothing. Set by SET LOCAL app.community.';

-- Kinds -----------------------------------------------------------------------------------------------------------

create type place_kind as enum ('estate', 'building', 'entrance', 'home', 'thing');
create type area_source as enum ('registered', 'surveyed', 'contract');
create type grid_kind as enum ('grid', 'micro_grid');
create type tie_kind as enum ('owner', 'tenant', 'family');
create type organisation_kind as enum ('party_branch', 'owners_committee', 'property_company', 'residents_committee', 'grid', 'team', 'partner_unit', 'street_office');
create type step as enum ('raise', 'discuss', 'decide', 'coordinate', 'do', 'show', 'rate', 'close');
create type channel as enum ('page', 'phone', 'paper', 'api');

-- Global tables -----------------------------------------------------------------------------------------------

create table street (
  id integer generated always as identity primary key,
  name text not null unique
);
comment on table street is '街道: the sub-district office above communities.';

create table community (
  id integer primary key check (id > 0),
  street_id integer not null references street,
  slug text not null unique check (slug ~ '^[a-z][a-z0-9-]{1,30}$'),
  name text not null,
  method text not null,
  phone text,
  time_zone text not null default 'Asia/Shanghai',
  demo boolean not null default false,
  made_at timestamptz not null default now()
);
comment on table community is '社区: the tenant; everything else belongs to exactly one.';
comment on column community.slug is 'First part of every address of this community.';
comment on column community.method is '工作法: the way of working picked at set-up, by its key.';
comment on column community.phone is 'The number that a person without a smartphone calls; printed on every page.';
comment on column community.demo is 'Made-up people; the signed-out page offers them with one tap.';

create table membership (
  community_id integer not null references community,
  person_id bigint not null,
  phone_index text,
  account_id text,
  primary key (community_id, person_id)
);
create index on membership (phone_index);
create index on membership (account_id);
comment on table membership is 'Which person of which community an account stands for. Global, so that one sign-in serves all communities; holds no name.';
comment on column membership.phone_index is 'Keyed hash of the phone: finds the person at sign-in without storing the number.';

create table api_token (
  token_hash text primary key,
  community_id integer not null references community,
  person_id bigint not null,
  name text not null,
  made_at timestamptz not null default now(),
  ends_at timestamptz not null,
  unique (community_id, person_id, name)
);
comment on table api_token is 'A key with which a program acts as a person; SHA-256 of 256 random bits. Global: looked up before the community is known.';

-- Places --------------------------------------------------------------------------------------------------------

create table place (
  community_id integer not null references community,
  id bigint generated always as identity,
  parent_id bigint,
  kind place_kind not null,
  name text not null,
  label text not null,
  estate_id bigint,
  building_id bigint,
  entrance_id bigint,
  code text not null unique,
  position integer not null default 0,
  made_at timestamptz not null default now(),
  primary key (community_id, id),
  unique nulls not distinct (community_id, parent_id, kind, name),
  foreign key (community_id, parent_id) references place
);
create index on place (community_id, estate_id, kind);
create index on place (community_id, building_id, kind);
comment on table place is '地点: a node of the tree estate → building → entrance → home, or a thing in it (a lift, a pool, a door).';
comment on column place.label is 'The whole place in words, as its printed code shows it: 榕荫里 3号楼 2单元.';
comment on column place.estate_id is 'The estate that this place lies in; null for the estate itself. building_id and entrance_id likewise.';
comment on column place.code is 'What the printed QR code opens: /q/CODE. Unique in the installation, never reused.';
comment on column place.position is 'Order among its siblings: 10号楼 comes after 9号楼.';

create function place_of_code(wanted text) returns table (community_id integer, place_id bigint)
language sql stable security definer set search_path = public
begin atomic
  select place.community_id, place.id from place where code = wanted;
end;
comment on function place_of_code is 'Which community a printed code leads to: the one question asked before the community is known.';

create table home (
  community_id integer not null,
  place_id bigint not null,
  floor smallint,
  area integer check (area > 0),
  area_source area_source,
  primary key (community_id, place_id),
  foreign key (community_id, place_id) references place,
  check ((area is null) = (area_source is null))
);
comment on table home is '户: what the law asks about a home (SPC interpretation 2020, art. 8).';
comment on column home.floor is 'Floor as people count it: 1 at the street, -1 below it; null where nobody said.';
comment on column home.area is 'Exclusive area in 0.01 m².';

create table grid (
  community_id integer not null references community,
  id bigint generated always as identity,
  parent_id bigint,
  kind grid_kind not null,
  name text not null,
  primary key (community_id, id),
  unique (community_id, kind, name),
  foreign key (community_id, parent_id) references grid
);
comment on table grid is '网格、微网格: a service area laid over places.';

create table grid_place (
  community_id integer not null,
  grid_id bigint not null,
  place_id bigint not null,
  primary key (community_id, grid_id, place_id),
  foreign key (community_id, grid_id) references grid,
  foreign key (community_id, place_id) references place
);
create index on grid_place (community_id, place_id);
comment on table grid_place is 'Which estates, buildings or entrances a grid covers; what lies in them is covered too.';

-- People --------------------------------------------------------------------------------------------------------

create table person (
  community_id integer not null references community,
  id bigint generated always as identity,
  name text not null,
  phone_sealed text,
  document_sealed text,
  document_index text,
  made_at timestamptz not null default now(),
  erased_at timestamptz,
  primary key (community_id, id)
);
create index on person (community_id, name);
create unique index on person (community_id, document_index);
comment on table person is '居民: a person known to this community. Phone and document number are sealed (AES-256-GCM).';
comment on column person.erased_at is 'Set when the person had everything personal erased; the row stays so that the journal stays true.';
alter table membership add foreign key (community_id, person_id) references person;
alter table api_token add foreign key (community_id, person_id) references person;

create table tie (
  community_id integer not null,
  id bigint generated always as identity,
  home_id bigint not null,
  person_id bigint not null,
  kind tie_kind not null,
  since date not null,
  until date check (until >= since),
  primary key (community_id, id),
  foreign key (community_id, home_id) references home,
  foreign key (community_id, person_id) references person
);
create unique index on tie (community_id, home_id, person_id, kind) where until is null;
create index on tie (community_id, person_id);
comment on table tie is 'Who owns, rents or lives in a home, from when to when. Co-owners are several rows; an owner of several homes is one person.';

create table organisation (
  community_id integer not null references community,
  id bigint generated always as identity,
  kind organisation_kind not null,
  name text not null,
  place_id bigint,
  primary key (community_id, id),
  unique (community_id, kind, name),
  foreign key (community_id, place_id) references place
);
comment on table organisation is '组织: whoever does things together: branch, owners'' committee, property company, grid, team, partner unit.';
comment on column organisation.place_id is 'The estate that it serves; null for the whole community.';

create table post (
  community_id integer not null,
  id bigint generated always as identity,
  person_id bigint not null,
  organisation_id bigint not null,
  kind text not null,
  place_id bigint,
  grid_id bigint,
  since date not null,
  until date check (until >= since),
  primary key (community_id, id),
  foreign key (community_id, person_id) references person,
  foreign key (community_id, organisation_id) references organisation,
  foreign key (community_id, place_id) references place,
  foreign key (community_id, grid_id) references grid
);
create index on post (community_id, person_id);
create index on post (community_id, organisation_id);
create unique index on post (community_id, person_id, organisation_id, kind, coalesce(place_id, 0), coalesce(grid_id, 0)) where until is null;
comment on table post is '岗位: a person''s role in an organisation, over a place or a grid (or all of it), with dates. The only source of rights. Never deleted.';

create table invitation (
  community_id integer not null,
  id bigint generated always as identity,
  home_id bigint,
  person_id bigint,
  code_index text not null,
  made_by bigint,
  made_at timestamptz not null default now(),
  ends_at timestamptz not null,
  used_at timestamptz,
  used_by bigint,
  primary key (community_id, id),
  unique (community_id, code_index),
  foreign key (community_id, home_id) references home,
  foreign key (community_id, person_id) references person,
  check (home_id is not null or person_id is not null)
);
comment on table invitation is '邀请码: handed to a home or a person on paper; opens the door once, without a phone. Stored as a keyed hash.';

create table mandate (
  community_id integer not null,
  id bigint generated always as identity,
  principal_id bigint not null,
  agent_id bigint not null,
  evidence text not null,
  made_by bigint not null,
  since date not null,
  until date check (until >= since),
  primary key (community_id, id),
  foreign key (community_id, principal_id) references person,
  foreign key (community_id, agent_id) references person,
  check (principal_id <> agent_id)
);
create index on mandate (community_id, agent_id);
comment on table mandate is '委托: the principal lets the agent act for him, with how he said so; open until ended.';

create table consent (
  community_id integer not null,
  id bigint generated always as identity,
  person_id bigint not null,
  purpose text not null,
  wording text not null,
  given_at timestamptz not null,
  withdrawn_at timestamptz,
  primary key (community_id, id),
  foreign key (community_id, person_id) references person
);
create unique index on consent (community_id, person_id, purpose) where withdrawn_at is null;
comment on table consent is '同意: what a person agreed to, under which wording; withdrawn as easily as given (PIPL 13–16).';

-- Matters -------------------------------------------------------------------------------------------------------

create table matter (
  community_id integer not null,
  id bigint generated always as identity,
  place_id bigint not null,
  estate_id bigint not null,
  building_id bigint,
  kind text not null,
  text text not null,
  search tsvector not null,
  urgent boolean not null default false,
  step step not null default 'raise',
  channel channel not null default 'page',
  raiser_id bigint,
  entered_by bigint,
  name_shown boolean not null default false,
  phone_sealed text,
  raised_at timestamptz not null default now(),
  withdrawn_at timestamptz,
  primary key (community_id, id),
  foreign key (community_id, place_id) references place,
  foreign key (community_id, estate_id) references place,
  foreign key (community_id, building_id) references place,
  foreign key (community_id, raiser_id) references person,
  foreign key (community_id, entered_by) references person
);
create index on matter (community_id, step, id desc) where withdrawn_at is null;
create index on matter (community_id, estate_id, step, id desc) where withdrawn_at is null;
create index on matter (community_id, building_id, id desc) where withdrawn_at is null;
create index on matter (community_id, place_id, id desc);
create index on matter (community_id, raiser_id, id desc);
create index on matter using gin (search) with (fastupdate = off);
comment on table matter is '事项: what is raised, until it is closed. Its number is the estate''s name and its id.';
comment on column matter.search is 'Pairs of neighbouring characters of the text, so that 电梯 is found in 三号电梯异响.';
comment on column matter.raiser_id is 'Who raised it; null when somebody did without an account.';
comment on column matter.entered_by is 'The worker who took it down for a caller or from paper.';
comment on column matter.phone_sealed is 'For whoever handles it, if the raiser agreed; erased when the matter is closed.';

create function matters_found(wanted tsquery) returns setof bigint language sql stable security definer set search_path = public
begin atomic
  select id from matter where community_id = app_community() and search @@ wanted;
end;
comment on function matters_found is 'Ids of this community''s matters that contain the pairs. Security definer, because a policy keeps the planner from the search index.';

create table matter_photo (
  community_id integer not null references community,
  id bigint generated always as identity,
  matter_id bigint,
  file text not null,
  thumbnail text not null,
  width integer not null,
  height integer not null,
  added_at timestamptz not null default now(),
  primary key (community_id, id),
  foreign key (community_id, matter_id) references matter
);
create index on matter_photo (community_id, matter_id);
create index on matter_photo (added_at) where matter_id is null;
comment on table matter_photo is 'A picture for a matter, drawn anew, without position data. file and thumbnail: SHA-256 of the stored JPEG.';
comment on column matter_photo.matter_id is 'Null until the form it was chosen in is sent; those left over are swept after a day.';

create table matter_follower (
  community_id integer not null,
  matter_id bigint not null,
  person_id bigint not null,
  since timestamptz not null default now(),
  primary key (community_id, matter_id, person_id),
  foreign key (community_id, matter_id) references matter,
  foreign key (community_id, person_id) references person
);
create index on matter_follower (community_id, person_id);
comment on table matter_follower is '我也遇到: who has the same trouble and wants to hear how it goes.';

create table matter_note (
  community_id integer not null,
  id bigint generated always as identity,
  matter_id bigint not null,
  person_id bigint not null,
  step step not null,
  text text not null,
  at timestamptz not null default now(),
  primary key (community_id, id),
  foreign key (community_id, matter_id) references matter,
  foreign key (community_id, person_id) references person
);
create index on matter_note (community_id, matter_id, id);
comment on table matter_note is 'What those who handle a matter tell everybody when it moves to a step.';

-- The journal ---------------------------------------------------------------------------------------------------

create table journal (
  community_id integer not null references community,
  id bigint generated always as identity,
  at timestamptz not null,
  action text not null,
  person_id bigint,
  on_behalf_of bigint,
  subject text not null,
  facts jsonb not null,
  answer jsonb not null,
  request_key uuid,
  primary key (community_id, id),
  foreign key (community_id, person_id) references person,
  foreign key (community_id, on_behalf_of) references person
);
create unique index on journal (community_id, request_key) where request_key is not null;
create index on journal (community_id, subject, id);
comment on table journal is '留痕: every act, in the transaction that did it. Append-only by revoked rights. Never what a person wrote, never how a person voted.';
comment on column journal.subject is 'What it was about, as in the address bar: matters/83, places/12, people/7.';
comment on column journal.answer is 'What the act answered; a second send with the same request key gets it again.';

-- Locks ---------------------------------------------------------------------------------------------------------

do $$ declare t text; begin
  for t in select table_name from information_schema.columns
    where table_schema = 'public' and column_name = 'community_id' and table_name not in ('membership', 'api_token')
  loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy community on %I using (community_id = app_community())', t);
  end loop;
end $$;

grant usage on schema public to linju_reader, linju_writer;
grant select on all tables in schema public to linju_reader, linju_writer;
grant insert, update, delete on all tables in schema public to linju_writer;
revoke update, delete, truncate on journal from linju_writer;
revoke delete on post, person, matter from linju_writer;
grant execute on function matters_found, place_of_code to linju_reader, linju_writer;
