-- Closing: stars from those who waited, the sealed file of a matter, and whether it held a month later.

create table matter_rating (
  community_id integer not null,
  id bigint generated always as identity,
  matter_id bigint not null,
  person_id bigint,
  stars smallint not null check (stars between 1 and 5),
  text text,
  at timestamptz not null,
  primary key (community_id, id),
  unique nulls not distinct (community_id, matter_id, person_id),
  foreign key (community_id, matter_id) references matter,
  foreign key (community_id, person_id) references person
);
create index on matter_rating (community_id, person_id);
comment on table matter_rating is '评: how good it is, said by the raiser and those who have the same trouble; one for each, changed as often as wanted until the matter is closed.';
comment on column matter_rating.person_id is 'Who said it, never shown; null for the raiser without an account, by receipt.';

create type level as enum ('grid', 'estate', 'community', 'street');
comment on type level is 'Who settled it (S2-19: small things end in the grid): the grid, those of the estate (committee, property company), the community, or the street.';
create type closed_as as enum ('done', 'turned_down');

create table matter_dossier (
  community_id integer not null,
  matter_id bigint not null,
  number text not null,
  content text not null check (content is json object),
  hash text not null check (hash = encode(sha256(convert_to(content, 'UTF8')), 'hex')),
  closed_as closed_as not null,
  level level not null,
  sealed_at timestamptz not null,
  sealed_by bigint not null,
  primary key (community_id, matter_id),
  unique (community_id, number),
  foreign key (community_id, matter_id) references matter,
  foreign key (community_id, sealed_by) references person
);
create index on matter_dossier (community_id, sealed_at);
comment on table matter_dossier is '档案: the file of a closed matter, sealed in the act that closed it. Append-only by revoked rights.';
comment on column matter_dossier.number is 'Community, year of closing and number of the matter: shicheng-2026-83.';
comment on column matter_dossier.content is 'Canonical JSON (keys sorted, no blanks): the bytes that were sealed. Words of people stand in it by their mark alone.';
comment on column matter_dossier.hash is 'SHA-256 of the content, hex: the seal. The content names the photos by their own hashes.';
comment on column matter_dossier.closed_as is 'done: with the evidence that the method asks for; turned_down: not ours, twice the same, nothing to do.';

create table matter_dossier_word (
  community_id integer not null,
  matter_id bigint not null,
  mark text not null,
  salt text not null,
  text text,
  is_name boolean not null,
  person_id bigint,
  primary key (community_id, matter_id, mark),
  foreign key (community_id, matter_id) references matter_dossier,
  foreign key (community_id, person_id) references person
);
create index on matter_dossier_word (community_id, person_id);
comment on table matter_dossier_word is 'The words behind the marks of a sealed file. A row can be erased (PIPL 47) without touching the seal: the mark stays, and without its salt nobody can guess the words.';
comment on column matter_dossier_word.mark is 'SHA-256, hex, of salt and text together.';
comment on column matter_dossier_word.text is 'Null for the private part, which stands with the matter alone.';
comment on column matter_dossier_word.is_name is 'A person''s name; otherwise what the person wrote.';
comment on column matter_dossier_word.person_id is 'Whose words or name: erased with him; null where nobody is known.';

create table matter_check (
  community_id integer not null,
  matter_id bigint not null,
  asked_at timestamptz not null,
  answered_at timestamptz,
  held boolean,
  primary key (community_id, matter_id),
  foreign key (community_id, matter_id) references matter,
  check ((answered_at is null) = (held is null))
);
comment on table matter_check is '回访: a month after closing its raiser is asked whether it held.';
comment on column matter_check.held is 'What was answered; null while there is no answer.';

create index on matter (community_id, closed_at) where closed_at is not null;
create index on matter_cost (community_id, at);
update matter set closed_at = coalesce((select max(note.at) from matter_note note
  where note.community_id = matter.community_id and note.matter_id = matter.id and note.step = 'close'), step_since)
  where step = 'close' and closed_at is null;

do $$ declare t text; begin
  foreach t in array array['matter_rating', 'matter_dossier', 'matter_dossier_word', 'matter_check'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy community on %I using (community_id = app_community())', t);
    execute format('grant select on %I to linju_reader', t);
  end loop;
end $$;
grant select, insert, update, delete on matter_rating to linju_writer;
grant select, insert on matter_dossier to linju_writer;
grant select, insert, delete on matter_dossier_word to linju_writer;
grant select, insert, update on matter_check to linju_writer;
