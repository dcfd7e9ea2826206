-- concurrently: acts go on being written meanwhile. How many numbers somebody has read today.

drop index concurrently if exists journal_readings;
create index concurrently journal_readings on journal (community_id, person_id, at) where action in ('people.unmask', 'matters.readPhone');
