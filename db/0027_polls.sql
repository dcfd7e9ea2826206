-- Polls of the neighbourhood: who is asked, ballots, and the count that anybody can repeat.

create type poll_rule as enum ('yes_no', 'single', 'multiple', 'approval', 'score', 'instant_runoff', 'single_transferable_vote', 'schulze');
create type poll_unit as enum ('person', 'home');
create type poll_ties as enum ('everybody', 'owners', 'living');

create table poll (
  community_id integer not null references community,
  id bigint generated always as identity,
  matter_id bigint,
  place_id bigint,
  grid_id bigint,
  question text not null,
  about text not null,
  rule poll_rule not null,
  unit poll_unit not null,
  ties poll_ties not null,
  secret boolean not null,
  hidden boolean not null,
  most smallint not null check (most between 1 and 20),
  seats smallint not null check (seats between 1 and 20),
  top smallint not null check (top in (5, 10)),
  quorum smallint not null check (quorum between 0 and 100),
  tell boolean not null,
  asked integer not null check (asked > 0),
  commitment text not null,
  seed_sealed text not null,
  key_sealed text,
  opened_by bigint not null,
  opens_at timestamptz not null,
  closes_at timestamptz not null,
  ended_at timestamptz,
  called_off_why text,
  primary key (community_id, id),
  foreign key (community_id, matter_id) references matter,
  foreign key (community_id, place_id) references place,
  foreign key (community_id, grid_id) references grid,
  foreign key (community_id, opened_by) references person,
  check (place_id is null or grid_id is null),
  check (closes_at > opens_at),
  check (hidden or not secret),
  check ((key_sealed is null) = (ended_at is not null))
);
create index on poll (community_id, closes_at) where ended_at is null;
create index on poll (community_id, matter_id) where matter_id is not null;
comment on table poll is '投票（征求意见）: asks people or homes something by a named rule; always advice, never an owners'' decision (Civil Code 278 asks for another way). Never deleted.';
comment on column poll.place_id is 'Whose people are asked: the estate, building or entrance; grid_id likewise. Neither: the whole community.';
comment on column poll.ties is 'Who of them: everybody who owns, rents or lives there; owners; or those who live there (an owner does, unless the home is let).';
comment on column poll.most is 'How many options one may tick, where several may be ticked.';
comment on column poll.seats is 'How many options win.';
comment on column poll.top is 'The highest score.';
comment on column poll.quorum is 'Which share of those asked must answer, in percent; 0: no matter how many.';
comment on column poll.asked is 'How many were asked: the list was drawn up when the poll opened.';
comment on column poll.commitment is 'SHA-256 of the seed by which lots are drawn, shown from the beginning; the seed itself is sealed until the end.';
comment on column poll.key_sealed is 'What the marks of ballots are made with; destroyed at the end, so that no mark leads to a voter any more.';
comment on column poll.ended_at is 'When it was counted, or called off (called_off_why says why).';

create table poll_option (
  community_id integer not null,
  poll_id bigint not null,
  position smallint not null check (position between 1 and 20),
  name text not null,
  primary key (community_id, poll_id, position),
  foreign key (community_id, poll_id) references poll
);
comment on table poll_option is 'What a poll lets people choose from, in its order; none for yes or no.';

create table poll_voter (
  community_id integer not null,
  poll_id bigint not null,
  voter bigint not null,
  person_id bigint,
  home_id bigint,
  taken boolean not null default false,
  primary key (community_id, poll_id, voter),
  foreign key (community_id, poll_id) references poll,
  foreign key (community_id, person_id) references person,
  foreign key (community_id, home_id) references home,
  check (num_nonnulls(person_id, home_id) = 1 and voter = coalesce(person_id, home_id))
);
create index on poll_voter (community_id, person_id) where person_id is not null;
create index on poll_voter (community_id, poll_id) where taken;
comment on table poll_voter is 'Who was asked: the people, or the homes, as they were when the poll opened.';
comment on column poll_voter.taken is 'Whether a ballot was taken. What it says does not stand here.';

create table poll_ballot (
  community_id integer not null,
  poll_id bigint not null,
  mark text not null,
  marks jsonb not null,
  person_id bigint,
  home_id bigint,
  primary key (community_id, poll_id, mark),
  foreign key (community_id, poll_id) references poll,
  foreign key (community_id, person_id) references person,
  foreign key (community_id, home_id) references home
);
create index on poll_ballot (community_id, person_id) where person_id is not null;
comment on table poll_ballot is 'Ballots, one for each voter, the last one that was cast. Of a secret poll they are gone once it is counted.';
comment on column poll_ballot.mark is 'HMAC of the voter under the key of the poll: finds the ballot again when somebody thinks better of it, and nothing else.';
comment on column poll_ballot.marks is 'For each option in order a number: ticked (1) or not (0); its rank (0: none); its score.';
comment on column poll_ballot.person_id is 'Whose it is, in an open poll only; home_id likewise.';

create table poll_result (
  community_id integer not null,
  poll_id bigint not null,
  taken integer not null,
  protocol jsonb,
  ballots jsonb not null,
  receipts jsonb not null,
  primary key (community_id, poll_id),
  foreign key (community_id, poll_id) references poll
);
comment on table poll_result is 'The count: its protocol round by round, with all ballots in the order of what they say, so that anybody can count again. Never changed.';
comment on column poll_result.protocol is 'The rule with its numbers, the seed of the lots and every round; null where a secret poll had so few ballots that they would tell who said what.';
comment on column poll_result.ballots is 'What was cast and how often, without whose it is.';
comment on column poll_result.receipts is 'The receipts of all ballots in the order of the alphabet: each voter finds his own.';

do $$ declare t text; begin
  foreach t in array array['poll', 'poll_option', 'poll_voter', 'poll_ballot', 'poll_result'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy community on %I using (community_id = app_community())', t);
    execute format('grant select on %I to linju_reader', t);
    execute format('grant select, insert on %I to linju_writer', t);
  end loop;
end $$;
grant update (ended_at, key_sealed, called_off_why) on poll to linju_writer;
grant update (taken) on poll_voter to linju_writer;
grant update (marks, person_id), delete on poll_ballot to linju_writer;
