-- Volunteers: who offers what, when and where, what was checked, and the squads in which they serve.

alter table organisation add column part_of bigint;
-- Nobody has one yet, so there is nothing to check but what comes.
alter table organisation add constraint organisation_part_of foreign key (community_id, part_of) references organisation not valid;
comment on column organisation.part_of is 'The team whose squad this is; null for everything else.';
alter table organisation add column duty text not null default '';
comment on column organisation.duty is 'What a team or squad is there for, in a few words.';

create type volunteer_age as enum ('adult', 'youth', 'junior');
create type credit_kind as enum ('training', 'award');
create type call_back_answer as enum ('called', 'cannot');

create table volunteer (
  community_id integer not null references community,
  id bigint generated always as identity,
  person_id bigint not null,
  about text not null default '',
  most_a_week smallint not null default 5 check (most_a_week between 0 and 50),
  away_until date,
  joined_at timestamptz not null,
  left_at timestamptz,
  age volunteer_age not null default 'adult',
  guardian_id bigint,
  guardian_agreed_at timestamptz,
  guardian_recorded_by bigint,
  photo text,
  primary key (community_id, id),
  unique (community_id, person_id),
  foreign key (community_id, person_id) references person,
  foreign key (community_id, guardian_id) references person,
  foreign key (community_id, guardian_recorded_by) references person
);
comment on table volunteer is '志愿者登记: who offers to help (Volunteer Service Regulation 7: skills, time, contact). One row per person; who comes back has left_at emptied.';
comment on column volunteer.about is 'What he says of himself, shown to whoever he comes to help.';
comment on column volunteer.most_a_week is 'How often a week he wants to be asked at most: calls that he was told of, orders that he took. 0: only what he takes himself.';
comment on column volunteer.age is 'adult: 18 or older; youth: 16 or 17; junior: 14 or 15, never asked when somebody calls for help. No birthday is kept, and nobody younger is registered.';
comment on column volunteer.guardian_id is 'Who looks after a volunteer below 18 and was asked whether he agrees.';
comment on column volunteer.guardian_agreed_at is 'When the guardian agreed: by his own tap, or on paper (guardian_recorded_by). Until then a minor is asked for nothing.';
comment on column volunteer.photo is 'SHA-256 of a small sealed picture of him, by which the file store knows it; shown to whoever called while he goes there, as long as he agrees (consent show_photo). Gone when he leaves.';
comment on column volunteer.away_until is 'The last day on which nobody asks him; null: he is here.';

create table volunteer_skill (
  community_id integer not null,
  volunteer_id bigint not null,
  skill text not null,
  note text not null default '',
  offered_at timestamptz not null,
  approved_by bigint,
  approved_at timestamptz,
  refused_why text,
  primary key (community_id, volunteer_id, skill),
  foreign key (community_id, volunteer_id) references volunteer,
  foreign key (community_id, approved_by) references person
);
create index on volunteer_skill (community_id, skill);
comment on table volunteer_skill is '特长: what a volunteer can do, by the keys of modules/volunteers/skills.ts. Public once a team leader or secretary approved it; one that law binds to a licence counts only with a checked qualification.';

create table volunteer_time (
  community_id integer not null,
  volunteer_id bigint not null,
  weekday smallint not null check (weekday between 1 and 7),
  from_minute smallint not null check (from_minute between 0 and 1439),
  until_minute smallint not null check (until_minute between 1 and 1440),
  primary key (community_id, volunteer_id, weekday, from_minute),
  foreign key (community_id, volunteer_id) references volunteer,
  check (until_minute > from_minute)
);
comment on table volunteer_time is 'When a volunteer has time, by weekday (1 Monday to 7 Sunday), in minutes since midnight there. Whoever named none may be asked at any hour that is not his quiet one.';

create table volunteer_place (
  community_id integer not null,
  volunteer_id bigint not null,
  place_id bigint not null,
  primary key (community_id, volunteer_id, place_id),
  foreign key (community_id, volunteer_id) references volunteer,
  foreign key (community_id, place_id) references place
);
comment on table volunteer_place is 'Where a volunteer serves: estates, buildings, entrances. Whoever named none serves everywhere in the community.';

create table volunteer_qualification (
  community_id integer not null,
  id bigint generated always as identity,
  volunteer_id bigint not null,
  kind text not null,
  number_sealed text,
  number_end text not null,
  photo text,
  valid_until date,
  sent_at timestamptz not null,
  checked_by bigint,
  checked_at timestamptz,
  refused_why text,
  warned_at timestamptz,
  ended_at timestamptz,
  primary key (community_id, id),
  foreign key (community_id, volunteer_id) references volunteer,
  foreign key (community_id, checked_by) references person
);
create index on volunteer_qualification (community_id, volunteer_id);
create index on volunteer_qualification (community_id, valid_until) where ended_at is null and warned_at is null;
comment on table volunteer_qualification is '资质: a licence that law asks for (Volunteer Service Regulation 16), with its proof. Counts once somebody else checked it, until its last day.';
comment on column volunteer_qualification.kind is 'Which licence, by the keys of modules/volunteers/skills.ts.';
comment on column volunteer_qualification.number_end is 'Its last four characters; the whole number is sealed, and gone with its end.';
comment on column volunteer_qualification.photo is 'SHA-256 of the sealed picture, by which the file store knows it; only its owner and whoever checks may look. Gone with its end.';
comment on column volunteer_qualification.valid_until is 'Its last day; null where it has none.';
comment on column volunteer_qualification.warned_at is 'When its owner was told that it ends soon.';

create table volunteer_policy (
  community_id integer not null,
  id bigint generated always as identity,
  volunteer_id bigint not null,
  insurer text not null,
  number_sealed text not null,
  number_end text not null,
  since date not null,
  until date not null check (until >= since),
  recorded_by bigint not null,
  recorded_at timestamptz not null,
  primary key (community_id, id),
  foreign key (community_id, volunteer_id) references volunteer,
  foreign key (community_id, recorded_by) references person
);
create index on volunteer_policy (community_id, volunteer_id);
comment on table volunteer_policy is '保险: accident insurance of a volunteer (Volunteer Service Regulation 17: before work with a risk to the body).';

create table volunteer_credit (
  community_id integer not null,
  id bigint generated always as identity,
  volunteer_id bigint not null,
  kind credit_kind not null,
  what text not null,
  given_on date not null,
  minutes integer not null check (minutes between 0 and 60000),
  given_by text not null,
  entered_by bigint not null,
  entered_at timestamptz not null,
  asked text,
  asked_at timestamptz,
  corrected_by bigint,
  corrected_at timestamptz,
  struck boolean not null default false,
  primary key (community_id, id),
  foreign key (community_id, volunteer_id) references volunteer,
  foreign key (community_id, entered_by) references person,
  foreign key (community_id, corrected_by) references person
);
create index on volunteer_credit (community_id, volunteer_id);
comment on table volunteer_credit is '培训与表彰: training and awards of a volunteer (Volunteer Service Regulation 19); he sees them and may ask for a correction (Ministry Order 67).';
comment on column volunteer_credit.minutes is 'How long a training was; 0 for an award.';
comment on column volunteer_credit.asked is 'What he says is wrong; emptied once it was looked at.';
comment on column volunteer_credit.struck is 'Whether it does not count: it was entered by mistake.';

create table team_asking (
  community_id integer not null,
  id bigint generated always as identity,
  organisation_id bigint not null,
  person_id bigint not null,
  asked_at timestamptz not null,
  answered_by bigint,
  answered_at timestamptz,
  taken boolean,
  primary key (community_id, id),
  foreign key (community_id, organisation_id) references organisation,
  foreign key (community_id, person_id) references person,
  foreign key (community_id, answered_by) references person
);
create unique index on team_asking (community_id, organisation_id, person_id) where answered_at is null;
comment on table team_asking is '申请入队: somebody asks to join a team or squad, and its leader answers.';

create table contact_card (
  community_id integer not null,
  id bigint generated always as identity,
  volunteer_id bigint not null,
  code text not null,
  offers text not null,
  hours text not null,
  made_at timestamptz not null,
  ended_at timestamptz,
  primary key (community_id, id),
  unique (community_id, code),
  foreign key (community_id, volunteer_id) references volunteer
);
create unique index on contact_card (community_id, volunteer_id) where ended_at is null;
comment on table contact_card is '联系卡: what a volunteer prints and gives away; its code leads to a page on which one asks to be called back, until he ends it.';

create table call_back (
  community_id integer not null,
  id bigint generated always as identity,
  card_id bigint not null,
  person_id bigint,
  phone_sealed text,
  asked_at timestamptz not null,
  answered_at timestamptz,
  answer call_back_answer,
  primary key (community_id, id),
  foreign key (community_id, card_id) references contact_card,
  foreign key (community_id, person_id) references person,
  check ((answered_at is null) = (answer is null))
);
create index on call_back (community_id, card_id);
create index on call_back (community_id, asked_at) where phone_sealed is not null;
comment on table call_back is '请回电: somebody with a contact card asks its volunteer to call back.';
comment on column call_back.phone_sealed is 'Where to call, sealed; gone once it was answered, or after a week.';

do $$ declare t text; begin
  foreach t in array array['volunteer', 'volunteer_skill', 'volunteer_time', 'volunteer_place', 'volunteer_qualification', 'volunteer_policy',
    'volunteer_credit', 'team_asking', 'contact_card', 'call_back'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy community on %I using (community_id = app_community())', t);
    execute format('grant select on %I to linju_reader', t);
    execute format('grant select, insert, update on %I to linju_writer', t);
  end loop;
end $$;
grant delete on volunteer_skill, volunteer_time, volunteer_place to linju_writer;
grant update (part_of, duty) on organisation to linju_writer;
