-- What happens here regularly, secret addresses of calendars, and programs of others that report to us.

create table happening (
  community_id integer not null references community,
  id bigint generated always as identity,
  organisation_id bigint not null,
  estate_id bigint,
  matter_id bigint,
  title text not null,
  about text not null,
  place text not null,
  begins_on date not null,
  minute smallint check (minute between 0 and 1439),
  minutes integer not null check (minutes between 0 and 527040),
  rule text,
  except_on jsonb not null default '[]',
  also_on jsonb not null default '[]',
  source_uid text,
  made_by bigint not null,
  made_at timestamptz not null,
  changed_at timestamptz not null,
  changes integer not null default 0,
  cancelled_at timestamptz,
  primary key (community_id, id),
  unique (community_id, source_uid),
  foreign key (community_id, organisation_id) references organisation,
  foreign key (community_id, estate_id) references place,
  foreign key (community_id, matter_id) references matter,
  foreign key (community_id, made_by) references person
);
create index on happening (community_id, matter_id) where matter_id is not null;
comment on table happening is '活动日历: something that happens once or regularly and that everybody may come to, such as a weekly activity or a monthly clean-up (S3-16). Never deleted: what does not happen is cancelled.';
comment on column happening.organisation_id is 'Whose it is: the team or the committee that holds it and may change it.';
comment on column happening.estate_id is 'The estate that it is for; null for the whole community.';
comment on column happening.matter_id is 'The activity in which one signs up for it; null where nobody has to.';
comment on column happening.minute is 'When it begins, in minutes since midnight in the community''s time zone; null: the whole day. minutes: how long it takes, 0 where nobody said.';
comment on column happening.rule is 'How it comes again: an RRULE (RFC 5545) without its name; null for what comes once.';
comment on column happening.except_on is 'Dates of the rule on which it does not happen. also_on: dates besides the rule.';
comment on column happening.changes is 'How often it was changed: the SEQUENCE of calendar programs.';
comment on column happening.source_uid is 'Its name in the calendar file that it came from: the same file brought again changes it.';

create table calendar_address (
  community_id integer not null,
  person_id bigint not null,
  token_hash text not null,
  made_at timestamptz not null,
  primary key (community_id, person_id),
  unique (community_id, token_hash),
  foreign key (community_id, person_id) references person
);
comment on table calendar_address is 'The secret address at which a calendar program gets a person''s own deadlines and dates. SHA-256 of 256 random bits; one for each person, ended by deleting it.';

create table hook (
  community_id integer not null,
  id bigint generated always as identity,
  organisation_id bigint not null,
  name text not null,
  secret_sealed text not null,
  made_by bigint not null,
  made_at timestamptz not null,
  ended_at timestamptz,
  primary key (community_id, id),
  foreign key (community_id, organisation_id) references organisation,
  foreign key (community_id, made_by) references person
);
comment on table hook is 'A program of an organisation, such as a property company''s or a lift maker''s, that reports troubles to us by signed webhooks (Standard Webhooks).';
comment on column hook.secret_sealed is 'What its messages are signed with, sealed; empty once it was ended.';

create table hook_report (
  community_id integer not null,
  matter_id bigint not null,
  hook_id bigint not null,
  reference text not null,
  at timestamptz not null,
  primary key (community_id, matter_id),
  foreign key (community_id, matter_id) references matter,
  foreign key (community_id, hook_id) references hook
);
create index on hook_report (community_id, hook_id, matter_id desc);
comment on table hook_report is 'Which matter came from which program, and the number that it has there.';

do $$ declare t text; begin
  foreach t in array array['happening', 'calendar_address', 'hook', 'hook_report']
  loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy community on %I using (community_id = app_community())', t);
    execute format('grant select on %I to linju_reader, linju_writer', t);
  end loop;
end $$;
grant insert, update on happening, hook to linju_writer;
grant insert, update, delete on calendar_address to linju_writer;
grant insert on hook_report to linju_writer;
