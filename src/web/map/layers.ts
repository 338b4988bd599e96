import type { LayerSpecification, StyleSpecification } from 'maplibre-gl'
import { MARKS } from '../../core/view/incident-mark.ts'
import { MARK_LOOK } from './marks.ts'

/** Family of the page's own web font, which the map's engine draws text from: no glyph server. */
const FONT = ['Plex']

/**
 * Pixels of a radius in metres at zoom 0 on a map of 512-pixel tiles: the Earth's circumference of
 * 40,075,016.7 m over 512. `r` in the tiles is already divided by the cosine of the latitude.
 */
const METRES_A_PIXEL = 40_075_016.686 / 512

/** Everything of the map but its data: the order here is the order in which it is drawn. */
export function styleOf(colour: (token: string) => string): StyleSpecification {
  const empty = {
    type: 'geojson' as const,
    data: { type: 'FeatureCollection' as const, features: [] },
  }
  return {
    version: 8,
    sources: { land: empty, names: empty, places: empty, zones: empty, lit: empty, fault: empty },
    layers: [
      { id: 'sea', type: 'background', paint: { 'background-color': colour('--sunken') } },
      { id: 'land', type: 'fill', source: 'land', paint: { 'fill-color': colour('--surface') } },
      {
        id: 'borders',
        type: 'line',
        source: 'land',
        paint: { 'line-color': colour('--line-2'), 'line-width': 1, 'line-dasharray': [3, 2] },
      },
      ...zoneLayers(colour),
      label('place-names', 'places', colour, 11, [0, 0.35]),
      {
        ...label('country-names', 'names', colour, 13, [0, 0]),
        maxzoom: 9,
      } as LayerSpecification,
    ],
  }
}

function zoneLayers(colour: (token: string) => string): LayerSpecification[] {
  const edge = (is: string) => ['==', ['get', 'edge'], is]
  return [
    {
      id: 'zone-fill',
      type: 'fill',
      source: 'zones',
      paint: {
        'fill-color': colour('--accent'),
        'fill-opacity': ['match', ['get', 'edge'], 'outer', 0.06, 0.13],
      },
    },
    {
      id: 'zone-line',
      type: 'line',
      source: 'zones',
      filter: ['!', edge('outer')] as never,
      paint: { 'line-color': colour('--accent'), 'line-width': 1.6 },
    },
    {
      id: 'zone-outer',
      type: 'line',
      source: 'zones',
      filter: edge('outer') as never,
      paint: { 'line-color': colour('--accent'), 'line-width': 1.2, 'line-dasharray': [2, 2] },
    },
  ]
}

/** Layers over the tiles of incidents; put on when the address of the tiles is known. */
export function incidentLayers(colour: (token: string) => string): LayerSpecification[] {
  const byMark = [
    'match',
    ['get', 'mark'],
    ...MARKS.flatMap(m => [m, colour(MARK_LOOK[m].colour)]),
    colour('--ink-3'),
  ] as never
  const single = ['!', ['has', 'point_count']]
  const many = ['has', 'point_count']
  return [
    {
      id: 'areas',
      type: 'fill',
      source: 'incidents',
      'source-layer': 'areas',
      // Dozens of reports about one province lie on each other: their edges tell, their fills would blacken it.
      paint: { 'fill-color': byMark, 'fill-opacity': 0.012 },
    },
    {
      id: 'area-edges',
      type: 'line',
      source: 'incidents',
      'source-layer': 'areas',
      paint: { 'line-color': byMark, 'line-width': 1, 'line-opacity': 0.35, 'line-dasharray': [1, 2] },
    },
    {
      id: 'discs',
      type: 'circle',
      source: 'incidents',
      'source-layer': 'points',
      filter: single as never,
      paint: {
        'circle-color': byMark,
        'circle-opacity': 0.14,
        'circle-stroke-color': byMark,
        'circle-stroke-width': 1,
        'circle-stroke-opacity': 0.55,
        'circle-radius': [
          'interpolate',
          ['exponential', 2],
          ['zoom'],
          0,
          ['/', ['get', 'r'], METRES_A_PIXEL],
          22,
          ['/', ['get', 'r'], METRES_A_PIXEL / 2 ** 22],
        ],
      },
    },
    {
      id: 'clusters',
      type: 'circle',
      source: 'incidents',
      'source-layer': 'points',
      filter: many as never,
      paint: {
        'circle-color': colour('--ink-2'),
        'circle-opacity': 0.92,
        'circle-stroke-color': colour('--surface'),
        'circle-stroke-width': 2,
        'circle-radius': [
          'interpolate',
          ['linear'],
          ['log10', ['get', 'point_count']],
          0.3,
          10,
          2,
          16,
          5,
          27,
        ],
      },
    },
    {
      id: 'cluster-counts',
      type: 'symbol',
      source: 'incidents',
      'source-layer': 'points',
      filter: many as never,
      layout: {
        'text-field': ['to-string', ['get', 'point_count_abbreviated']],
        'text-font': FONT,
        'text-size': 12,
        'text-allow-overlap': true,
      },
      paint: { 'text-color': colour('--surface') },
    },
    {
      id: 'points',
      type: 'symbol',
      source: 'incidents',
      'source-layer': 'points',
      filter: single as never,
      layout: {
        'icon-image': ['concat', ['get', 'mark'], ['case', ['has', 'd'], '-denied', '']],
        'icon-size': 0.5,
        'icon-allow-overlap': true,
      },
      // What is known to a district only keeps a faint mark: the disc is what is known.
      paint: { 'icon-opacity': ['case', ['>', ['get', 'm'], 10_000], 0.55, 1] },
    },
    {
      id: 'lit',
      type: 'circle',
      source: 'lit',
      paint: {
        'circle-radius': 14,
        'circle-opacity': 0,
        'circle-color': colour('--accent'),
        'circle-stroke-width': 3,
        'circle-stroke-color': colour('--accent'),
      },
    },
    {
      id: 'fault',
      type: 'circle',
      source: 'fault',
      paint: {
        'circle-radius': 10,
        'circle-opacity': 0.25,
        'circle-color': colour('--broken-solid'),
        'circle-stroke-width': 3,
        'circle-stroke-color': colour('--broken-solid'),
      },
    },
  ]
}

function label(
  id: string,
  source: string,
  colour: (token: string) => string,
  size: number,
  offset: [number, number],
): LayerSpecification {
  return {
    id,
    type: 'symbol',
    source,
    ...(source === 'places' && { filter: ['>=', ['zoom'], ['get', 'from']] as never }),
    layout: {
      'text-field': ['get', 'name'],
      'text-font': FONT,
      'text-size': size,
      'text-offset': offset,
      'text-anchor': source === 'places' ? 'top' : 'center',
      // With its name hidden by another a dot says nothing, so the two come and go together.
      ...(source === 'places' && { 'icon-image': 'place', 'icon-size': 0.5 }),
      'text-padding': 4,
      ...(source === 'places' && { 'symbol-sort-key': ['get', 'order'] as never }),
    },
    paint: {
      'text-color': colour(source === 'places' ? '--ink-2' : '--ink-3'),
      'text-halo-color': colour('--surface'),
      'text-halo-width': 1.4,
    },
  } as LayerSpecification
}
