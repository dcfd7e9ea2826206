-- How often is too often, for whoever comes through a door: counted once for all processes.

create unlogged table allowance (
  about text primary key,
  full_at timestamptz not null
);
comment on table allowance is '限次: until when somebody''s allowance is used up in part (generic cell rate algorithm: one time stands for all that was taken). Global and unlogged: after a crash everybody begins anew. Swept when full again.';
comment on column allowance.about is 'Keyed hash of whom and what it counts: never a network address, a person or a place in clear.';
comment on column allowance.full_at is 'When everything that was taken has come back.';
create index on allowance (full_at);

grant select, insert, update, delete on allowance to linju_writer;
