-- Tokens: what a program may do as its person, and when it last did something. Request keys: what was sent with them.

create type token_scope as enum ('read', 'some', 'all');

alter table api_token add column scope token_scope not null default 'all';
alter table api_token add column modules text[] not null default '{}';
alter table api_token add column used_on date;
alter table api_token add constraint api_token_modules check ((scope = 'some') = (modules <> '{}')) not valid;
comment on table api_token is '程序钥匙: a key with which a program acts as a person; SHA-256 of 238 random bits. Global: looked up before the community is known. Ended: deleted.';
comment on column api_token.scope is 'read: look at what the person may see; some: look and act in `modules` only; all: whatever the person may, but what no key may.';
comment on column api_token.used_on is 'The last day, in the community''s time zone, on which a program came with it.';

alter table journal add column request_print text;
comment on column journal.request_print is 'Keyed hash, 32 bits, of what a program sent with its request key: enough to notice a key used twice, too little to learn what was sent.';
