-- Matters about the same thing are found by the pieces of their texts (docs/decisions/0016-similar-matters.md).

alter table matter add column likeness integer[] not null default '{}';
comment on column matter.likeness is 'At most 32 numbers that stand for telling pieces of the text, made with the community''s number; nothing once the text is taken back or erased.';
create index on matter using gin (likeness) with (fastupdate = off) where withdrawn_at is null and step <> 'close' and merged_into is null;

-- Whoever changes a text gives its new numbers; whoever forgets leaves none, so that nothing of an erased text stays.
create function matter_text_gone() returns trigger language plpgsql set search_path = public as $$ begin
  new.likeness := '{}';
  return new;
end $$;
create trigger matter_text_gone before update of text on matter for each row
  when (new.text is distinct from old.text and new.likeness = old.likeness) execute function matter_text_gone();

-- A piece that thousands share says little and costs much: it is left out by what the database noted when it last looked through the table.
-- Of any other the first hundred matters are enough. Without the settings the planner walks the whole community, hoping to come by a hundred.
create function matters_sharing(wanted integer[]) returns table (id bigint)
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
    where community_id = app_community() and likeness @> array[telling.piece]
      and withdrawn_at is null and step <> 'close' and merged_into is null limit 100
  ) as found
  group by found.id order by count(*) desc, found.id desc limit 150;
end;
comment on function matters_sharing is 'Open matters of this community that share most of these pieces. Security definer, because a policy keeps the planner from the index.';
grant execute on function matters_sharing to linju_reader, linju_writer;
