-- Where places lie on the earth, so that a program that knows only a position can say where something is wrong.

alter table place add column latitude numeric(9, 6), add column longitude numeric(9, 6);
-- Not valid: the rows that are there have no point, and nobody need wait until they are looked at.
alter table place add constraint place_point check (
  (latitude is null) = (longitude is null) and latitude between -90 and 90 and longitude between -180 and 180
) not valid;
comment on column place.latitude is 'Degrees of WGS-84, north positive; null where nobody has set it. Estates and buildings have a point, homes never do.';
comment on column place.longitude is 'Degrees of WGS-84, east positive; null where nobody has set it.';
