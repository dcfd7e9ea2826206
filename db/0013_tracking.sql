-- What can be followed by everybody: the open matters of a community by time, and the street's counts over its communities.

create function matters_open(wanted_estate bigint) returns table (matter_id bigint, due_at timestamptz)
language sql stable security definer set search_path = public rows 5000
begin atomic
  select matter.id, due.due_at from matter
  left join (select clock.subject, min(clock.due_at) as due_at from clock
    where clock.community_id = app_community() and clock.ended_at is null group by clock.subject) due on due.subject = 'matters/' || matter.id
  where matter.community_id = app_community() and matter.withdrawn_at is null
    and matter.step in ('raise', 'discuss', 'decide', 'coordinate', 'do', 'show', 'rate')
    and (wanted_estate is null or matter.estate_id = wanted_estate);
end;
comment on function matters_open is 'Ids of this community''s open matters (null: of every estate), and when each is due first, at its step or on the whole way. Security definer, because a policy keeps the planner from the index on steps: among 60,000 matters it would read all of them.';
revoke execute on function matters_open from public;
grant execute on function matters_open to linju_reader, linju_writer;

create function street_counts(wanted integer, moment timestamptz)
returns table (community_id integer, open bigint, late bigint, done bigint, stars integer[])
language sql stable security definer set search_path = public
begin atomic
  select community.id,
    (select count(*) from matter where matter.community_id = community.id and matter.withdrawn_at is null
      and matter.step in ('raise', 'discuss', 'decide', 'coordinate', 'do', 'show', 'rate')),
    (select count(distinct matter.id) from clock join matter on matter.community_id = clock.community_id and clock.subject = 'matters/' || matter.id
      where clock.community_id = community.id and clock.ended_at is null and clock.due_at <= moment
      and matter.withdrawn_at is null and matter.step <> 'close'),
    (select count(*) from matter_dossier where matter_dossier.community_id = community.id and matter_dossier.closed_as = 'done'
      and matter_dossier.sealed_at >= month.began and matter_dossier.sealed_at <= moment),
    (select array[count(*) filter (where rating.stars = 1), count(*) filter (where rating.stars = 2), count(*) filter (where rating.stars = 3),
        count(*) filter (where rating.stars = 4), count(*) filter (where rating.stars = 5)]::integer[]
      from matter_rating rating where rating.community_id = community.id and rating.at >= month.began and rating.at <= moment)
  from community
  cross join lateral (select date_trunc('month', moment at time zone community.time_zone) at time zone community.time_zone as began) month
  where community.street_id = wanted;
end;
comment on function street_counts is 'For each community of a street: open matters, those over a limit, those done since the month began there, and how often each number of stars was given since then. Security definer, since it looks into all of them: it gives counts and nothing else (S2-21).';
revoke execute on function street_counts from public;
grant execute on function street_counts to linju_reader, linju_writer;
