-- Incidents as the list and the map ask for them: one row an event, computed from the ledger by the core's own
-- rules and made anew whenever it is in doubt. Columns that filters use stand alone; what is shown is one text.
-- A place that is unknown has no box: it is on no map, and no filter by area can find it.
create table incident (
  accord text not null,
  event text collate "C" not null,
  lo bigint not null,
  hi bigint not null,
  types text[] not null,
  actors text[] not null,
  sources text[] not null,
  words text[] not null,
  west double precision,
  south double precision,
  east double precision,
  north double precision,
  place_kind text not null,
  longitude double precision,
  latitude double precision,
  radius_metres double precision,
  area text,
  independent integer not null,
  denied integer not null,
  shown text not null,
  constraint incident_key primary key (accord, event),
  constraint incident_ends_after_it_begins check (hi >= lo),
  constraint incident_place_kind check (place_kind in ('disc', 'area', 'unknown')),
  constraint incident_box_is_whole check ((west is null) = (north is null) and (east is null) = (south is null))
);

-- The list is newest first; the second column of the order breaks ties so that a page can begin anywhere.
create index incident_newest on incident (accord, lo desc, event);
create index incident_by_type on incident using gin (types);
create index incident_by_word on incident using gin (words);
create index incident_by_box on incident using gist (box(point(west, south), point(east, north)));

-- Up to which entry each accord's computed tables are, and by which version of the computation.
create table projection (
  accord text not null,
  name text not null,
  seq bigint not null,
  version integer not null,
  constraint projection_key primary key (accord, name)
);
