-- 业委会选举: one election of an owners' committee, from the written request to the hand-over, and what becomes of the committee afterwards.

create type election_kind as enum ('first', 'term', 'by_election');
comment on type election_kind is 'first: the estate has no committee; term: 换届, the term runs out; by_election: 补选 of empty seats.';
create type group_party as enum ('street', 'residents_committee', 'branch', 'owner', 'developer');
create type candidate_found as enum ('self', 'owners', 'branch', 'residents_committee');
create type committee_office as enum ('chair', 'deputy', 'member');

create table election (
  community_id integer not null references community,
  id bigint generated always as identity,
  estate_id bigint not null,
  kind election_kind not null,
  request text not null,
  requested_on date not null,
  formed_on date,
  session_id bigint,
  decision_id bigint,
  seats smallint check (seats between 1 and 30),
  term_months smallint check (term_months between 1 and 120),
  elected_on date,
  met_on date,
  term_ends date,
  filed_on date,
  filing_number text,
  hotline text not null default '',
  hours text not null default '',
  stopped_at timestamptz,
  stopped_reason text,
  made_by bigint not null,
  made_at timestamptz not null,
  primary key (community_id, id),
  foreign key (community_id, estate_id) references place,
  foreign key (community_id, session_id) references council_session,
  foreign key (community_id, decision_id) references decision,
  foreign key (community_id, made_by) references person,
  check ((stopped_at is null) = (stopped_reason is null)),
  check (decision_id is null or (seats is not null and term_months is not null)),
  check (elected_on is null or decision_id is not null),
  check (met_on is null or elected_on is not null)
);
create unique index on election (community_id, estate_id) where decision_id is null and stopped_at is null;
comment on table election is '业委会选举: one per estate and term; at most one is prepared at a time.';
comment on column election.request is 'Why the owners ask for it, as written in the request.';
comment on column election.session_id is '见面会: the session at which the candidates present themselves.';
comment on column election.decision_id is 'The vote of the owners in which the committee is elected.';
comment on column election.term_ends is 'The last day of the term, counted from the first meeting.';
comment on column election.hotline is 'Whom to call about this election; empty: the community''s number.';

create table election_backer (
  community_id integer not null,
  election_id bigint not null,
  person_id bigint not null,
  on_paper boolean not null,
  at timestamptz not null,
  primary key (community_id, election_id, person_id),
  foreign key (community_id, election_id) references election,
  foreign key (community_id, person_id) references person
);
comment on table election_backer is 'Who asks for the election: an owner himself, or as signed on paper. How much of the estate they own is computed from the roster.';

create table election_group (
  community_id integer not null,
  election_id bigint not null,
  person_id bigint not null,
  party group_party not null,
  leads boolean not null,
  primary key (community_id, election_id, person_id),
  foreign key (community_id, election_id) references election,
  foreign key (community_id, person_id) references person
);
create unique index on election_group (community_id, election_id) where leads;
comment on table election_group is '筹备组: who prepares the first assembly, and for which party; the street office leads.';

create table election_draft (
  community_id integer not null,
  id bigint generated always as identity,
  election_id bigint not null,
  kind text not null check (kind in ('rules_of_procedure', 'covenant', 'method')),
  version smallint not null check (version > 0),
  text text not null,
  written_by bigint not null,
  written_at timestamptz not null,
  primary key (community_id, id),
  unique (community_id, election_id, kind, version),
  foreign key (community_id, election_id) references election,
  foreign key (community_id, written_by) references person
);
comment on table election_draft is '草案: the drafts of the rules of procedure, the covenant and the election method, version after version. Append-only.';

create table election_candidate (
  community_id integer not null,
  id bigint generated always as identity,
  election_id bigint not null,
  person_id bigint not null,
  found candidate_found not null,
  about text not null,
  named_by bigint not null,
  named_at timestamptz not null,
  agreed_at timestamptz,
  withdrawn_at timestamptz,
  number smallint check (number > 0),
  primary key (community_id, id),
  unique (community_id, election_id, person_id),
  foreign key (community_id, election_id) references election,
  foreign key (community_id, person_id) references person,
  foreign key (community_id, named_by) references person
);
comment on table election_candidate is '候选人: who stands, and how he was found: of himself, by owners together, by the branch or the residents'' committee.';
comment on column election_candidate.agreed_at is 'When he said that he stands; nobody is a candidate against his will.';
comment on column election_candidate.number is 'His number on the voting paper.';

create table election_check (
  community_id integer not null,
  candidate_id bigint not null,
  condition text not null check (condition in ('owner', 'capacity', 'lawful', 'public_spirit', 'able', 'time')),
  met boolean not null,
  checked_by bigint not null,
  checked_at timestamptz not null,
  primary key (community_id, candidate_id, condition),
  foreign key (community_id, candidate_id) references election_candidate,
  foreign key (community_id, checked_by) references person
);
comment on table election_check is '委员条件: whether a candidate meets one condition of a member (指导规则 31), as checked by whom and when.';

create table election_posting (
  community_id integer not null,
  id bigint generated always as identity,
  election_id bigint not null,
  what text not null check (what in ('group', 'drafts', 'candidates', 'committee')),
  place_id bigint not null,
  posted_on date not null,
  posted_by bigint not null,
  entered_at timestamptz not null,
  primary key (community_id, id),
  foreign key (community_id, election_id) references election,
  foreign key (community_id, place_id) references place,
  foreign key (community_id, posted_by) references person
);
create index on election_posting (community_id, election_id);
comment on table election_posting is 'That a list or a draft hangs at a place since a day. What the vote itself needs is proven there, with photos (decision_posting). Append-only.';

create table election_objection (
  community_id integer not null,
  id bigint generated always as identity,
  election_id bigint not null,
  about text not null check (about in ('group', 'drafts', 'candidates', 'result')),
  text text not null,
  person_id bigint not null,
  standing standing not null,
  at timestamptz not null,
  answer text,
  answered_by bigint,
  answered_at timestamptz,
  primary key (community_id, id),
  foreign key (community_id, election_id) references election,
  foreign key (community_id, person_id) references person,
  foreign key (community_id, answered_by) references person,
  check ((answer is null) = (answered_at is null))
);
create index on election_objection (community_id, election_id);
comment on table election_objection is '异议: what an owner says against the group, a draft, a candidate or the committee; recorded and answered (指导规则 12).';

create table election_question (
  community_id integer not null,
  id bigint generated always as identity,
  election_id bigint not null,
  text text not null,
  person_id bigint,
  standing standing not null,
  at timestamptz not null,
  answer text,
  answered_by bigint,
  answered_at timestamptz,
  primary key (community_id, id),
  foreign key (community_id, election_id) references election,
  foreign key (community_id, person_id) references person,
  foreign key (community_id, answered_by) references person,
  check ((answer is null) = (answered_at is null))
);
create index on election_question (community_id, election_id);
comment on table election_question is '问答: what neighbours asked and were answered; without a person: written by whoever keeps the election, because it is asked often.';

create table election_canvasser (
  community_id integer not null,
  election_id bigint not null,
  building_id bigint not null,
  person_id bigint not null,
  since timestamptz not null,
  primary key (community_id, election_id, building_id, person_id),
  foreign key (community_id, election_id) references election,
  foreign key (community_id, building_id) references place,
  foreign key (community_id, person_id) references person
);
comment on table election_canvasser is '包楼: who goes from door to door in which building.';

create table election_visit (
  community_id integer not null,
  id bigint generated always as identity,
  election_id bigint not null,
  home_id bigint not null,
  how text not null check (how in ('in_person', 'phone', 'message', 'letterbox')),
  reached boolean not null,
  visited_on date not null,
  visited_by bigint not null,
  entered_at timestamptz not null,
  primary key (community_id, id),
  foreign key (community_id, election_id) references election,
  foreign key (community_id, home_id) references home,
  foreign key (community_id, visited_by) references person
);
create index on election_visit (community_id, election_id, home_id);
comment on table election_visit is '走访: that somebody was at a home, how, and whether anybody was met. Who lives there sees the totals of the building only. Append-only.';

create table election_member (
  community_id integer not null,
  id bigint generated always as identity,
  election_id bigint not null,
  person_id bigint not null,
  rank smallint not null check (rank > 0),
  heads integer not null,
  area bigint not null,
  office committee_office,
  since date,
  until date,
  left_why text check (left_why in ('resigned', 'sold', 'incapable', 'confined', 'recalled', 'term')),
  post_id bigint,
  primary key (community_id, id),
  unique (community_id, election_id, person_id),
  foreign key (community_id, election_id) references election,
  foreign key (community_id, person_id) references person,
  foreign key (community_id, post_id) references post,
  check ((until is null) = (left_why is null))
);
comment on table election_member is '委员和候补委员: in the order of votes. Without `since`: a spare member; with it a member from that day.';
comment on column election_member.area is 'Votes by area, in 0.01 m²; heads: by owners.';
comment on column election_member.office is 'Given at the first meeting.';

create table election_paper (
  community_id integer not null,
  election_id bigint not null,
  paper text not null,
  ticked_by bigint not null,
  ticked_at timestamptz not null,
  primary key (community_id, election_id, paper),
  foreign key (community_id, election_id) references election,
  foreign key (community_id, ticked_by) references person
);
comment on table election_paper is '备案材料: the papers for filing that lie ready.';

create table election_item (
  community_id integer not null,
  id bigint generated always as identity,
  election_id bigint not null,
  what text not null,
  given_from text not null check (given_from in ('group', 'former_committee', 'property', 'residents_committee', 'developer')),
  given_by bigint,
  given_on date,
  taken_by bigint,
  taken_on date,
  added_by bigint not null,
  added_at timestamptz not null,
  primary key (community_id, id),
  foreign key (community_id, election_id) references election,
  foreign key (community_id, given_by) references person,
  foreign key (community_id, taken_by) references person,
  foreign key (community_id, added_by) references person,
  check ((given_by is null) = (given_on is null)),
  check ((taken_by is null) = (taken_on is null)),
  check (given_by <> taken_by)
);
create index on election_item (community_id, election_id);
comment on table election_item is '移交清单: seal, accounts, files …: from whom to the new committee; whoever gives and whoever takes tick it, two different people.';

create table recall (
  community_id integer not null,
  id bigint generated always as identity,
  member_id bigint not null,
  reason text not null,
  moved_by bigint not null,
  moved_at timestamptz not null,
  decision_id bigint,
  primary key (community_id, id),
  foreign key (community_id, member_id) references election_member,
  foreign key (community_id, moved_by) references person,
  foreign key (community_id, decision_id) references decision
);
create unique index on recall (community_id, member_id) where decision_id is null;
comment on table recall is '罢免: that a member be recalled; put to the vote once enough members or owners back it.';

create table recall_backer (
  community_id integer not null,
  recall_id bigint not null,
  person_id bigint not null,
  at timestamptz not null,
  primary key (community_id, recall_id, person_id),
  foreign key (community_id, recall_id) references recall,
  foreign key (community_id, person_id) references person
);
comment on table recall_backer is 'Who backs a recall: members of the committee, or owners.';

create table election_reminder (
  community_id integer not null,
  election_id bigint not null,
  duty text not null,
  due_on date not null,
  late boolean not null,
  told_at timestamptz not null,
  primary key (community_id, election_id, duty, due_on, late),
  foreign key (community_id, election_id) references election
);
comment on table election_reminder is 'That whoever keeps an election was told that something is due soon, or late: each once.';

create table committee_visit (
  community_id integer not null,
  id bigint generated always as identity,
  home_id bigint not null,
  note text not null,
  visited_on date not null,
  visited_by bigint not null,
  entered_at timestamptz not null,
  matter_id bigint,
  primary key (community_id, id),
  foreign key (community_id, home_id) references home,
  foreign key (community_id, visited_by) references person,
  foreign key (community_id, matter_id) references matter
);
create index on committee_visit (community_id, home_id);
comment on table committee_visit is '入户听意见: what a member of the committee heard at a home; it can become a matter (S3-24). Seen by the committee only.';

create table committee_meeting (
  community_id integer not null,
  id bigint generated always as identity,
  election_id bigint not null,
  held_on date not null,
  special boolean not null,
  agenda text not null,
  agenda_posted_on date not null,
  members smallint,
  present smallint,
  minutes text,
  posted_on date,
  written_by bigint not null,
  primary key (community_id, id),
  foreign key (community_id, election_id) references election,
  foreign key (community_id, written_by) references person,
  check ((minutes is null) = (present is null) and (minutes is null) = (members is null))
);
create index on committee_meeting (community_id, election_id);
comment on table committee_meeting is '业委会会议: agenda posted beforehand, minutes posted after; no proxies.';
comment on column committee_meeting.members is 'How many members the committee had that day, and how many of them were present.';

create table committee_motion (
  community_id integer not null,
  meeting_id bigint not null,
  position smallint not null check (position > 0),
  text text not null,
  yes smallint not null check (yes >= 0),
  carried boolean not null,
  primary key (community_id, meeting_id, position),
  foreign key (community_id, meeting_id) references committee_meeting
);
comment on table committee_motion is 'What a meeting of the committee voted on: carried by more than half of all members, whoever is absent.';

create table committee_signature (
  community_id integer not null,
  meeting_id bigint not null,
  person_id bigint not null,
  signed_at timestamptz not null,
  primary key (community_id, meeting_id, person_id),
  foreign key (community_id, meeting_id) references committee_meeting,
  foreign key (community_id, person_id) references person
);
comment on table committee_signature is 'Which members signed the minutes of their meeting.';

do $$ declare t text; begin
  foreach t in array array['election', 'election_backer', 'election_group', 'election_draft', 'election_candidate', 'election_check', 'election_posting', 'election_objection',
    'election_question', 'election_canvasser', 'election_visit', 'election_member', 'election_paper', 'election_item', 'recall', 'recall_backer', 'election_reminder',
    'committee_visit', 'committee_meeting', 'committee_motion', 'committee_signature']
  loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy community on %I using (community_id = app_community())', t);
    execute format('grant select on %I to linju_reader', t);
    execute format('grant select, insert on %I to linju_writer', t);
  end loop;
end $$;
grant update on election, election_candidate, election_check, election_objection, election_question, election_member, election_item, recall, committee_visit, committee_meeting to linju_writer;
grant delete on election_group, election_canvasser, election_paper, election_backer, recall_backer to linju_writer;
