-- Notices: who is told what, by which way, and whether it arrived. The journal is the outbox; these tables hold no words.

create table notice_cursor (
  community_id integer primary key references community,
  journal_id bigint not null
);
comment on table notice_cursor is 'Up to which entry the journal of a community has been turned into notices. A community without a row begins at its first entry.';
-- What was done before there were notices is told to nobody.
insert into notice_cursor select community_id, max(id) from journal group by community_id;

create type urgency as enum ('life', 'urgent', 'digest');

create table notice (
  community_id integer not null,
  id bigint generated always as identity,
  person_id bigint not null,
  journal_id bigint not null,
  matter_id bigint not null,
  urgency urgency not null,
  at timestamptz not null,
  read_at timestamptz,
  told_at timestamptz,
  primary key (community_id, id),
  unique (community_id, journal_id, person_id),
  foreign key (community_id, person_id) references person,
  foreign key (community_id, journal_id) references journal,
  foreign key (community_id, matter_id) references matter
);
create index on notice (community_id, person_id, id desc);
create index on notice (community_id, person_id) where read_at is null;
create index on notice (community_id, matter_id);
create index on notice (community_id, at) where told_at is null and urgency = 'digest';
comment on table notice is '消息: one person is told of one act, once. The words are made from the journal entry and the matter when they are shown.';
comment on column notice.urgency is 'life: at once, at any hour; urgent: at once, but not in the quiet hours; digest: once a day.';
comment on column notice.told_at is 'When a digest that holds it was made; null while it waits, and for what was told at once.';

create table notice_choice (
  community_id integer not null,
  person_id bigint not null,
  lang text not null default 'zh' check (lang in ('zh', 'en')),
  digest_hour smallint not null default 19 check (digest_hour between 0 and 23),
  quiet_from smallint not null default 22 check (quiet_from between 0 and 23),
  quiet_until smallint not null default 7 check (quiet_until between 0 and 23),
  mail_sealed text,
  mail_confirmed_at timestamptz,
  primary key (community_id, person_id),
  foreign key (community_id, person_id) references person
);
comment on table notice_choice is 'How a person wants to be told; who chose nothing has the defaults. Hours are those of the community''s time zone.';
comment on column notice_choice.quiet_from is 'From this hour until quiet_until nothing but what is urgent for life is sent; the same hour twice: never quiet.';
comment on column notice_choice.mail_sealed is 'The mail address, sealed; used only once it is confirmed by a link sent to it.';

create table notice_device (
  community_id integer not null,
  id bigint generated always as identity,
  person_id bigint not null,
  endpoint_sealed text not null,
  endpoint_index text not null,
  keys_sealed text not null,
  made_at timestamptz not null,
  primary key (community_id, id),
  unique (community_id, endpoint_index),
  foreign key (community_id, person_id) references person
);
create index on notice_device (community_id, person_id);
comment on table notice_device is 'A browser that takes web push (RFC 8030) for one person. Removed when its push service says that it is gone.';

create table notice_mute (
  community_id integer not null,
  person_id bigint not null,
  matter_id bigint not null,
  at timestamptz not null,
  primary key (community_id, person_id, matter_id),
  foreign key (community_id, person_id) references person,
  foreign key (community_id, matter_id) references matter
);
comment on table notice_mute is '别再提醒: a person does not want to hear of a matter any more.';

create type channel_kind as enum ('wecom', 'dingtalk', 'feishu', 'webhook');

create table notice_channel (
  community_id integer not null references community,
  id bigint generated always as identity,
  kind channel_kind not null,
  name text not null,
  url_sealed text not null,
  secret_sealed text,
  made_by bigint not null,
  made_at timestamptz not null,
  ended_at timestamptz,
  primary key (community_id, id),
  foreign key (community_id, made_by) references person
);
comment on table notice_channel is 'A group robot or a program that the community tells what happens. The address holds a key, so it is sealed.';
comment on column notice_channel.secret_sealed is 'What DingTalk or Feishu signs with, where the group asks for it; the secret of a webhook is derived from the master key.';

create type delivery_kind as enum ('notice', 'digest', 'mail_check', 'channel', 'test');
create type delivery_state as enum ('waiting', 'sent', 'failed', 'void');

create table delivery (
  community_id integer not null references community,
  id bigint generated always as identity,
  key text not null,
  kind delivery_kind not null,
  via text not null check (via in ('mail', 'push', 'sms', 'wecom', 'dingtalk', 'feishu', 'webhook')),
  person_id bigint,
  device_id bigint,
  channel_id bigint,
  journal_id bigint,
  notice_ids bigint[] not null default '{}',
  urgency urgency not null default 'urgent',
  message_id uuid not null default gen_random_uuid(),
  state delivery_state not null default 'waiting',
  tries smallint not null default 0,
  next_at timestamptz not null,
  claim uuid,
  made_at timestamptz not null,
  done_at timestamptz,
  error text,
  primary key (community_id, id),
  unique (community_id, key),
  foreign key (community_id, person_id) references person,
  foreign key (community_id, device_id) references notice_device on delete set null (device_id),
  foreign key (community_id, channel_id) references notice_channel,
  foreign key (community_id, journal_id) references journal
);
create index on delivery (community_id, next_at) where state = 'waiting';
create index on delivery (community_id, done_at) where state <> 'waiting';
create index on delivery (community_id, person_id, made_at);
create index on delivery (community_id, claim) where claim is not null;
comment on table delivery is 'One message by one way: a notice or a day''s digest to a person, or an entry to a channel. Holds no words and no address.';
comment on column delivery.key is 'What must not go out twice: notice/ENTRY/PERSON/via, digest/PERSON/DAY[/DEVICE], channel/ENTRY/CHANNEL.';
comment on column delivery.message_id is 'The same at every try, so that a receiver who got it twice can tell.';
comment on column delivery.next_at is 'When it is tried next; while somebody has claimed it, when his claim ends.';
comment on column delivery.claim is 'Whoever is sending it now: a process that dies lets its claim run out.';
comment on column delivery.error is 'Why the last try failed, as a short code without address or words.';

do $$ declare t text; begin
  foreach t in array array['notice_cursor', 'notice', 'notice_choice', 'notice_device', 'notice_mute', 'notice_channel', 'delivery']
  loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy community on %I using (community_id = app_community())', t);
    execute format('grant select on %I to linju_reader', t);
    execute format('grant select, insert, update, delete on %I to linju_writer', t);
  end loop;
end $$;
