-- 分摊: who pays how much of what is shared, under each key, before anybody agrees; and what was agreed.

create type sharing_key as enum ('usage', 'area', 'household', 'floor', 'benefit');
comment on type sharing_key is 'By reading, exclusive area, home, weight of the floor, or among those who benefit (Civil Code 283: by agreement, else by area).';
create type sharing_stance as enum ('good', 'bearable', 'against');
create type signing_way as enum ('tap', 'paper');

create table sharing (
  community_id integer not null,
  id bigint generated always as identity,
  matter_id bigint not null,
  place_id bigint not null,
  what text not null,
  cents bigint not null check (cents > 0 and cents <= 100000000000),
  monthly boolean not null,
  floors text not null,
  table_open boolean not null,
  started_by bigint not null,
  started_at timestamptz not null,
  changed_at timestamptz not null,
  closed_at timestamptz,
  primary key (community_id, id),
  foreign key (community_id, matter_id) references matter,
  foreign key (community_id, place_id) references place,
  foreign key (community_id, started_by) references person
);
create unique index on sharing (community_id, matter_id) where closed_at is null;
comment on table sharing is 'One question of who pays what in a matter: an amount, the homes concerned, what can be changed until it is agreed. A later change is a new one.';
comment on column sharing.cents is 'The amount to share, in cents; with monthly: that of a usual month.';
comment on column sharing.floors is 'The weights of the floors as written, one rule in a line: 1=0, 2-6=1, 7=1.5. Empty where nobody has said.';
comment on column sharing.table_open is 'Whether everybody concerned sees what each home would pay. Never under the key usage, where it would tell what a home uses.';

create table sharing_home (
  community_id integer not null,
  sharing_id bigint not null,
  home_id bigint not null,
  benefits boolean not null default false,
  primary key (community_id, sharing_id, home_id),
  foreign key (community_id, sharing_id) references sharing,
  foreign key (community_id, home_id) references home
);
comment on table sharing_home is 'A home concerned, as the roster was when it began; benefits: one of those that benefit.';

create table sharing_reading (
  community_id integer not null,
  matter_id bigint not null,
  home_id bigint not null,
  month text not null check (month ~ '^\d{4}-(0[1-9]|1[0-2])$'),
  amount bigint not null check (amount >= 0 and amount <= 1000000000000),
  entered_by bigint not null,
  entered_at timestamptz not null,
  primary key (community_id, matter_id, month, home_id),
  foreign key (community_id, matter_id) references matter,
  foreign key (community_id, home_id) references home,
  foreign key (community_id, entered_by) references person
);
comment on table sharing_reading is 'What a home used in a month, in thousandths of the unit: seen by its own people and by those who handle the matter.';

create table sharing_opinion (
  community_id integer not null,
  sharing_id bigint not null,
  home_id bigint not null,
  key sharing_key not null,
  stance sharing_stance not null,
  person_id bigint not null,
  at timestamptz not null,
  primary key (community_id, sharing_id, home_id, key),
  foreign key (community_id, sharing_id) references sharing,
  foreign key (community_id, home_id) references home,
  foreign key (community_id, person_id) references person
);
create index on sharing_opinion (community_id, person_id);
comment on table sharing_opinion is 'What a home thinks of a key: good, bearable, against. One for each home and key; the last counts. Advice, never a vote of owners.';

create table sharing_objection (
  community_id integer not null,
  note_id bigint not null,
  sharing_id bigint not null,
  key sharing_key not null,
  answer text,
  answered_by bigint,
  answered_at timestamptz,
  primary key (community_id, note_id),
  foreign key (community_id, note_id) references matter_note,
  foreign key (community_id, sharing_id) references sharing,
  foreign key (community_id, answered_by) references person,
  check ((answer is null) = (answered_at is null))
);
create index on sharing_objection (community_id, sharing_id);
comment on table sharing_objection is 'Why a key is not right, and what was answered. The words and their author stand in matter_note.';

create table sharing_agreement (
  community_id integer not null,
  id bigint generated always as identity,
  matter_id bigint not null,
  sharing_id bigint not null,
  number smallint not null check (number > 0),
  key sharing_key not null,
  cents bigint not null,
  monthly boolean not null,
  effective_on date not null,
  content text not null,
  hash text not null,
  made_by bigint not null,
  made_at timestamptz not null,
  primary key (community_id, id),
  foreign key (community_id, matter_id) references matter,
  foreign key (community_id, sharing_id) references sharing,
  foreign key (community_id, made_by) references person
);
create unique index on sharing_agreement (community_id, matter_id, number);
create unique index on sharing_agreement (community_id, sharing_id);
comment on table sharing_agreement is '分摊约定: the key that was agreed, never changed. In force once everybody has signed, from its day on; a later one takes its place.';
comment on column sharing_agreement.content is 'What is signed, word for word; what each home pays stands there as one SHA-256 only.';
comment on column sharing_agreement.hash is 'SHA-256 of content in hex: also in the journal, and so in the sealed record.';

create table sharing_share (
  community_id integer not null,
  agreement_id bigint not null,
  home_id bigint not null,
  weight bigint not null,
  cents bigint not null,
  primary key (community_id, agreement_id, home_id),
  foreign key (community_id, agreement_id) references sharing_agreement,
  foreign key (community_id, home_id) references home
);
comment on table sharing_share is 'The share of a home under an agreement, with its weight; under the key usage that of the month on which it was agreed.';

create table sharing_signatory (
  community_id integer not null,
  agreement_id bigint not null,
  person_id bigint not null,
  way signing_way,
  recorded_by bigint,
  signed_at timestamptz,
  primary key (community_id, agreement_id, person_id),
  foreign key (community_id, agreement_id) references sharing_agreement,
  foreign key (community_id, person_id) references person,
  foreign key (community_id, recorded_by) references person,
  check ((way is null) = (signed_at is null))
);
create index on sharing_signatory (community_id, person_id);
comment on table sharing_signatory is 'A representative who signs an agreement: by one tap, or on paper that somebody recorded.';

create table sharing_bill (
  community_id integer not null,
  id bigint generated always as identity,
  agreement_id bigint not null,
  month text not null check (month ~ '^\d{4}-(0[1-9]|1[0-2])$'),
  cents bigint not null check (cents > 0),
  made_by bigint not null,
  made_at timestamptz not null,
  primary key (community_id, id),
  foreign key (community_id, agreement_id) references sharing_agreement,
  foreign key (community_id, made_by) references person
);
create unique index on sharing_bill (community_id, agreement_id, month);
comment on table sharing_bill is 'The bill of a month under an agreement: made once.';

create table sharing_bill_line (
  community_id integer not null,
  bill_id bigint not null,
  home_id bigint not null,
  weight bigint not null,
  cents bigint not null,
  primary key (community_id, bill_id, home_id),
  foreign key (community_id, bill_id) references sharing_bill,
  foreign key (community_id, home_id) references home
);
comment on table sharing_bill_line is 'What a home pays of a bill; the lines sum to its amount.';

alter table sharing enable row level security;
alter table sharing_home enable row level security;
alter table sharing_reading enable row level security;
alter table sharing_opinion enable row level security;
alter table sharing_objection enable row level security;
alter table sharing_agreement enable row level security;
alter table sharing_share enable row level security;
alter table sharing_signatory enable row level security;
alter table sharing_bill enable row level security;
alter table sharing_bill_line enable row level security;
create policy community on sharing using (community_id = app_community());
create policy community on sharing_home using (community_id = app_community());
create policy community on sharing_reading using (community_id = app_community());
create policy community on sharing_opinion using (community_id = app_community());
create policy community on sharing_objection using (community_id = app_community());
create policy community on sharing_agreement using (community_id = app_community());
create policy community on sharing_share using (community_id = app_community());
create policy community on sharing_signatory using (community_id = app_community());
create policy community on sharing_bill using (community_id = app_community());
create policy community on sharing_bill_line using (community_id = app_community());
grant select on sharing, sharing_home, sharing_reading, sharing_opinion, sharing_objection, sharing_agreement, sharing_share, sharing_signatory,
  sharing_bill, sharing_bill_line to linju_reader, linju_writer;
grant insert on sharing_agreement, sharing_share, sharing_bill, sharing_bill_line to linju_writer;
grant insert, update on sharing, sharing_home, sharing_reading, sharing_objection, sharing_signatory to linju_writer;
grant insert, update, delete on sharing_opinion to linju_writer;
