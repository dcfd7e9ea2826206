-- The record that can be checked: the journal of a community, sealed into an append-only Merkle log (RFC 9162, c2sp.org/tlog-tiles).

create table record_leaf (
  community_id integer not null,
  index bigint not null check (index >= 0),
  journal_id bigint not null,
  commitment bytea not null check (length(commitment) = 32),
  primary key (community_id, index),
  unique (community_id, journal_id),
  foreign key (community_id, journal_id) references journal
);
comment on table record_leaf is '封存: one entry of the journal in the log, in the order of ids. Append-only by revoked rights, like the journal.';
comment on column record_leaf.index is 'Its place in the log, counted from 0, without a gap.';
comment on column record_leaf.commitment is 'SHA-256 of a secret salt and the entry: published, and tells nobody anything who was not given entry and salt.';

create table record_node (
  community_id integer not null references community,
  level smallint not null check (level > 0),
  index bigint not null check (index >= 0),
  hash bytea not null check (length(hash) = 32),
  primary key (community_id, level, index)
);
comment on table record_node is 'A hash over 256^level neighbouring leaves, kept so that a proof need not read them all. Append-only.';

create table record_head (
  community_id integer not null references community,
  size bigint not null check (size > 0),
  note text not null,
  primary key (community_id, size)
);
comment on table record_head is '印记: the signed head of the log after each sealing (c2sp.org/tlog-checkpoint): size, root, time, signature. Append-only.';

do $$ declare t text; begin
  foreach t in array array['record_leaf', 'record_node', 'record_head']
  loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy community on %I using (community_id = app_community())', t);
    execute format('grant select on %I to linju_reader', t);
    execute format('grant select, insert on %I to linju_writer', t);
  end loop;
end $$;
