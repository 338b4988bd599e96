-- "May have happened in this period" is an overlap of ranges, which a tree over the beginnings alone cannot find:
-- at 100,000 incidents it took 50 ms, with this index 2.
create index incident_by_time on incident using gist (int8range(lo, hi, '[]'));

-- The zones of the accord in force, a row a version and edge, so that a desktop map can draw what held on a day.
-- Certainly inside 'inner', certainly not outside 'outer'; the same line twice where it is exact.
create table zone_version (
  accord text not null,
  zone text not null,
  version integer not null,
  edge text not null,
  kind text not null,
  name_en text not null,
  name_ar text not null,
  lo bigint not null,
  hi bigint not null,
  source text,
  geojson text not null,
  constraint zone_version_key primary key (accord, zone, version, edge),
  constraint zone_version_edge check (edge in ('inner', 'outer')),
  constraint zone_version_ends_after_it_begins check (hi >= lo)
);
