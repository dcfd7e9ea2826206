-- What waits to be done after the journal, over all communities: for whoever watches the installation.

create function backlog(told text[], until timestamptz) returns table (work text, waiting bigint, oldest timestamptz)
language sql stable security definer set search_path = public
begin atomic
  select 'notices', count(*), min(journal.at) from community
    join lateral (select coalesce(max(journal_id), 0) as id from notice_cursor where community_id = community.id) as cursor on true
    join lateral (select id, at from journal where community_id = community.id and id > cursor.id and action = any (told)
      order by id limit 1000) as journal on true
  union all
  select 'seals', count(*), min(journal.at) from community
    join lateral (select coalesce(max(journal_id), 0) as id from record_leaf where community_id = community.id) as leaf on true
    join lateral (select at from journal where community_id = community.id and id > leaf.id and action <> 'record.seal' order by id limit 1000) as journal on true
  union all
  select 'deliveries', count(*), min(next_at) from delivery where state = 'waiting' and next_at <= until
  union all
  select 'clocks', count(*), min(next_at) from clock where next_at is not null and next_at <= until;
end;
comment on function backlog is 'How much notices, sealing, deliveries and clocks are behind at a time, and since when; told are the acts that make notices, at most 1000 entries of each community are counted. Tells nothing about anybody. Security definer: it looks over all communities.';

revoke execute on function backlog from public;
grant execute on function backlog to linju_reader;
