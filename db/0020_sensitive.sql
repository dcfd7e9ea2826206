-- Numbers of people: the homes that somebody opened in an emergency.

create type opening_reason as enum ('life', 'fire', 'water', 'gas', 'missing');
create type opening_verdict as enum ('justified', 'unjustified');

create table home_opening (
  community_id integer not null,
  id bigint generated always as identity,
  home_id bigint not null,
  opened_by bigint not null,
  opened_as text not null,
  reason opening_reason not null,
  words text,
  opened_at timestamptz not null,
  ends_at timestamptz not null,
  told_at timestamptz,
  verdict opening_verdict,
  verdict_words text,
  judged_by bigint,
  judged_at timestamptz,
  primary key (community_id, id),
  foreign key (community_id, home_id) references home,
  foreign key (community_id, opened_by) references person,
  foreign key (community_id, judged_by) references person,
  check (ends_at > opened_at),
  check ((verdict is null) = (judged_at is null) and (verdict is null) = (judged_by is null)),
  check (judged_by is distinct from opened_by)
);
create index on home_opening (community_id, opened_by, opened_at);
create index on home_opening (community_id, ends_at) where told_at is null;
create index on home_opening (community_id, opened_at) where verdict is null or verdict = 'unjustified';
comment on table home_opening is '紧急查看: in an emergency somebody without the right over a home saw the names and phones of those who belong to it, for half an hour. Never deleted.';
comment on column home_opening.opened_as is 'The post by which it was opened, as it was then.';
comment on column home_opening.words is 'What whoever opened it says of why; null once its author was erased. Not in the journal.';
comment on column home_opening.told_at is 'When those whose phones were seen were told: as soon as the half hour was over (PIPL 18).';
comment on column home_opening.verdict_words is 'What the secretary says of the judgement; null once its author was erased.';

create table home_opening_person (
  community_id integer not null,
  opening_id bigint not null,
  person_id bigint not null,
  primary key (community_id, opening_id, person_id),
  foreign key (community_id, opening_id) references home_opening,
  foreign key (community_id, person_id) references person
);
create index on home_opening_person (community_id, person_id);
comment on table home_opening_person is 'Whose name and phone an opening showed: those who belonged to the home on that day, and nobody else.';

alter table notice alter column matter_id drop not null;
comment on column notice.matter_id is 'The matter that it is about; null where the entry is about no matter: an opened home, or somebody who read many numbers.';

do $$ declare t text; begin
  foreach t in array array['home_opening', 'home_opening_person'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy community on %I using (community_id = app_community())', t);
    execute format('grant select on %I to linju_reader', t);
    execute format('grant select, insert on %I to linju_writer', t);
  end loop;
end $$;
grant update on home_opening to linju_writer;
grant delete on home_opening_person to linju_writer;

create function street_openings(wanted integer, moment timestamptz) returns table (community_id integer, unjustified bigint, unjudged bigint)
language sql stable security definer set search_path = public
begin atomic
  select community.id,
    (select count(*) from home_opening opening where opening.community_id = community.id and opening.verdict = 'unjustified'
      and opening.opened_at > moment - interval '90 days' and opening.opened_at <= moment),
    (select count(*) from home_opening opening where opening.community_id = community.id and opening.verdict is null
      and opening.opened_at <= moment - interval '3 days')
  from community where community.street_id = wanted;
end;
comment on function street_openings is 'For each community of a street: homes opened without need within ninety days, and openings that nobody judged within three days. Security definer, since it looks into all of them: it gives counts and nothing else.';
revoke execute on function street_openings from public;
grant execute on function street_openings to linju_reader, linju_writer;
