-- The menu and orders: what neighbours can ask for as from a menu, when somebody comes, and how it went.

create type menu_kind as enum ('service', 'visit', 'dispute');
create type menu_for as enum ('everybody', 'living', 'entered');
create type order_repeat as enum ('once', 'weekly', 'fortnightly', 'monthly');
create type order_state as enum ('queued', 'held', 'open', 'taken', 'begun', 'served', 'confirmed', 'off', 'missed');
create type order_confirmed as enum ('served', 'worker', 'by_itself');
create type visit_share as enum ('took_place', 'words');
create type visit_agreed as enum ('self', 'at_door', 'by_phone');
create type visit_came as enum ('met', 'nobody', 'by_phone');
create type visit_seen as enum ('well', 'needs', 'worried');

create table menu_item (
  community_id integer not null references community,
  id bigint generated always as identity,
  class project_class not null,
  kind menu_kind not null,
  name text not null,
  about text not null,
  not_done text not null,
  skills text[] not null,
  minutes smallint not null check (minutes between 10 and 480),
  meant_for menu_for not null,
  most_a_day smallint not null check (most_a_day between 1 and 100),
  off_hours smallint not null check (off_hours between 0 and 168),
  organisation_id bigint,
  project_id bigint,
  made_by bigint not null,
  made_at timestamptz not null,
  retired_at timestamptz,
  primary key (community_id, id),
  foreign key (community_id, organisation_id) references organisation,
  foreign key (community_id, project_id) references project,
  foreign key (community_id, made_by) references person
);
comment on table menu_item is '菜单: what may be ordered, made from skills. One of kind dispute is never served: it leads to the mediation track.';
comment on column menu_item.not_done is 'What whoever comes does not do; empty where nothing needs saying.';
comment on column menu_item.skills is 'All of them are needed, by the keys of modules/volunteers/skills.ts; none: any volunteer.';
comment on column menu_item.meant_for is 'Who may order: everybody who signed in, those who live here, or workers alone, who enter it for somebody (help for the poor).';
comment on column menu_item.off_hours is 'So many hours before it begins it can last be called off without asking whoever comes.';
comment on column menu_item.organisation_id is 'The team that serves it and whose leader answers for it; null: whoever fits, and the secretary.';
comment on column menu_item.project_id is 'In which project its hours are recorded; null: the one that every community has for visits or errands.';

create table menu_order (
  community_id integer not null,
  id bigint generated always as identity,
  item_id bigint not null,
  person_id bigint,
  ordered_by bigint not null,
  entered boolean not null,
  needs_consent boolean not null,
  named text,
  words text,
  place_id bigint,
  estate_id bigint,
  repeat order_repeat not null,
  begins_on date not null,
  minute smallint not null check (minute between 0 and 1439),
  until date check (until >= begins_on),
  ordered_at timestamptz not null,
  ended_at timestamptz,
  ended_why text,
  forgotten_at timestamptz,
  primary key (community_id, id),
  foreign key (community_id, item_id) references menu_item,
  foreign key (community_id, person_id) references person,
  foreign key (community_id, ordered_by) references person,
  foreign key (community_id, place_id) references place,
  foreign key (community_id, estate_id) references place,
  check (forgotten_at is null or (words is null and place_id is null and named is null))
);
create index on menu_order (community_id, ordered_by);
create index on menu_order (community_id, person_id) where person_id is not null;
create index on menu_order (community_id, item_id);
create index on menu_order (community_id, begins_on) where ended_at is null;
create index on menu_order (community_id, ended_at) where forgotten_at is null;
comment on table menu_order is '点单: somebody asked for something from the menu, once or again and again. Words and address go 30 days after its end; the figures stay.';
comment on column menu_order.person_id is 'Who is served; null for somebody who called and is in no roster, and until whoever was named is found.';
comment on column menu_order.ordered_by is 'Who asked: himself, whoever acts for him, a relative, or the worker who answered the phone (entered).';
comment on column menu_order.needs_consent is 'Asked for by another than the one who is visited: nothing happens before he agreed (order_consent).';
comment on column menu_order.named is 'The name that a relative gave of whoever is to be visited; whoever knocks at the door looks for it.';
comment on column menu_order.minute is 'When it begins, in minutes since midnight there.';

create table order_consent (
  community_id integer not null,
  id bigint generated always as identity,
  order_id bigint not null,
  person_id bigint not null,
  share visit_share not null,
  how visit_agreed not null,
  recorded_by bigint not null,
  given_at timestamptz not null,
  withdrawn_at timestamptz,
  withdrawn_how visit_agreed,
  withdrawn_by bigint,
  primary key (community_id, id),
  foreign key (community_id, order_id) references menu_order,
  foreign key (community_id, person_id) references person,
  foreign key (community_id, recorded_by) references person,
  foreign key (community_id, withdrawn_by) references person,
  check ((withdrawn_at is null) = (withdrawn_by is null) and (withdrawn_at is null) = (withdrawn_how is null))
);
create unique index on order_consent (community_id, order_id) where withdrawn_at is null;
create index on order_consent (community_id, person_id);
comment on table order_consent is '同意探望: that somebody agreed to be visited at the wish of another, and what that one may learn (PIPL 13–16). Withdrawn as easily as given; then no visit comes any more.';
comment on column order_consent.share is 'took_place: only whether it took place; words: also what was seen and written down.';
comment on column order_consent.how is 'By his own tap, or to a worker at the door or on the phone (recorded_by).';

create table order_date (
  community_id integer not null,
  id bigint generated always as identity,
  order_id bigint not null,
  begins_at timestamptz not null,
  ends_at timestamptz not null,
  state order_state not null,
  queued_at timestamptz,
  held_until timestamptz,
  person_id bigint,
  taken_at timestamptz,
  instead_of bigint,
  began_at timestamptz,
  finished_at timestamptz,
  confirmed_at timestamptz,
  confirmed_how order_confirmed,
  confirmed_by bigint,
  off_by bigint,
  off_why text,
  came visit_came,
  seen visit_seen,
  log text,
  stars smallint check (stars between 1 and 5),
  rating text,
  rating_standing standing,
  rated_by bigint,
  rated_at timestamptz,
  serving_id bigint,
  told_day_at timestamptz,
  told_hour_at timestamptz,
  untaken_at timestamptz,
  missed_at timestamptz,
  primary key (community_id, id),
  unique (community_id, order_id, begins_at),
  foreign key (community_id, order_id) references menu_order,
  foreign key (community_id, person_id) references person,
  foreign key (community_id, instead_of) references person,
  foreign key (community_id, confirmed_by) references person,
  foreign key (community_id, off_by) references person,
  foreign key (community_id, rated_by) references person,
  foreign key (community_id, serving_id) references serving,
  check (ends_at > begins_at),
  check (finished_at is null or finished_at > began_at),
  check ((state = 'held') = (held_until is not null)),
  check (state not in ('taken', 'begun', 'served', 'confirmed') or person_id is not null),
  constraint order_date_not_twice exclude using gist (
    int4range(community_id, community_id, '[]') with &&, int8range(person_id, person_id, '[]') with &&, tstzrange(begins_at, ends_at) with &&
  ) where (person_id is not null and state in ('taken', 'begun'))
);
create index on order_date (community_id, begins_at) where state in ('queued', 'held', 'open', 'taken');
create index on order_date (community_id, person_id, begins_at) where person_id is not null;
create index on order_date (community_id, finished_at) where state = 'served';
comment on table order_date is 'One time at which somebody comes for an order. The database itself keeps one person from being in two places at once (order_date_not_twice).';
comment on column order_date.state is 'queued: on the waiting list. held: a place came free and waits for a yes until held_until. open: offered. taken, begun, served, confirmed: how far it is. off: called off. missed: nobody came.';
comment on column order_date.instead_of is 'Who had taken it and could not come.';
comment on column order_date.log is 'What whoever visited wrote down; nothing about health. Goes with the words of the order.';
comment on column order_date.rating_standing is 'Whether the words of the rating are shown, or wait for a look because of a listed word.';
comment on column order_date.untaken_at is 'When the leader was told that nobody has taken it though its time nears; told_day_at, told_hour_at and missed_at likewise.';

do $$ declare t text; begin
  foreach t in array array['menu_item', 'menu_order', 'order_consent', 'order_date'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy community on %I using (community_id = app_community())', t);
    execute format('grant select on %I to linju_reader', t);
    execute format('grant select, insert, update on %I to linju_writer', t);
  end loop;
end $$;
