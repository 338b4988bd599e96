import type { Accord, Geometry } from '../core/accord/model.ts'
import { nearest } from '../core/accord/nearest.ts'
import type { Place, Position } from '../core/place/place.ts'
import { whenOf } from '../core/time/civil.ts'
import type { When } from '../core/time/when.ts'
import type { Path } from './accord-lines.ts'

/** Reports a fault at a field of the record at hand. */
export type Say = (at: Path, code: string, message: string, expected?: string) => void

/** Turns the fields of one record from words to values, counting what does not turn. */
export class Turn {
  faults = 0
  private readonly accord: Accord
  private readonly say: Say
  private readonly known: Readonly<Record<'party' | 'zone' | 'provision' | 'agenda item', readonly string[]>>
  constructor(accord: Accord, say: Say, known: Turn['known']) {
    this.accord = accord
    this.known = known
    this.say = (...args) => {
      this.faults++
      say(...args)
    }
  }

  needs(kind: 'party' | 'zone' | 'provision' | 'agenda item', name: unknown, at: Path): void {
    if (name === undefined || name === null) return
    for (const n of [name].flat() as string[])
      if (!this.known[kind].includes(n)) {
        const near = nearest(n, this.known[kind])
        this.say(
          at,
          `unknown-${kind.replace(' ', '-')}`,
          `the accord has no ${kind} '${n}'${near ? `, did you mean '${near}'?` : ''}`,
          `one of ${this.known[kind].join(', ')}`,
        )
      }
  }

  date(text: string): When {
    // The schema has let it through, so it reads in any zone that reads at all.
    const r = whenOf(text, this.accord.tz)
    if (!r.ok) throw new Error(`'${text}' passed the schema and is no date in ${this.accord.tz}`)
    return r.value
  }

  when(raw: unknown, at: Path): When {
    if (typeof raw === 'string') return this.date(raw)
    const { from, to } = raw as { from: string; to: string }
    const when = { lo: this.date(from).lo, hi: this.date(to).hi }
    if (when.hi < when.lo)
      this.say([...at, 'to'], 'ends-before-start', `'${to}' is before '${from}'`, `'${from}' or later`)
    return when
  }

  /** Known by the end of the day it was published on: whoever asks earlier that day cannot count on it. */
  received(raw: unknown): number {
    return this.date(raw as string).hi
  }

  place(raw: unknown, at: Path): Place {
    const p = raw as {
      at?: Position
      radius?: number
      zone?: string
      part?: 'inner' | 'outer'
      name?: string
      nameAr?: string
    }
    const names = { ...(p.name ? { name: p.name } : {}), ...(p.nameAr ? { nameAr: p.nameAr } : {}) }
    if (p.at && p.zone)
      this.say([...at, 'zone'], 'not-together', "'zone' may not stand beside 'at'", 'one of the two')
    if (p.at) return { kind: 'disc', at: p.at, radiusMetres: p.radius!, ...names }
    if (p.zone === undefined) return { kind: 'unknown', ...names }
    this.needs('zone', p.zone, [...at, 'zone'])
    const zone = this.accord.zones.find(z => z.id === p.zone)
    const version = zone?.versions[0]
    if (!zone || !version) return { kind: 'unknown', ...names }
    const polygons: Geometry = p.part === 'outer' || !version.inner.length ? version.outer : version.inner
    return { kind: 'area', polygons, name: zone.name.en, nameAr: zone.name.ar, ...names }
  }
}
