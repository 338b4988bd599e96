import type { ActorEntry, ActorSort, PlaceEntry, PlaceLevel } from './entry.ts'

/** Reads `places.tsv` or `towns.tsv`: our own files, so a row that does not fit is a bug and throws. */
export function placesOf(tsv: string): PlaceEntry[] {
  return rowsOf(tsv, 11).map(([id, name, nameAr, country, level, lon, lat, km, area, flags, spellings]) => ({
    kind: 'place',
    id: id!,
    name: name!,
    ...(nameAr ? { nameAr } : {}),
    ...(country ? { country } : {}),
    level: level as PlaceLevel,
    at: [Number(lon), Number(lat)],
    radiusKm: Number(km),
    ...(area ? { area: areaOf(area) } : {}),
    flags: listOf(flags, ','),
    spellings: listOf(spellings, '|'),
  }))
}

/** Reads `actors.tsv`. */
export function actorsOf(tsv: string): ActorEntry[] {
  return rowsOf(tsv, 7).map(([id, name, nameAr, sort, country, flags, spellings]) => ({
    kind: 'actor',
    id: id!,
    name: name!,
    ...(nameAr ? { nameAr } : {}),
    sort: sort as ActorSort,
    ...(country ? { country } : {}),
    flags: listOf(flags, ','),
    spellings: listOf(spellings, '|'),
  }))
}

function rowsOf(tsv: string, columns: number): string[][] {
  const rows: string[][] = []
  for (const line of tsv.split('\n')) {
    if (!line || line.startsWith('#')) continue
    const cells = line.split('\t')
    if (cells.length !== columns) throw new Error(`gazetteer row of ${cells.length} cells: ${line}`)
    rows.push(cells)
  }
  return rows
}

function areaOf(cell: string): NonNullable<PlaceEntry['area']> {
  const [lon, lat, km] = cell.split(',').map(Number)
  return { at: [lon!, lat!], radiusKm: km! }
}

const listOf = (cell: string | undefined, by: string): readonly string[] => (cell ? cell.split(by) : [])
