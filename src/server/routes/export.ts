import { z } from 'zod'
import type { Accord } from '../../core/accord/model.ts'
import type { Claim } from '../../core/evidence/record.ts'
import { ok, unreachable } from '../../core/result.ts'
import { activeClaims } from '../../core/view/active.ts'
import { claimsToAcled } from '../../formats/exports/claims-acled.ts'
import { claimsToCsv } from '../../formats/exports/claims-csv.ts'
import { claimsToFtm } from '../../formats/exports/claims-ftm.ts'
import { claimsToGeojson } from '../../formats/exports/claims-geojson.ts'
import { claimsToHxl } from '../../formats/exports/claims-hxl.ts'
import { claimsToXlsx } from '../../formats/exports/claims-xlsx.ts'
import { asked } from '../incidents/asked.ts'
import { filterQuery } from '../incidents/incident-query.ts'
import { accordRoute } from '../route.ts'
import { accordParams } from '../schema/params.ts'

export const EXPORT_FORMATS = ['csv', 'xlsx', 'geojson', 'acled', 'hxl', 'ftm'] as const
type Format = (typeof EXPORT_FORMATS)[number]

const FILES: Readonly<Record<Format, { readonly type: string; readonly ending: string }>> = {
  csv: { type: 'text/csv; charset=utf-8', ending: 'csv' },
  xlsx: { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', ending: 'xlsx' },
  geojson: { type: 'application/geo+json; charset=utf-8', ending: 'geojson' },
  acled: { type: 'text/csv; charset=utf-8', ending: 'acled.csv' },
  hxl: { type: 'text/csv; charset=utf-8', ending: 'hxl.csv' },
  ftm: { type: 'application/x-ndjson; charset=utf-8', ending: 'ftm.ndjson' },
}

export const EXPORT_ROUTES = [
  accordRoute({
    method: 'GET',
    path: '/accords/:accord/export',
    summary: 'The claims of the incidents that a filter lets through, as a file',
    act: 'read',
    params: accordParams,
    query: filterQuery.extend({
      format: z.enum(EXPORT_FORMATS).default('csv'),
      for: z
        .enum(['people', 'programs'])
        .default('programs')
        .describe('People get a byte-order mark and no live formulas.'),
      lang: z.enum(['en', 'ar']).default('en').describe('Which way a spreadsheet runs.'),
    }),
    response: z.any(),
    responseType: 'application/octet-stream',
    handle: ({ desk, query, now, reply }) => {
      const { format, for: reader, lang, ...filter } = query
      const found = asked(desk, filter, now)
      if (!found.ok) return found
      const { accord, state, asOf } = found.value.question
      const wanted = new Set(found.value.incidents.flatMap(i => i.claims.map(c => c.id)))
      const claims = activeClaims(state.evidence.values(), asOf.k).filter(c => wanted.has(c.id))
      reply.type(FILES[format].type)
      reply.header(
        'content-disposition',
        `attachment; filename="${accord.id}-incidents.${FILES[format].ending}"`,
      )
      return ok(written(format, claims, accord, reader, lang))
    },
  }),
]

function written(
  format: Format,
  claims: readonly Claim[],
  accord: Accord,
  reader: 'people' | 'programs',
  language: 'en' | 'ar',
): string | Buffer {
  switch (format) {
    case 'csv':
      return claimsToCsv(claims, reader)
    case 'xlsx':
      return Buffer.from(claimsToXlsx(claims, language))
    case 'geojson':
      return claimsToGeojson(claims)
    case 'acled':
      return claimsToAcled(claims, accord, reader)
    case 'hxl':
      return claimsToHxl(claims, accord, reader)
    case 'ftm':
      return claimsToFtm(claims, accord)
    default:
      return unreachable(format)
  }
}
