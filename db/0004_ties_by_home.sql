-- Who lives in a home, now and before; the unique index on open ties finds only those who are still there.
create index on tie (community_id, home_id);
