import { z } from 'zod'
import { boxOf } from '../../core/accord/ring.ts'
import { ok } from '../../core/result.ts'
import { foldedText } from '../../core/text/fold.ts'
import type { PlaceEntry } from '../../reader/gazetteer/entry.ts'
import { builtInGazetteer } from '../../reader/gazetteer/gazetteer.ts'
import { accordRoute } from '../route.ts'
import { accordParams } from '../schema/params.ts'

/** Degrees around the accord's zones within which a map names places. */
const AROUND = 2.5
const MOST = 400

export const PLACE_ROUTES = [
  accordRoute({
    method: 'GET',
    path: '/accords/:accord/places',
    summary: 'Places of the gazetteer: those around the accord for its map, or those a name may mean',
    act: 'read',
    params: accordParams,
    query: z.strictObject({ name: z.string().min(1).max(100).optional() }),
    response: z.object({
      places: z.array(
        z.object({
          id: z.string(),
          name: z.string(),
          nameAr: z.string().optional(),
          level: z.string(),
          at: z.array(z.number()),
          radiusMetres: z.number(),
        }),
      ),
    }),
    handle: ({ desk, query }) => {
      const box = boxOf(desk.accord.zones.flatMap(zone => zone.versions.flatMap(v => v.outer)))
      const near = (p: PlaceEntry) =>
        box !== undefined &&
        p.at[0] > box[0] - AROUND &&
        p.at[0] < box[2] + AROUND &&
        p.at[1] > box[1] - AROUND &&
        p.at[1] < box[3] + AROUND
      const all = [...builtInGazetteer().byId.values()].filter(e => e.kind === 'place')
      const wanted = query.name === undefined ? undefined : foldedText(query.name).trim()
      const found =
        wanted === undefined
          ? all.filter(near).sort((a, b) => b.radiusKm - a.radiusKm)
          : // Near the accord first: there are many towns of one name.
            all
              .filter(p => p.spellings.some(s => foldedText(s).startsWith(wanted)))
              .sort((a, b) => Number(near(b)) - Number(near(a)) || b.radiusKm - a.radiusKm)
              .slice(0, 12)
      return ok({
        places: found.slice(0, MOST).map(p => ({
          id: p.id,
          name: p.name,
          ...(p.nameAr !== undefined && { nameAr: p.nameAr }),
          level: p.level,
          at: p.at,
          radiusMetres: p.radiusKm * 1000,
        })),
      })
    },
  }),
]
