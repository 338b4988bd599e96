-- Geometry for QGIS and the like, made at opening wherever the extension postgis is installed in the database. Views,
-- not columns, so that the tables are the same with and without it; the indexes are over the views' own expressions.
create index if not exists incident_by_point on incident
  using gist ((st_setsrid(st_makepoint(longitude, latitude), 4326)::geometry(point, 4326)))
  where place_kind = 'disc';

create or replace view gis_incident_point as
select
  accord || '/' || event as id,
  accord,
  event,
  to_timestamp(lo) as earliest,
  to_timestamp(hi) as latest,
  types,
  actors,
  independent,
  denied,
  radius_metres,
  shown::json -> 'summary' ->> 'en' as summary_en,
  shown::json -> 'summary' ->> 'ar' as summary_ar,
  st_setsrid(st_makepoint(longitude, latitude), 4326)::geometry(point, 4326) as geom
from incident
where place_kind = 'disc';

-- Everywhere an incident may have been: the disc around its point, or its area. What may have been anywhere is on no map.
create or replace view gis_incident_extent as
select
  accord || '/' || event as id,
  accord,
  event,
  to_timestamp(lo) as earliest,
  to_timestamp(hi) as latest,
  types,
  actors,
  place_kind,
  case place_kind
    when 'disc' then st_multi(
      st_buffer(
        st_setsrid(st_makepoint(longitude, latitude), 4326)::geography,
        greatest(radius_metres, 1)
      )::geometry
    )
    else st_multi(st_setsrid(st_geomfromgeojson(area), 4326))
  end::geometry(multipolygon, 4326) as geom
from incident
where place_kind in ('disc', 'area');

create or replace view gis_zone as
select
  accord || '/' || zone || '/' || version || '/' || edge as id,
  accord,
  zone,
  version,
  edge,
  kind,
  name_en,
  name_ar,
  lo as from_seconds,
  hi as to_seconds,
  source,
  st_multi(st_setsrid(st_geomfromgeojson(geojson), 4326))::geometry(multipolygon, 4326) as geom
from zone_version;
