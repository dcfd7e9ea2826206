-- Moderation: what waits for a look, what was judged and why, who reported it, and the words that make somebody look.

create type standing as enum ('shown', 'screened', 'held', 'hidden');
comment on type standing is 'shown; screened: kept from the public until somebody has looked, worked on meanwhile; held: seen by its author and by whoever judges; hidden: judged and taken down, its author and those inside still see it.';
alter table matter add column standing standing not null default 'shown';
alter table matter_note add column standing standing not null default 'shown';
alter table matter_photo add column standing standing not null default 'shown';
alter table matter_rating add column standing standing not null default 'shown';
comment on column matter_rating.standing is 'Of its words: the stars count in any case.';
alter type note_kind add value 'comment';

create type moderated as enum ('matter', 'note', 'photo', 'rating');
create type verdict as enum ('released', 'asked', 'hidden', 'made_private', 'changed', 'appeared');
comment on type verdict is 'released: let through; asked: the author is to change it; changed: the author took out himself what it was kept back for; appeared: nobody looked in time.';
create type hide_reason as enum ('insult', 'privacy', 'advertising', 'unlawful', 'flood');

create table moderation_case (
  community_id integer not null,
  id bigint generated always as identity,
  matter_id bigint not null,
  kind moderated not null,
  thing_id bigint not null,
  causes text[] not null check (causes <@ array['often', 'insult', 'advertising', 'private_data', 'other_word', 'reported', 'changed', 'appeal']),
  author_id bigint,
  opened_at timestamptz not null,
  due_at timestamptz not null,
  appeal_of bigint,
  appeal text,
  verdict verdict,
  reason hide_reason,
  words text,
  judged_by bigint,
  judged_as text,
  judged_at timestamptz,
  primary key (community_id, id),
  foreign key (community_id, matter_id) references matter,
  foreign key (community_id, author_id) references person,
  foreign key (community_id, judged_by) references person,
  foreign key (community_id, appeal_of) references moderation_case,
  check ((verdict is null) = (judged_at is null)),
  check ((verdict = 'hidden') = (reason is not null)),
  check ((appeal_of is null) = not ('appeal' = any (causes)))
);
create unique index on moderation_case (community_id, kind, thing_id) where judged_at is null;
create unique index on moderation_case (community_id, appeal_of) where appeal_of is not null;
create index on moderation_case (community_id, due_at) where judged_at is null;
create index on moderation_case (community_id, judged_at) where judged_at is not null;
create index on moderation_case (community_id, matter_id);
comment on table moderation_case is 'Something that waits for a look, and what was judged. One open case for each thing; an appeal is a case of its own. Holds nothing of what was written about.';
comment on column moderation_case.thing_id is 'The note, photo or rating; the number of the matter itself where the matter is meant.';
comment on column moderation_case.causes is 'Why somebody is to look: too often from one person, place or address; a word of the list, by its kind; a report; a change; an appeal.';
comment on column moderation_case.author_id is 'Whose it is, never shown to whoever judges; null for somebody without an account.';
comment on column moderation_case.appeal is 'What the author says against the judgement; erased with the author.';
comment on column moderation_case.words is 'What whoever judged says to the author.';
comment on column moderation_case.judged_as is 'The post by which it was judged: shown in the public log, where the name is not.';

create table moderation_report (
  community_id integer not null,
  id bigint generated always as identity,
  case_id bigint not null,
  person_id bigint,
  reason hide_reason not null,
  words text,
  at timestamptz not null,
  primary key (community_id, id),
  unique (community_id, case_id, person_id),
  foreign key (community_id, case_id) references moderation_case,
  foreign key (community_id, person_id) references person
);
comment on table moderation_report is '举报: somebody asks for a look. Who it was is shown to nobody; however many report, nothing is hidden by it.';

create table moderation_word (
  community_id integer not null references community,
  id bigint generated always as identity,
  word text not null,
  kind text not null check (kind in ('insult', 'advertising', 'other', 'allowed')),
  added_by bigint not null,
  added_at timestamptz not null,
  ended_by bigint,
  ended_at timestamptz,
  primary key (community_id, id),
  foreign key (community_id, added_by) references person,
  foreign key (community_id, ended_by) references person,
  check ((ended_by is null) = (ended_at is null))
);
create unique index on moderation_word (community_id, word) where ended_at is null;
comment on table moderation_word is 'Words of this community beside those that are shipped. A match makes somebody look; nothing is ever rewritten.';
comment on column moderation_word.kind is 'allowed: what contains it is no match, such as 社群交流; it also switches a shipped word off.';

do $$ declare t text; begin
  foreach t in array array['moderation_case', 'moderation_report', 'moderation_word'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy community on %I using (community_id = app_community())', t);
    execute format('grant select on %I to linju_reader', t);
    execute format('grant select, insert, update on %I to linju_writer', t);
  end loop;
end $$;

create function moderation_due(moment timestamptz) returns table (community_id integer, case_id bigint, causes text[])
language sql stable security definer set search_path = public
begin atomic
  select moderation_case.community_id, moderation_case.id, moderation_case.causes from moderation_case
  where moderation_case.judged_at is null and moderation_case.due_at <= moment order by moderation_case.due_at limit 500;
end;
comment on function moderation_due is 'Cases of all communities at which nobody looked in time, for the job; ids and why, and nothing else. Security definer, since it looks into all of them.';
revoke execute on function moderation_due from public;
grant execute on function moderation_due to linju_reader, linju_writer;

-- What is held or hidden counts in no figure and is offered to nobody.
create or replace function matters_open(wanted_estate bigint) returns table (matter_id bigint, due_at timestamptz)
language sql stable security definer set search_path = public rows 5000
begin atomic
  select matter.id, due.due_at from matter
  left join (select clock.subject, min(clock.due_at) as due_at from clock
    where clock.community_id = app_community() and clock.ended_at is null group by clock.subject) due on due.subject = 'matters/' || matter.id
  where matter.community_id = app_community() and matter.withdrawn_at is null and matter.standing in ('shown', 'screened')
    and matter.step in ('raise', 'discuss', 'decide', 'coordinate', 'do', 'show', 'rate')
    and (wanted_estate is null or matter.estate_id = wanted_estate);
end;

create or replace function street_counts(wanted integer, moment timestamptz)
returns table (community_id integer, open bigint, late bigint, done bigint, stars integer[])
language sql stable security definer set search_path = public
begin atomic
  select community.id,
    (select count(*) from matter where matter.community_id = community.id and matter.withdrawn_at is null and matter.standing in ('shown', 'screened')
      and matter.step in ('raise', 'discuss', 'decide', 'coordinate', 'do', 'show', 'rate')),
    (select count(distinct matter.id) from clock join matter on matter.community_id = clock.community_id and clock.subject = 'matters/' || matter.id
      where clock.community_id = community.id and clock.ended_at is null and clock.due_at <= moment
      and matter.withdrawn_at is null and matter.standing in ('shown', 'screened') and matter.step <> 'close'),
    (select count(*) from matter_dossier where matter_dossier.community_id = community.id and matter_dossier.closed_as = 'done'
      and matter_dossier.sealed_at >= month.began and matter_dossier.sealed_at <= moment),
    (select array[count(*) filter (where rating.stars = 1), count(*) filter (where rating.stars = 2), count(*) filter (where rating.stars = 3),
        count(*) filter (where rating.stars = 4), count(*) filter (where rating.stars = 5)]::integer[]
      from matter_rating rating where rating.community_id = community.id and rating.at >= month.began and rating.at <= moment)
  from community
  cross join lateral (select date_trunc('month', moment at time zone community.time_zone) at time zone community.time_zone as began) month
  where community.street_id = wanted;
end;

create or replace function matters_sharing(wanted integer[]) returns table (id bigint)
language sql stable security definer set search_path = public set enable_seqscan = off set enable_indexscan = off
begin atomic
  with noted as (
    select unnest(most_common_elems::text::integer[]) as piece, unnest(most_common_elem_freqs) as share
    from pg_stats where schemaname = 'public' and tablename = 'matter' and attname = 'likeness'
  ), telling as (
    select piece from unnest(wanted) as piece
    except
    select piece from noted where share * (select reltuples from pg_class where oid = 'public.matter'::regclass) > 5000
  )
  select found.id from telling cross join lateral (
    select matter.id from matter
    where community_id = app_community() and likeness @> array[telling.piece] and standing = 'shown'
      and withdrawn_at is null and step <> 'close' and merged_into is null limit 100
  ) as found
  group by found.id order by count(*) desc, found.id desc limit 150;
end;
