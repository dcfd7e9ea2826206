-- Hours: what was served, by whom and how long, in a ledger that always sums.

create type project_class as enum ('administration', 'volunteer', 'social');
create type serving_proof as enum ('checked', 'confirmed', 'written');

create table project (
  community_id integer not null references community,
  id bigint generated always as identity,
  key text,
  class project_class not null,
  name text not null,
  organisation_id bigint,
  made_by bigint,
  since date not null,
  until date check (until >= since),
  primary key (community_id, id),
  unique (community_id, key),
  foreign key (community_id, organisation_id) references organisation,
  foreign key (community_id, made_by) references person
);
comment on table project is '服务项目: what is served again and again, by one of three classes; services, orders and activities belong to one.';
comment on column project.key is 'calls, errands, visits …: one that every community has by itself; null for its own.';
comment on column project.organisation_id is 'The team that runs it; null: the community.';

create table serving (
  community_id integer not null,
  id bigint generated always as identity,
  project_id bigint not null,
  about text not null,
  place_id bigint,
  served integer not null check (served >= 0),
  proof serving_proof not null,
  content text not null default '',
  quality text not null default '',
  head_id bigint,
  began_at timestamptz not null,
  ended_at timestamptz not null,
  recorded_by bigint,
  recorded_at timestamptz not null,
  approved_by bigint,
  approved_at timestamptz,
  refused_by bigint,
  refused_at timestamptz,
  refused_why text,
  primary key (community_id, id),
  foreign key (community_id, project_id) references project,
  foreign key (community_id, place_id) references place,
  foreign key (community_id, recorded_by) references person,
  foreign key (community_id, approved_by) references person,
  foreign key (community_id, refused_by) references person,
  foreign key (community_id, head_id) references person,
  check (ended_at > began_at),
  check ((approved_by is null) = (approved_at is null)),
  check ((refused_by is null) = (refused_at is null) and (refused_why is null) = (refused_at is null)),
  check (approved_at is null or refused_at is null),
  constraint four_eyes check (approved_by <> recorded_by)
);
create index on serving (community_id, about);
create index on serving (community_id, project_id, began_at);
create index on serving (community_id, recorded_at) where approved_at is null;
comment on table serving is '服务场次: one time at which something was served. Counts once a second person approved it (Ministry Order 67: who organises records; true, complete, in time).';
comment on column serving.content is 'What was done, in words, where somebody wrote it down; like quality (how it went) and head_id (who led it) a field of the record that Ministry Order 67 asks for.';
comment on column serving.recorded_by is 'Who wrote it down; null: the house itself, from check-in and check-out. Never the one who approves it.';
comment on column serving.refused_why is 'Why it went back to whoever wrote it down; emptied when it is mended.';
comment on column serving.about is 'What it was, as in the journal: calls/12, orders/5, activities/3, or servings/ID for one written down by hand.';
comment on column serving.served is 'How many people were served: the person-times of the five figures.';
comment on column serving.proof is 'checked: check-in and check-out; confirmed: whoever was served confirmed it; written: the organiser wrote it down.';

create table serving_share (
  community_id integer not null,
  serving_id bigint not null,
  person_id bigint not null,
  minutes integer not null check (minutes between 0 and 1440),
  began_at timestamptz not null,
  ended_at timestamptz not null,
  primary key (community_id, serving_id, person_id),
  foreign key (community_id, serving_id) references serving,
  foreign key (community_id, person_id) references person,
  check (ended_at > began_at),
  check (minutes <= ceil(extract(epoch from ended_at - began_at) / 60))
);
create index on serving_share (community_id, person_id, began_at);
comment on table serving_share is 'Who served how long in it: time really served, without the way there.';
comment on column serving_share.began_at is 'From when until when this one was there: of the whole serving, or by his own check-in and check-out.';

create type hours_account as enum ('person', 'project');

create table hours_correction (
  community_id integer not null,
  id bigint generated always as identity,
  serving_id bigint not null,
  person_id bigint not null,
  minutes integer not null check (minutes between 0 and 1440),
  why text not null,
  asked_by bigint not null,
  asked_at timestamptz not null,
  granted boolean,
  answer text,
  answered_by bigint,
  answered_at timestamptz,
  primary key (community_id, id),
  foreign key (community_id, serving_id, person_id) references serving_share,
  foreign key (community_id, asked_by) references person,
  foreign key (community_id, answered_by) references person,
  check ((granted is null) = (answered_at is null) and (answered_by is null) = (answered_at is null)),
  constraint four_eyes check (answered_by <> asked_by and answered_by <> person_id)
);
create unique index on hours_correction (community_id, serving_id, person_id) where answered_at is null;
comment on table hours_correction is '更正: somebody says that approved hours are wrong (Ministry Order 67: the volunteer may ask to correct); another one corrects them, or says why not.';
comment on column hours_correction.person_id is 'Whose hours; asked_by is himself, or an organiser for him.';
comment on column hours_correction.minutes is 'How many they should be.';

create table hours_posting (
  community_id integer not null,
  id bigint generated always as identity,
  serving_id bigint not null,
  person_id bigint not null,
  reverses bigint,
  correction_id bigint,
  posted_by bigint not null,
  posted_at timestamptz not null,
  primary key (community_id, id),
  unique (community_id, reverses),
  foreign key (community_id, serving_id, person_id) references serving_share,
  foreign key (community_id, reverses) references hours_posting,
  foreign key (community_id, correction_id) references hours_correction,
  foreign key (community_id, posted_by) references person
);
create index on hours_posting (community_id, serving_id, person_id);
comment on table hours_posting is '记账: one entry on both sides of the ledger of hours, when they are approved or corrected. Append-only.';
comment on column hours_posting.reverses is 'The posting that this one takes back; each at most once. A correction takes back and posts anew.';

create table hours_entry (
  community_id integer not null,
  posting_id bigint not null,
  account hours_account not null,
  person_id bigint,
  project_id bigint,
  minutes integer not null check (minutes <> 0),
  primary key (community_id, posting_id, account),
  foreign key (community_id, posting_id) references hours_posting,
  foreign key (community_id, person_id) references person,
  foreign key (community_id, project_id) references project,
  check ((account = 'person') = (person_id is not null) and (account = 'project') = (project_id is not null))
);
create index on hours_entry (community_id, person_id) where person_id is not null;
comment on table hours_entry is '时数账: what a posting gives to a volunteer and takes from a project, in minutes. Each posting sums to zero. Append-only, even for the owner of the database.';

create table star_table (
  community_id integer not null references community,
  id bigint generated always as identity,
  hours integer[] not null check (cardinality(hours) = 5),
  made_by bigint not null,
  made_at timestamptz not null,
  primary key (community_id, id),
  foreign key (community_id, made_by) references person
);
comment on table star_table is '星级标准: from how many hours on a volunteer has one to five stars; the newest row counts. No row: 100, 300, 600, 1000, 1500, as local rules have it.';

create function hours_entry_stays() returns trigger language plpgsql as $$ begin
  raise exception 'hours that were posted are not changed: take them back and post anew';
end $$;
create trigger hours_entry_stays before update or delete on hours_entry for each row execute function hours_entry_stays();
create trigger hours_entry_emptied before truncate on hours_entry for each statement execute function hours_entry_stays();
create trigger hours_posting_stays before update or delete on hours_posting for each row execute function hours_entry_stays();

create function hours_posting_sums() returns trigger language plpgsql set search_path = public as $$ begin
  if (select coalesce(sum(minutes), 1) from hours_entry where community_id = new.community_id
    and posting_id = coalesce(to_jsonb(new) ->> 'posting_id', to_jsonb(new) ->> 'id')::bigint) <> 0 then
    raise exception 'a posting of hours does not sum to zero';
  end if;
  return null;
end $$;
create constraint trigger hours_posting_sums after insert on hours_entry deferrable initially deferred for each row execute function hours_posting_sums();
create constraint trigger hours_posting_sums after insert on hours_posting deferrable initially deferred for each row execute function hours_posting_sums();

-- What counts for somebody in a serving is what the ledger says, to the minute, whoever writes it.
create function hours_agree() returns trigger language plpgsql set search_path = public as $$
declare
  the_serving bigint := coalesce(to_jsonb(new) ->> 'serving_id', to_jsonb(new) ->> 'id');
  the_person bigint := to_jsonb(new) ->> 'person_id';
begin
  if exists (
    select from serving
    join serving_share on serving_share.community_id = serving.community_id and serving_share.serving_id = serving.id
    where serving.community_id = new.community_id and serving.id = the_serving
      and (the_person is null or serving_share.person_id = the_person)
      and case when serving.approved_at is null then 0 else serving_share.minutes end <> (
        select coalesce(sum(hours_entry.minutes), 0) from hours_posting
        join hours_entry on hours_entry.community_id = hours_posting.community_id and hours_entry.posting_id = hours_posting.id
        where hours_posting.community_id = serving.community_id and hours_posting.serving_id = serving.id
          and hours_posting.person_id = serving_share.person_id and hours_entry.account = 'person')
  ) then
    raise exception 'the hours of a serving are not what the ledger says';
  end if;
  return null;
end $$;
create constraint trigger hours_agree after insert or update on serving_share deferrable initially deferred for each row execute function hours_agree();
create constraint trigger hours_agree after insert on hours_posting deferrable initially deferred for each row execute function hours_agree();
create constraint trigger hours_agree after insert or update of approved_at on serving deferrable initially deferred for each row execute function hours_agree();

do $$ declare t text; begin
  foreach t in array array['project', 'serving', 'serving_share', 'hours_correction', 'hours_posting', 'hours_entry', 'star_table'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy community on %I using (community_id = app_community())', t);
    execute format('grant select on %I to linju_reader', t);
    execute format('grant select, insert on %I to linju_writer', t);
  end loop;
end $$;
grant update on project, serving, serving_share, hours_correction to linju_writer;
grant delete on serving_share to linju_writer;

