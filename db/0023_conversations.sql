-- 问计: one wide question, short statements, and what everybody thinks of each.

create type statement_standing as enum ('waiting', 'accepted', 'refused');
create type statement_refusal as enum ('said_already', 'several_thoughts', 'off_topic', 'insult', 'privacy', 'advertising', 'unlawful');

create table conversation (
  community_id integer not null references community,
  id bigint generated always as identity,
  matter_id bigint,
  question text not null,
  about text not null,
  opened_by bigint not null,
  opened_at timestamptz not null,
  closes_at timestamptz not null,
  ended_at timestamptz,
  primary key (community_id, id),
  foreign key (community_id, matter_id) references matter,
  foreign key (community_id, opened_by) references person,
  check (closes_at >= opened_at)
);
create index on conversation (community_id, closes_at) where ended_at is null;
create index on conversation (community_id, matter_id) where matter_id is not null;
comment on table conversation is '问计: a wide question to everybody who belongs here; people agree, disagree or pass on short statements and add their own. Always advice. Never deleted.';
comment on column conversation.ended_at is 'When the last map was drawn and what ties voters to people was cut.';

create table conversation_statement (
  community_id integer not null,
  id bigint generated always as identity,
  conversation_id bigint not null,
  text text not null,
  author_id bigint,
  added_at timestamptz not null,
  standing statement_standing not null,
  reason statement_refusal,
  words text,
  judged_by bigint,
  judged_at timestamptz,
  primary key (community_id, id),
  foreign key (community_id, conversation_id) references conversation,
  foreign key (community_id, author_id) references person,
  foreign key (community_id, judged_by) references person,
  check ((standing = 'refused') = (reason is not null)),
  check (standing <> 'waiting' or judged_at is null)
);
create index on conversation_statement (community_id, conversation_id);
create index on conversation_statement (community_id, author_id) where author_id is not null;
comment on table conversation_statement is 'One short statement. Accepted ones are voted on; who wrote it is shown to nobody, but the author sees what became of his own.';
comment on column conversation_statement.author_id is 'Null for those with which the conversation began, and when the author is erased.';
comment on column conversation_statement.words is 'What whoever refused it says to the author.';

create table conversation_voter (
  community_id integer not null,
  conversation_id bigint not null,
  mark bigint not null,
  person_id bigint,
  voted_at timestamptz,
  primary key (community_id, conversation_id, mark),
  foreign key (community_id, conversation_id) references conversation,
  foreign key (community_id, person_id) references person
);
create unique index on conversation_voter (community_id, conversation_id, person_id) where person_id is not null;
create index on conversation_voter (community_id, person_id) where person_id is not null;
comment on table conversation_voter is 'Under which random number somebody votes in one conversation. Who it is and when is forgotten at the end: then nothing leads from a row of the published table to a person.';
comment on column conversation_voter.voted_at is 'The last vote, until the end: tells when a new map is due.';

create table conversation_vote (
  community_id integer not null,
  conversation_id bigint not null,
  mark bigint not null,
  statement_id bigint not null,
  opinion smallint not null check (opinion between -1 and 1),
  primary key (community_id, conversation_id, mark, statement_id),
  foreign key (community_id, conversation_id, mark) references conversation_voter,
  foreign key (community_id, statement_id) references conversation_statement
);
comment on table conversation_vote is 'The last vote of each voter on each statement: 1 agrees, -1 disagrees, 0 passes. Holds no time.';

create table conversation_map (
  community_id integer not null,
  conversation_id bigint not null,
  made_at timestamptz not null,
  voters integer not null,
  votes integer not null,
  map jsonb not null,
  primary key (community_id, conversation_id),
  foreign key (community_id, conversation_id) references conversation
);
comment on table conversation_map is 'The newest opinion map, with how many voters and votes it was made from. It can be made again from the votes.';

do $$ declare t text; begin
  foreach t in array array['conversation', 'conversation_statement', 'conversation_voter', 'conversation_vote', 'conversation_map'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy community on %I using (community_id = app_community())', t);
    execute format('grant select on %I to linju_reader', t);
    execute format('grant select, insert on %I to linju_writer', t);
  end loop;
end $$;
grant update (closes_at, ended_at) on conversation to linju_writer;
grant update (text, author_id, standing, reason, words, judged_by, judged_at) on conversation_statement to linju_writer;
grant update (person_id, voted_at) on conversation_voter to linju_writer;
grant update (opinion) on conversation_vote to linju_writer;
grant update (made_at, voters, votes, map) on conversation_map to linju_writer;
