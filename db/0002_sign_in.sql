-- Sign-in: accounts, sessions, passkeys, one-time codes. Knows no communities; people link to an account by membership.account_id.
-- account, identity, session, challenge and passkey are written by the sign-in library (Better Auth); the rest by us.
-- No phone, no code, no provider's token and no network address stands here in clear.

create schema sign_in;
comment on schema sign_in is '登录: who may come in, and how. Open to linju_writer only, so that no page and no question can read it.';

create table sign_in.account (
  id text primary key,
  handle text not null unique,
  handle_verified boolean not null default false,
  name text not null default '',
  image text,
  made_at timestamptz not null default now(),
  changed_at timestamptz not null default now()
);
comment on table sign_in.account is '账号: one way in, for one person. Says nothing about who that is.';
comment on column sign_in.account.handle is
  'Blind index of the phone; "oidc:" and a keyed hash for somebody whom a provider sent; "none:" and chance where there is neither.';
comment on column sign_in.account.handle_verified is 'True where whoever opens the account must have shown that the handle is theirs.';
comment on column sign_in.account.name is 'Always empty: names belong to a community. The library wants the column.';
comment on column sign_in.account.image is 'Always null, for the same reason.';

create table sign_in.identity (
  id text primary key,
  account_id text not null references sign_in.account on delete cascade,
  provider text not null,
  subject text not null,
  access_token text check (access_token is null),
  refresh_token text check (refresh_token is null),
  id_token text check (id_token is null),
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  password text check (password is null),
  made_at timestamptz not null default now(),
  changed_at timestamptz not null default now(),
  unique (provider, subject)
);
create index on sign_in.identity (account_id);
comment on table sign_in.identity is 'An account at an OpenID Connect provider that opens this account.';
comment on column sign_in.identity.subject is 'Keyed hash of the provider''s subject.';
comment on column sign_in.identity.id_token is 'Never kept, like the other tokens and the password: nothing here needs them after sign-in.';

create table sign_in.session (
  id text primary key,
  account_id text not null references sign_in.account on delete cascade,
  token text not null unique,
  user_agent text,
  ip_address text check (ip_address is null or ip_address = ''),
  made_at timestamptz not null default now(),
  seen_at timestamptz not null default now(),
  ends_at timestamptz not null
);
create index on sign_in.session (account_id);
create index on sign_in.session (ends_at);
comment on table sign_in.session is 'One signed-in browser. Deleting the row ends it at once.';
comment on column sign_in.session.token is 'Random; the cookie carries it with a signature, so that this column alone lets nobody in.';
comment on column sign_in.session.seen_at is 'Brought up to date about once an hour.';

create table sign_in.challenge (
  id text primary key,
  identifier text not null,
  value text not null,
  ends_at timestamptz not null,
  made_at timestamptz not null default now(),
  changed_at timestamptz not null default now()
);
create index on sign_in.challenge (identifier);
create index on sign_in.challenge (ends_at);
comment on table sign_in.challenge is 'A passkey or OpenID Connect sign-in that has begun; used once, gone in minutes.';

create table sign_in.passkey (
  id text primary key,
  account_id text not null references sign_in.account on delete cascade,
  name text,
  credential_id text not null unique,
  public_key text not null,
  counter bigint not null,
  device_type text not null,
  backed_up boolean not null,
  transports text,
  authenticator_model text,
  made_at timestamptz default now()
);
create index on sign_in.passkey (account_id);
comment on table sign_in.passkey is '通行密钥: a public key whose private half never leaves the person''s device (WebAuthn).';

create table sign_in.code (
  phone_index text primary key,
  code_hash text not null,
  tries smallint not null default 0,
  made_at timestamptz not null default now(),
  ends_at timestamptz not null
);
create index on sign_in.code (ends_at);
comment on table sign_in.code is '验证码: the one code that is good for a phone now. A new one replaces it; the right answer deletes it.';
comment on column sign_in.code.code_hash is 'Keyed hash of phone and code together.';
comment on column sign_in.code.tries is 'Answers given so far; at five the code is void.';

create table sign_in.attempt (
  id bigint generated always as identity primary key,
  about text not null,
  at timestamptz not null default now()
);
create index on sign_in.attempt (about, at);
create index on sign_in.attempt (at);
comment on table sign_in.attempt is 'What is counted to keep a limit; kept for an hour.';
comment on column sign_in.attempt.about is 'What is counted, and the keyed hash of the phone or network address.';

create table sign_in.outbox (
  id bigint generated always as identity primary key,
  phone_sealed text not null,
  code_sealed text not null,
  made_at timestamptz not null default now(),
  ends_at timestamptz not null
);
create index on sign_in.outbox (ends_at);
comment on table sign_in.outbox is
  '待转告验证码: codes for the secretary to pass on where there is no SMS gateway. Encrypted; gone when expired.';

grant usage on schema sign_in to linju_writer;
grant select, insert, update, delete on all tables in schema sign_in to linju_writer;
