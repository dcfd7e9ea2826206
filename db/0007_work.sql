-- Working on a matter: its way through the method, who handles it, what is said, done and paid, and what it is tied to.

alter table matter
  add column method_id bigint,
  add column title text,
  add column track track,
  add column category text,
  add column proposed_track track,
  add column proposed_category text,
  add column routed_by bigint,
  add column routed_at timestamptz,
  add column step_since timestamptz,
  add column lead_id bigint,
  add column lead_organisation_id bigint,
  add column accepted_at timestamptz,
  add column paused_at timestamptz,
  add column pause_reason text,
  add column waits_for_resident boolean not null default false,
  add column private boolean not null default false,
  add column private_text text,
  add column merged_into bigint,
  add column closed_at timestamptz,
  add column reopened_from bigint,
  add foreign key (community_id, method_id) references method,
  add foreign key (community_id, routed_by) references person,
  add foreign key (community_id, lead_id) references person,
  add foreign key (community_id, lead_organisation_id) references organisation,
  add foreign key (community_id, merged_into) references matter,
  add foreign key (community_id, reopened_from) references matter;
update matter set step_since = raised_at;
alter table matter alter column step_since set not null, alter column step_since set default now();
create index on matter (community_id, lead_id, step) where withdrawn_at is null;
create index on matter (community_id, lead_organisation_id, step) where withdrawn_at is null;
-- What is open: every queue begins here.
create index on matter (community_id, id) where withdrawn_at is null and step <> 'close' and merged_into is null;
create index on matter (community_id, merged_into) where merged_into is not null;
create index on matter (community_id, reopened_from) where reopened_from is not null;
create index on matter (community_id, routed_at desc) where routed_by is not null;
comment on column matter.method_id is 'The version of the method under which it began; null for matters older than methods, which go by the version in force.';
comment on column matter.title is 'A heading that a worker gave; null: the first clause of the text.';
comment on column matter.track is 'Which way it goes: as proposed until a worker confirms or changes it.';
comment on column matter.category is 'What it is about, by a key of the router''s categories.';
comment on column matter.proposed_track is 'What the router proposed when it was raised; kept, so that the proposal can be judged. proposed_category likewise.';
comment on column matter.routed_by is 'Who confirmed or changed the proposal.';
comment on column matter.step_since is 'Since when it is at its step.';
comment on column matter.lead_id is 'Who handles it; null while only an organisation was asked, or nobody.';
comment on column matter.lead_organisation_id is 'The organisation that handles it.';
comment on column matter.accepted_at is 'When the lead took it on; null while it is only offered.';
comment on column matter.paused_at is 'Since when its clocks stand still.';
comment on column matter.pause_reason is 'Why they stand still, in the words of whoever paused; null when it waits for the resident.';
comment on column matter.waits_for_resident is 'Paused because the raiser was asked something.';
comment on column matter.private is 'Seen only by its raiser and by those who handle it or look after the place; mediation always is.';
comment on column matter.private_text is 'The part of what was said that only those who handle it see.';
comment on column matter.merged_into is 'The matter with which it goes on; its followers follow that one.';
comment on column matter.reopened_from is 'The closed matter of which this one is the linked file.';

create type note_kind as enum ('move', 'reply', 'inside', 'ask', 'answer', 'return', 'hand_on', 'pause', 'urge', 'decision', 'plan', 'warning', 'merge', 'split');
alter table matter_note
  add column kind note_kind not null default 'move',
  alter column person_id drop not null;
comment on table matter_note is 'What is said while a matter is worked on. Everything is public but notes of the kind inside.';
comment on column matter_note.kind is 'move, reply, ask, answer …: what the words went with; inside: for those who handle it only.';
comment on column matter_note.person_id is 'Who said it; null for the raiser without an account.';

create type photo_moment as enum ('before', 'during', 'after');
alter table matter_photo add column moment photo_moment not null default 'before', add column added_by bigint,
  add foreign key (community_id, added_by) references person;
comment on column matter_photo.moment is 'Before, during or after the work: evidence for closing.';

create table matter_handler (
  community_id integer not null,
  matter_id bigint not null,
  id bigint generated always as identity,
  person_id bigint,
  organisation_id bigint,
  asked_by bigint not null,
  asked_at timestamptz not null,
  accepted_at timestamptz,
  ended_at timestamptz,
  primary key (community_id, id),
  foreign key (community_id, matter_id) references matter,
  foreign key (community_id, person_id) references person,
  foreign key (community_id, organisation_id) references organisation,
  foreign key (community_id, asked_by) references person,
  check (person_id is not null or organisation_id is not null)
);
create unique index on matter_handler (community_id, matter_id, coalesce(person_id, 0), coalesce(organisation_id, 0)) where ended_at is null;
create index on matter_handler (community_id, person_id) where ended_at is null;
comment on table matter_handler is '协办: who works on a matter besides its lead, a person or a whole organisation.';

create table matter_task (
  community_id integer not null,
  id bigint generated always as identity,
  matter_id bigint not null,
  title text not null,
  owner_id bigint,
  organisation_id bigint,
  due_on date,
  checklist text,
  position integer not null default 0,
  made_by bigint not null,
  made_at timestamptz not null,
  done_at timestamptz,
  done_by bigint,
  primary key (community_id, id),
  foreign key (community_id, matter_id) references matter,
  foreign key (community_id, owner_id) references person,
  foreign key (community_id, organisation_id) references organisation,
  foreign key (community_id, made_by) references person,
  foreign key (community_id, done_by) references person
);
create index on matter_task (community_id, matter_id, position, id);
create index on matter_task (community_id, owner_id, due_on) where done_at is null;
comment on table matter_task is 'One piece of the work on a matter, with its owner and its day; also the items of a checklist and milestones of long matters.';
comment on column matter_task.checklist is 'The checklist of the method that it comes from, by key; null for a task of its own. position is its place there, from 0.';

create type paid_from as enum ('property_fee', 'public_income', 'maintenance_fund', 'donation', 'other');
create table matter_cost (
  community_id integer not null,
  id bigint generated always as identity,
  matter_id bigint not null,
  cents bigint not null check (cents > 0),
  what text not null,
  paid_from paid_from not null,
  person_id bigint not null,
  at timestamptz not null,
  struck_at timestamptz,
  struck_by bigint,
  struck_why text,
  primary key (community_id, id),
  foreign key (community_id, matter_id) references matter,
  foreign key (community_id, person_id) references person,
  foreign key (community_id, struck_by) references person,
  check ((struck_at is null) = (struck_by is null) and (struck_at is null) = (struck_why is null))
);
create index on matter_cost (community_id, matter_id);
comment on table matter_cost is 'What was spent on a matter, in cents, and from which money; open to everybody who sees the matter.';
comment on column matter_cost.struck_at is 'When it was struck out as wrong: it no longer counts, and stays to be seen with who struck it and why.';

create table matter_plan (
  community_id integer not null,
  note_id bigint not null,
  matter_id bigint not null,
  who text not null,
  due_on date not null,
  cents bigint check (cents > 0),
  primary key (community_id, note_id),
  foreign key (community_id, note_id) references matter_note,
  foreign key (community_id, matter_id) references matter
);
create index on matter_plan (community_id, matter_id, note_id);
comment on table matter_plan is 'The plan of a matter: what is done stands in its note (kind plan); here who, by when and for how much. The newest holds.';

create type link_kind as enum ('related', 'split');
create table matter_link (
  community_id integer not null,
  matter_id bigint not null,
  other_id bigint not null,
  kind link_kind not null,
  person_id bigint not null,
  at timestamptz not null,
  primary key (community_id, matter_id, other_id),
  foreign key (community_id, matter_id) references matter,
  foreign key (community_id, other_id) references matter,
  foreign key (community_id, person_id) references person,
  check (matter_id <> other_id)
);
create index on matter_link (community_id, other_id);
comment on table matter_link is 'Matters that belong together: related, or (split) other_id was taken out of matter_id.';

create table matter_home (
  community_id integer not null,
  matter_id bigint not null,
  home_id bigint not null,
  added_by bigint not null,
  added_at timestamptz not null,
  settled_at timestamptz,
  primary key (community_id, matter_id, home_id),
  foreign key (community_id, matter_id) references matter,
  foreign key (community_id, home_id) references home,
  foreign key (community_id, added_by) references person
);
comment on table matter_home is 'The households that a collective matter touches, each with when it was settled for them.';

create table reply_template (
  community_id integer not null references community,
  id bigint generated always as identity,
  name text not null,
  text text not null,
  made_by bigint not null,
  made_at timestamptz not null,
  retired_at timestamptz,
  primary key (community_id, id),
  foreign key (community_id, made_by) references person
);
comment on table reply_template is 'Words that workers use again in replies.';

create table matter_poll (
  community_id integer not null,
  id bigint generated always as identity,
  matter_id bigint not null,
  question text not null,
  place_id bigint not null,
  opened_by bigint not null,
  opened_at timestamptz not null,
  closes_at timestamptz not null,
  primary key (community_id, id),
  foreign key (community_id, matter_id) references matter,
  foreign key (community_id, place_id) references place,
  foreign key (community_id, opened_by) references person
);
create index on matter_poll (community_id, matter_id);
comment on table matter_poll is '征求意见: a same-day advisory poll of the homes that a matter touches; never an owners'' decision (Civil Code 278 asks for another way).';

create type poll_answer as enum ('yes', 'no');
create table matter_poll_answer (
  community_id integer not null,
  poll_id bigint not null,
  home_id bigint not null,
  person_id bigint not null,
  answer poll_answer not null,
  suggestion text,
  at timestamptz not null,
  primary key (community_id, poll_id, home_id),
  foreign key (community_id, poll_id) references matter_poll,
  foreign key (community_id, home_id) references home,
  foreign key (community_id, person_id) references person
);
comment on table matter_poll_answer is 'One answer for each home; changed as often as wanted until the poll closes. The journal holds that somebody answered, never what.';

create table matter_joiner (
  community_id integer not null,
  matter_id bigint not null,
  person_id bigint not null,
  joined_at timestamptz not null,
  arrived_at timestamptz,
  left_at timestamptz,
  minutes integer check (minutes between 1 and 1440),
  primary key (community_id, matter_id, person_id),
  foreign key (community_id, matter_id) references matter,
  foreign key (community_id, person_id) references person,
  check (left_at is null or arrived_at is not null),
  check ((minutes is null) = (left_at is null))
);
create index on matter_joiner (community_id, person_id);
comment on table matter_joiner is 'Who joins in an activity: signed up, arrived (by the code on the spot), and how long it really was. A platform record, not a certificate.';
comment on column matter_joiner.minutes is 'Time really served, travel not counted (志愿服务记录与证明出具办法).';

create table saved_filter (
  community_id integer not null,
  id bigint generated always as identity,
  person_id bigint not null,
  name text not null,
  query text not null,
  primary key (community_id, id),
  unique (community_id, person_id, name),
  foreign key (community_id, person_id) references person
);
comment on table saved_filter is 'A worker''s own view of the queue: the query part of its address, under a name.';

do $$ declare t text; begin
  foreach t in array array['matter_handler', 'matter_task', 'matter_cost', 'matter_plan', 'matter_link', 'matter_home', 'reply_template', 'matter_poll', 'matter_poll_answer', 'matter_joiner', 'saved_filter']
  loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy community on %I using (community_id = app_community())', t);
    execute format('grant select on %I to linju_reader', t);
    execute format('grant select, insert, update, delete on %I to linju_writer', t);
  end loop;
end $$;
revoke delete on matter_handler, matter_cost, matter_plan, matter_poll from linju_writer;
