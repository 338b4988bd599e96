import { and, F, type Kleene, T, U, type When } from '../time/when.ts'
import { type Docket, type Known, knownUnder, remembered } from './docket.ts'
import { dutyOf, type Instance } from './duty-model.ts'
import { patternMatch } from './match.ts'
import { performancesOf } from './performances.ts'
import { ALWAYS, type Bearer, type PreparedProvision } from './prepared.ts'
import { type Standing, standingOfAct } from './standing.ts'
import { dueFrom, opening, single } from './whole-duty.ts'

type Seen = { readonly known: Known; readonly standing: Standing; readonly certain: boolean }

/** Who saw which item where it must not be; items in order of their ids, sightings in order of time. */
function sightings(d: Docket, p: PreparedProvision, bearer: Bearer): ReadonlyMap<string, readonly Seen[]> {
  return remembered(d, `sightings ${p.provision.id} ${bearer.key}`, () => {
    const out = new Map<string, Seen[]>()
    for (const known of knownUnder(d, p.rule)) {
      const value = and(
        patternMatch(known.attributes, p.items!).value,
        inForceOrBefore(known.attributes.when, p),
      )
      const items = known.attributes.items
      if (value === F || !items) continue
      const standing = standingOfAct(known.event, bearer.group, bearer.self, p.rule)
      if (standing.rank === 0) continue
      const certain = value === T && standing.level === 'ESTABLISHED' && items.size === 1
      for (const item of items) {
        const list = out.get(item)
        if (list) list.push({ known, standing, certain })
        else out.set(item, [{ known, standing, certain }])
      }
    }
    return new Map([...out].sort(([a], [b]) => (a < b ? -1 : 1)))
  })
}

/**
 * The instance for one item, due at `due`. What is first seen after the deadline may have been brought
 * later, so it cannot be overdue; an item has to go after it was last certainly there.
 */
function itemInstance(
  d: Docket,
  p: PreparedProvision,
  bearer: Bearer,
  item: string,
  seen: readonly Seen[],
  dueOf: (last: Known) => When | undefined,
  limit: number | undefined,
  key: string,
): Instance {
  const certain = seen.filter(s => s.certain && (limit === undefined || s.known.attributes.when.hi <= limit))
  const from = certain.length ? certain : seen
  const last = from.reduce((a, b) => (b.known.attributes.when.lo > a.known.attributes.when.lo ? b : a))
  const { when } = last.known.attributes
  const due = dueOf(last.known)
  return {
    key,
    since: from[0]!.known.attributes.when,
    conditional: certain.length === 0,
    trigger: { known: last.known, standing: last.standing },
    item,
    ...(due && { due }),
    watch: { lo: Math.max(when.lo, p.force.start.hi), hi: due?.hi ?? ALWAYS.hi },
    required: 1,
    performances: performancesOf(d, dutyOf(p), bearer, { after: when, due, item }).filter(
      f => f.known.event.id !== last.known.event.id,
    ),
  }
}

/** One instance an item seen, and one for acts that name none; the whole duty when no item is known. */
export function itemsOf(d: Docket, p: PreparedProvision, bearer: Bearer): readonly Instance[] {
  const fromLast = p.within !== undefined && !p.after
  const dueOf = (last: Known) => dueFrom(p, fromLast ? last.attributes.when : (p.after ?? p.force.begins))
  const out = [...sightings(d, p, bearer)].map(([item, seen]) =>
    itemInstance(d, p, bearer, item, seen, dueOf, p.deadline, `${p.provision.id}/${item}`),
  )
  const due = dueFrom(p, p.after ?? p.force.begins)
  if (out.length === 0) return [single(d, p, bearer, p.provision.id, due)]
  const whole = single(d, p, bearer, `${p.provision.id}/unlabelled`, due)
  return [...out, { ...whole, performances: whole.performances.filter(f => !f.known.attributes.items) }]
}

/** At the end of each period every item seen by then must be gone: one instance an item still there when it began. */
export function periodItems(
  d: Docket,
  p: PreparedProvision,
  bearer: Bearer,
  period: When,
  number: number,
): readonly Instance[] {
  return remembered(d, `period items ${p.provision.id} ${bearer.key} ${number}`, () => {
    const out: Instance[] = []
    const due = { lo: period.hi, hi: period.hi }
    for (const [item, all] of sightings(d, p, bearer)) {
      const seen = all.filter(s => s.known.attributes.when.lo <= period.hi)
      if (seen.length === 0) continue
      const key = `${p.provision.id}/${number}/${item}`
      const i = itemInstance(d, p, bearer, item, seen, () => due, period.hi, key)
      const goneBefore = i.performances.some(
        f =>
          f.standing.level === 'ESTABLISHED' && f.match.value === T && f.known.attributes.when.hi < period.lo,
      )
      const lo = Math.max(opening(period, number - 1).lo, i.since.lo)
      if (!goneBefore) out.push({ ...i, since: { lo, hi: Math.max(lo, i.since.hi) } })
    }
    return out
  })
}

/** An item may have stood there before the text came into force; only its end matters. */
const inForceOrBefore = (when: When, p: PreparedProvision): Kleene =>
  when.lo > p.force.to ? F : when.hi <= p.force.to ? T : U
