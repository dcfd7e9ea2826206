-- Errands and swaps: what neighbours ask of each other and offer, with an end; and two wants that meet.

create type errand_side as enum ('ask', 'offer');
create type errand_end as enum ('done', 'called_off', 'untaken', 'unconfirmed', 'over');

create table errand (
  community_id integer not null references community,
  id bigint generated always as identity,
  side errand_side not null,
  kind text not null,
  in_return text,
  estate_id bigint not null,
  place_id bigint not null,
  by_id bigint,
  channel text not null check (channel in ('page', 'chat', 'api')),
  text text,
  asked_for text,
  standing standing not null,
  made_at timestamptz not null,
  from_at timestamptz not null,
  until_at timestamptz not null,
  room smallint check (room between 1 and 9),
  offer_id bigint,
  taken_by bigint,
  taken_at timestamptz,
  words text,
  swapped boolean not null default false,
  finished_at timestamptz,
  finished_minutes smallint check (finished_minutes between 1 and 720),
  minutes smallint check (minutes between 1 and 720),
  thanks text,
  reach smallint not null default 0 check (reach between 0 and 3),
  next_at timestamptz,
  ended_at timestamptz,
  ended_how errand_end,
  forgotten_at timestamptz,
  primary key (community_id, id),
  foreign key (community_id, estate_id) references place,
  foreign key (community_id, place_id) references place,
  foreign key (community_id, by_id) references person,
  foreign key (community_id, offer_id) references errand,
  foreign key (community_id, taken_by) references person,
  check (until_at > from_at),
  check ((side = 'offer') = (room is not null)),
  check (side = 'ask' or (taken_at is null and in_return is null and offer_id is null)),
  check ((ended_at is null) = (ended_how is null)),
  check (ended_at is null or next_at is null),
  check (forgotten_at is null or (ended_at is not null and text is null and by_id is null and taken_by is null))
);
create index on errand (community_id, until_at) where ended_at is null;
create index on errand (community_id, kind, in_return) where ended_at is null and in_return is not null;
create index on errand (community_id, offer_id) where offer_id is not null;
create index on errand (community_id, by_id);
create index on errand (community_id, taken_by) where taken_by is not null;
create index on errand (community_id, next_at) where next_at is not null;
create index on errand (community_id, ended_at) where ended_at is not null and forgotten_at is null;
create index on errand (community_id, taken_at) where taken_at is not null;
comment on table errand is '跑腿互助: one ask or offer among neighbours. Each has an end; thirty days after it words and people are gone, the figures stay. No money and no balance stands here.';
comment on column errand.kind is 'What it is, by the keys of modules/errands/errand.ts.';
comment on column errand.in_return is 'What the asker could do in return: makes it a want for a swap. Owed by nobody.';
comment on column errand.place_id is 'Where: a home of the asker, or an entrance, building or estate. Others see at most the building; who took it sees the whole.';
comment on column errand.by_id is 'Who asks or offers; null once it is forgotten.';
comment on column errand.asked_for is 'As whom the asker is called in the chat from which a worker took it over.';
comment on column errand.room is 'How many asks an offer takes along.';
comment on column errand.offer_id is 'The offer that an ask takes up: whoever offered it does it.';
comment on column errand.words is 'What whoever took it says to the asker, such as when he comes.';
comment on column errand.swapped is 'Whether it was taken in a swap: then it is no volunteering and counts as no hours.';
comment on column errand.minutes is 'How long it took: the smaller one of what both said.';
comment on column errand.reach is 'How far it was told because nobody took it: 1 the building, 2 the estate, 3 the grid worker.';
comment on column errand.next_at is 'When the clock next does something: tells more people, or ends it.';
comment on column errand.ended_how is 'done: confirmed; untaken: nobody took it in time; unconfirmed: taken, and nobody said more; over: an offer whose time is past.';

create table errand_swap (
  community_id integer not null,
  id bigint generated always as identity,
  first_id bigint not null,
  second_id bigint not null,
  proposed_at timestamptz not null,
  first_agreed_at timestamptz,
  second_agreed_at timestamptz,
  ended_at timestamptz,
  primary key (community_id, id),
  unique (community_id, first_id, second_id),
  foreign key (community_id, first_id) references errand,
  foreign key (community_id, second_id) references errand,
  check (first_id < second_id)
);
create index on errand_swap (community_id, second_id);
comment on table errand_swap is '互换: two wants that meet (you buy my vegetables, I mind your pet), proposed to both. Holds only while both stand; nothing is owed when it ends.';
comment on column errand_swap.ended_at is 'When it fell through: declined, or one of the two was taken or called off.';

do $$ declare t text; begin
  foreach t in array array['errand', 'errand_swap'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy community on %I using (community_id = app_community())', t);
    execute format('grant select on %I to linju_reader', t);
    execute format('grant select, insert, update on %I to linju_writer', t);
  end loop;
end $$;
