import { and, F, T, type When } from '../time/when.ts'
import { type Docket, type Known, knownUnder, remembered } from './docket.ts'
import { type Duty, dutyOf, type Instance } from './duty-model.ts'
import { itemsOf, periodItems } from './item-instances.ts'
import { inForce, patternMatch } from './match.ts'
import { performancesOf } from './performances.ts'
import { ALWAYS, type Bearer, type PreparedProvision } from './prepared.ts'
import { type Standing, standingOfAct, standingOfHappening } from './standing.ts'
import { dueFrom, opening, single } from './whole-duty.ts'

/** Every instance of a provision's duty that can exist by t. */
export function instancesOf(d: Docket, p: PreparedProvision, bearer: Bearer, t: number): readonly Instance[] {
  if (p.recurring) return periodsOf(d, p, bearer, t)
  return remembered(d, `instances ${p.provision.id} ${bearer.key}`, () => {
    if (p.trigger) return triggered(d, p, bearer)
    if (p.items) return itemsOf(d, p, bearer)
    const due = dueFrom(p, p.after ?? p.force.begins)
    return [single(d, p, bearer, p.provision.id, due)]
  })
}

function triggered(d: Docket, p: PreparedProvision, bearer: Bearer): readonly Instance[] {
  const out: Instance[] = []
  for (const known of knownUnder(d, p.rule)) {
    const pattern = patternMatch(known.attributes, p.trigger!)
    const match = and(pattern.value, inForce(known.attributes.when, p.force))
    if (match === F) continue
    const standing = triggerStanding(p, bearer, known)
    if (standing.rank === 0) continue
    out.push(
      instanceAfter(
        d,
        dutyOf(p),
        bearer,
        { known, standing },
        {
          certain: match === T,
          within: p.within,
          deadline: p.deadline,
          required: p.provision.quantity ?? 1,
        },
      ),
    )
  }
  return out
}

/** The instance of a duty that one event called into being. */
export function instanceAfter(
  d: Docket,
  duty: Duty,
  bearer: Bearer,
  trigger: { readonly known: Known; readonly standing: Standing },
  terms: {
    readonly certain: boolean
    readonly within: number | undefined
    readonly deadline: number | undefined
    readonly required: number
  },
): Instance {
  const { when } = trigger.known.attributes
  const due: When | undefined =
    terms.within !== undefined
      ? { lo: when.lo + terms.within, hi: when.hi + terms.within }
      : terms.deadline !== undefined
        ? { lo: terms.deadline, hi: terms.deadline }
        : undefined
  const same = duty.perform.pattern.same
  return {
    key: `${duty.key}/${trigger.known.event.id}`,
    since: when,
    conditional: !(terms.certain && trigger.standing.level === 'ESTABLISHED'),
    trigger,
    ...(due && { due }),
    watch: { lo: when.lo, hi: due?.hi ?? ALWAYS.hi },
    required: terms.required,
    performances: performancesOf(d, duty, bearer, {
      after: when,
      due,
      trigger: trigger.known,
      ...(same && { sameAs: same }),
    }).filter(f => f.known.event.id !== trigger.known.event.id),
  }
}

function triggerStanding(p: PreparedProvision, bearer: Bearer, known: Known): Standing {
  const by = p.provision.trigger?.by
  if (by === undefined || by === 'any') return standingOfHappening(known.event, bearer, p.rule)
  const group = by === 'other-side' ? bearer.others : new Set(by)
  return standingOfAct(known.event, group, group, p.rule)
}

/** No accord has this many periods; a slip in `every` must not exhaust memory. */
const MOST_PERIODS = 5000

function periodsOf(d: Docket, p: PreparedProvision, bearer: Bearer, t: number): readonly Instance[] {
  const { every, from, to } = p.recurring!
  const end = Math.min(to, p.force.to)
  if (every <= 0 || t < from) return []
  const out: Instance[] = []
  const current = Math.floor((Math.min(t, end) - from) / every)
  for (let i = Math.max(0, current - MOST_PERIODS); i <= current; i++) {
    const period = { lo: from + i * every, hi: Math.min(from + (i + 1) * every - 1, end) }
    // A period still running is open business only while no earlier one is there to judge.
    if (i > 0 && period.hi > t) continue
    if (p.items) {
      out.push(...periodItems(d, p, bearer, period, i + 1))
      continue
    }
    out.push(
      remembered(d, `period ${p.provision.id} ${bearer.key} ${i}`, () => ({
        key: `${p.provision.id}/${i + 1}`,
        since: opening(period, i),
        conditional: false,
        due: { lo: period.hi, hi: period.hi },
        watch: period,
        required: p.provision.quantity ?? 1,
        performances: performancesOf(d, dutyOf(p), bearer, {
          after: { lo: ALWAYS.lo, hi: ALWAYS.lo },
          due: { lo: period.hi, hi: period.hi },
          period,
        }),
      })),
    )
  }
  return out
}
