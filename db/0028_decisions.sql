-- 业主共同决定: a vote of the owners of an estate (Civil Code 278–280): its questions, its roll, its postings and deliveries, and one ledger of ballots.

create type decision_stage as enum ('draft', 'roll', 'announced', 'open', 'closed', 'posted', 'dropped');
comment on type decision_stage is 'draft; roll: the roll is posted and open to objections; announced: questions, roll and times stand fast; open: ballots are taken; closed: counted; posted: the result hangs where the owners pass; dropped before it opened.';
create type ballot_channel as enum ('phone', 'paper', 'door', 'mandate', 'meeting');
create type voter_kind as enum ('owner', 'named', 'guardian', 'developer');

alter table community add column law text not null default 'fujian';
comment on column community.law is 'The rule pack of its place (src/modules/law/packs): which numbers the law there asks for.';

create table estate_rules (
  community_id integer not null references community,
  id bigint generated always as identity,
  estate_id bigint not null,
  source text not null,
  kept_by bigint not null,
  kept_at timestamptz not null,
  primary key (community_id, id),
  foreign key (community_id, estate_id) references place,
  foreign key (community_id, kept_by) references person
);
create index on estate_rules (community_id, estate_id);
comment on table estate_rules is '议事规则、管理规约: the estate''s own numbers as a rule pack in YAML; the newest is in force, older ones stay. Append-only.';

create table decision (
  community_id integer not null references community,
  id bigint generated always as identity,
  estate_id bigint not null,
  building_id bigint,
  matter_id bigint,
  title text not null,
  about text not null,
  secret boolean not null,
  first boolean not null,
  extraordinary boolean not null,
  developer_id bigint,
  own_rules_id bigint,
  rules jsonb,
  advisory boolean not null default false,
  stage decision_stage not null default 'draft',
  as_of date,
  frozen_at timestamptz,
  objections_until date,
  announced_at timestamptz,
  opens_at timestamptz,
  closes_at timestamptz,
  closed_at timestamptz,
  posted_at timestamptz,
  dropped_reason text,
  damaged_at timestamptz,
  roll_root bytea,
  key_sealed text,
  result jsonb,
  organisation_id bigint not null,
  made_by bigint not null,
  made_at timestamptz not null,
  primary key (community_id, id),
  foreign key (community_id, estate_id) references place,
  foreign key (community_id, building_id) references place,
  foreign key (community_id, matter_id) references matter,
  foreign key (community_id, own_rules_id) references estate_rules,
  foreign key (community_id, organisation_id) references organisation,
  foreign key (community_id, made_by) references person,
  foreign key (community_id, developer_id) references person,
  check (closes_at > opens_at),
  check (stage in ('draft', 'dropped') or as_of is not null),
  check (stage in ('draft', 'roll', 'dropped') or (announced_at is not null and opens_at is not null and rules is not null and roll_root is not null)),
  check ((stage in ('closed', 'posted')) = (result is not null))
);
create index on decision (community_id, stage);
create index on decision (community_id, matter_id) where matter_id is not null;
comment on table decision is '业主共同决定: one vote of the owners of one estate, on one or several questions, over one roll.';
comment on column decision.building_id is 'Only those interested are asked, each of whom must agree (Civil Code 279): the owners of this building, and who was settled as interested; null where all owners vote.';
comment on column decision.secret is 'Whether the count breaks the link between voter and ballot; otherwise the ballots are signed, as the rules of procedure usually ask.';
comment on column decision.first is 'Whether it is the first assembly of the estate, which posts drafts and candidates too.';
comment on column decision.extraordinary is 'Whether it was asked for between the regular ones; some cities then ask for a shorter notice.';
comment on column decision.developer_id is 'Who votes for the developer''s unsold homes; null where nobody does.';
comment on column decision.own_rules_id is 'The estate''s own rules as they were when it was announced; null where it has none.';
comment on column decision.advisory is 'It binds nobody here, since the city demands its own ballot: asked for advice, and exported.';
comment on column decision.rules is 'The rules as resolved when it was announced: each number with its source and version.';
comment on column decision.as_of is 'The day as of which the roll was frozen.';
comment on column decision.frozen_at is 'When it was frozen: what was posted of it earlier shows another roll.';
comment on column decision.roll_root is 'Root of the Merkle tree over the roll, as announced.';
comment on column decision.key_sealed is 'The key under which its ballots are sealed until the close, sealed under the master key; a secret vote''s is destroyed at the close.';
comment on column decision.damaged_at is 'When it was found that its rows are not what was recorded; it is not counted while they are.';
comment on column decision.result is 'What the count came to, under each way of counting silence.';

create table decision_question (
  community_id integer not null,
  decision_id bigint not null,
  position smallint not null check (position > 0),
  item text not null,
  text text not null,
  detail text not null,
  seats smallint check (seats > 0),
  primary key (community_id, decision_id, position),
  foreign key (community_id, decision_id) references decision
);
comment on table decision_question is 'A question put to the owners; fixed once announced.';
comment on column decision_question.item is 'What the law calls it (Civil Code 278 I 1–9, or 279): which thresholds it needs.';
comment on column decision_question.seats is 'How many are to be elected; null where it is answered with yes or no.';

create table decision_candidate (
  community_id integer not null,
  decision_id bigint not null,
  question smallint not null,
  number smallint not null check (number > 0),
  person_id bigint,
  name text not null,
  about text not null,
  primary key (community_id, decision_id, question, number),
  foreign key (community_id, decision_id, question) references decision_question,
  foreign key (community_id, person_id) references person
);
comment on table decision_candidate is 'Somebody who can be elected, by the number on the voting paper.';

create table decision_settlement (
  community_id integer not null,
  decision_id bigint not null,
  home_id bigint not null,
  kind text not null check (kind in ('named', 'guardian', 'developer', 'left_out', 'interested')),
  person_id bigint,
  owner_id bigint,
  reason text not null,
  settled_by bigint not null,
  settled_at timestamptz not null,
  primary key (community_id, decision_id, home_id),
  foreign key (community_id, decision_id) references decision,
  foreign key (community_id, home_id) references home,
  foreign key (community_id, person_id) references person,
  foreign key (community_id, owner_id) references person,
  foreign key (community_id, settled_by) references person,
  check ((kind in ('named', 'guardian')) = (person_id is not null)),
  check ((kind = 'guardian') = (owner_id is not null))
);
comment on column decision_settlement.person_id is 'Who votes: the owner that the co-owners named, or the guardian of the owner in owner_id.';
comment on table decision_settlement is 'What the roster leaves open about a home: which of its owners votes, who votes for one without capacity, that it is the developer''s, or why it is left out.';

create table decision_voter (
  community_id integer not null,
  decision_id bigint not null,
  number integer not null check (number > 0),
  person_id bigint,
  kind voter_kind not null,
  area bigint not null check (area > 0),
  homes integer not null check (homes > 0),
  primary key (community_id, decision_id, number),
  foreign key (community_id, decision_id) references decision,
  foreign key (community_id, person_id) references person
);
create unique index on decision_voter (community_id, decision_id, person_id) where person_id is not null;
comment on table decision_voter is '表决权人名册: who votes, counted as one head (SPC interpretation 2020, art. 9); frozen with the roll.';
comment on column decision_voter.number is 'The number under which the ballot is published.';
comment on column decision_voter.area is 'Exclusive area of all the homes, in 0.01 m².';

create table decision_home (
  community_id integer not null,
  decision_id bigint not null,
  home_id bigint not null,
  number integer not null,
  area integer not null check (area > 0),
  area_source area_source not null,
  primary key (community_id, decision_id, home_id),
  foreign key (community_id, decision_id, number) references decision_voter,
  foreign key (community_id, home_id) references home
);
create index on decision_home (community_id, decision_id, number);
comment on table decision_home is 'The homes of the roll: each counts once, with the area that was taken for it.';

create table decision_objection (
  community_id integer not null,
  id bigint generated always as identity,
  decision_id bigint not null,
  about text not null check (about in ('roll', 'notice', 'result')),
  text text not null,
  person_id bigint not null,
  at timestamptz not null,
  answer text,
  upheld boolean,
  answered_by bigint,
  answered_at timestamptz,
  primary key (community_id, id),
  foreign key (community_id, decision_id) references decision,
  foreign key (community_id, person_id) references person,
  foreign key (community_id, answered_by) references person,
  check ((answer is null) = (answered_at is null) and (answer is null) = (upheld is null))
);
create index on decision_objection (community_id, decision_id);
comment on table decision_objection is '异议: what an owner says against the roll, the notice or the result, and what he was answered.';

create table decision_posting (
  community_id integer not null,
  id bigint generated always as identity,
  decision_id bigint not null,
  what text not null check (what in ('roll', 'notice', 'drafts', 'candidates', 'committee', 'result')),
  place_id bigint not null,
  photo text not null,
  posted_by bigint not null,
  posted_at timestamptz not null,
  entered_at timestamptz not null,
  primary key (community_id, id),
  foreign key (community_id, decision_id) references decision,
  foreign key (community_id, place_id) references place,
  foreign key (community_id, posted_by) references person
);
create index on decision_posting (community_id, decision_id);
comment on table decision_posting is '张贴证明: that a notice hung at a place: photo, who, when. Append-only.';
comment on column decision_posting.what is 'committee: the residents'' committee was told (物业管理条例 14).';
comment on column decision_posting.photo is 'SHA-256 of the picture, by which the file store knows it.';

create table decision_delivery (
  community_id integer not null,
  id bigint generated always as identity,
  decision_id bigint not null,
  number integer not null,
  how text not null check (how in ('in_hand', 'phone', 'mail', 'letterbox')),
  received_by text not null check (received_by in ('owner', 'authorised', 'tenant', 'nobody')),
  witness_id bigint,
  photo text,
  delivered_by bigint not null,
  delivered_at timestamptz not null,
  entered_at timestamptz not null,
  primary key (community_id, id),
  foreign key (community_id, decision_id, number) references decision_voter,
  foreign key (community_id, witness_id) references person,
  foreign key (community_id, delivered_by) references person
);
create index on decision_delivery (community_id, decision_id, number);
comment on table decision_delivery is '送达证明: that a voter got his voting paper: how, into whose hand, by whom, when. Append-only. Only what reached the owner or somebody authorised lets silence count.';

create table ballot_mandate (
  community_id integer not null,
  id bigint generated always as identity,
  decision_id bigint not null,
  number integer not null,
  agent_id bigint not null,
  choices_sealed text not null,
  photo text not null,
  recorded_by bigint not null,
  recorded_at timestamptz not null,
  ended_at timestamptz,
  primary key (community_id, id),
  foreign key (community_id, decision_id, number) references decision_voter,
  foreign key (community_id, agent_id) references person,
  foreign key (community_id, recorded_by) references person
);
create unique index on ballot_mandate (community_id, decision_id, number) where ended_at is null;
create index on ballot_mandate (community_id, decision_id, agent_id);
comment on table ballot_mandate is '书面委托: an agent votes for a voter, as the paper says and not otherwise.';

create table paper_reading (
  community_id integer not null,
  id bigint generated always as identity,
  decision_id bigint not null,
  number integer not null,
  returned_at timestamptz not null,
  choices_sealed text not null,
  photo text,
  read_by bigint not null,
  read_at timestamptz not null,
  primary key (community_id, id),
  foreign key (community_id, decision_id, number) references decision_voter,
  foreign key (community_id, read_by) references person
);
create index on paper_reading (community_id, decision_id, number);
comment on table paper_reading is '录入纸票: what one person read on a voting paper; it becomes a ballot once two people read the same. Append-only.';

create table ballot (
  community_id integer not null,
  id bigint generated always as identity,
  decision_id bigint not null,
  number integer not null,
  channel ballot_channel not null,
  cast_at timestamptz not null,
  entered_at timestamptz not null,
  choices_sealed text not null,
  commitment bytea not null check (length(commitment) = 32),
  leaf bytea not null check (length(leaf) = 32),
  cast_by bigint,
  witness_id bigint,
  photo text,
  mandate_id bigint,
  primary key (community_id, id),
  foreign key (community_id, decision_id, number) references decision_voter,
  foreign key (community_id, cast_by) references person,
  foreign key (community_id, witness_id) references person,
  foreign key (community_id, mandate_id) references ballot_mandate
);
create index on ballot (community_id, decision_id, number, cast_at desc, id desc);
comment on table ballot is '表决票: the one ledger of every channel. A voter may vote again; the last before the close counts. Append-only.';
comment on column ballot.cast_at is 'When it was given: for paper, when it was handed back.';
comment on column ballot.choices_sealed is 'What was chosen, under the key of the decision, bound to decision and voter; nobody reads it before the close.';
comment on column ballot.commitment is 'SHA-256 over a nonce and the choices: published with the ledger, tells nothing of them; both lie in choices_sealed.';
comment on column ballot.leaf is 'What stands for it in the ledger''s tree: SHA-256 over number, channel, time and the commitment to the choices.';
comment on column ballot.cast_by is 'Who pressed: the voter, the collector at the door, the second reader of the paper, the agent.';

create table ballot_counted (
  community_id integer not null,
  decision_id bigint not null,
  mark text not null,
  number integer,
  channel ballot_channel,
  area bigint,
  choices jsonb not null,
  nonce text,
  primary key (community_id, decision_id, mark),
  foreign key (community_id, decision_id) references decision,
  check ((number is null) = (area is null) and (number is null) = (nonce is null) and (number is null) = (channel is null))
);
create unique index on ballot_counted (community_id, decision_id, number) where number is not null;
comment on table ballot_counted is '计入的票: what was counted, as published. In a secret vote without number and area: only the voter knows the mark.';
comment on column ballot_counted.mark is 'By which the voter finds it: ten characters that the ledger''s key made of the ballot.';

create table decision_reminder (
  community_id integer not null,
  decision_id bigint not null,
  what text not null check (what in ('voters', 'stuck', 'result')),
  at timestamptz not null,
  primary key (community_id, decision_id, what, at),
  foreign key (community_id, decision_id) references decision
);
comment on table decision_reminder is 'That somebody was reminded, so that it is done once: voters who have not voted; the keepers of what keeps it from opening; the keepers of a result that must hang. Append-only.';
comment on column decision_reminder.at is 'The moment that it is about (opening, close, last day of the result), not when it was told: a vote announced anew is reminded of anew.';

do $$ declare t text; begin
  foreach t in array array['estate_rules', 'decision_reminder', 'decision', 'decision_question', 'decision_candidate', 'decision_settlement', 'decision_voter', 'decision_home', 'decision_objection',
    'decision_posting', 'decision_delivery', 'ballot_mandate', 'paper_reading', 'ballot', 'ballot_counted']
  loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy community on %I using (community_id = app_community())', t);
    execute format('grant select on %I to linju_reader', t);
    execute format('grant select, insert on %I to linju_writer', t);
  end loop;
end $$;
grant update on decision, decision_objection, ballot_mandate, decision_settlement to linju_writer;
-- What is drafted may be drafted anew; the roll is frozen anew until it is posted.
grant update, delete on decision_question, decision_candidate to linju_writer;
grant delete on decision_settlement, decision_voter, decision_home to linju_writer;
