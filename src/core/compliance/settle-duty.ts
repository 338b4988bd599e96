import { F, type Kleene, T, U } from '../time/when.ts'
import type { Words } from '../words.ts'
import type { Docket } from './docket.ts'
import type { InstanceState, Performance } from './duty-model.ts'
import { labelOf, type Weight } from './lattice.ts'
import type { Bearer, PreparedProvision } from './prepared.ts'
import { counted, fill, partyWords, untilWords, zoneWords } from './say.ts'
import { TEMPLATES, type Template } from './templates.ts'
import type { EvidenceLevel, ObligationVerdict, Settlement } from './verdict.ts'

const MOST = 6
const INSTANCES_TRIED = 5

/** What would settle an open duty: one more origin, a sharper time or place, coverage (compliance.md §3.7). */
export function settlesDuty(
  d: Docket,
  p: PreparedProvision,
  bearer: Bearer,
  verdict: ObligationVerdict,
  worst: readonly InstanceState[],
  t: number,
): readonly Settlement[] {
  const out: Settlement[] = []
  for (const s of worst.slice(0, INSTANCES_TRIED)) {
    if (verdict === 'UNVERIFIED') out.push(...forAbsence(d, p, s))
    for (const f of s.best.slice(0, INSTANCES_TRIED)) out.push(...forPerformance(d, p, bearer, s, f, t))
  }
  const seen = new Set<string>()
  return out
    .filter(s => s.to !== verdict || verdict === 'PARTIAL')
    .filter(s => !seen.has(s.what.en + s.event) && seen.add(s.what.en + s.event))
    .slice(0, MOST)
}

const say = (template: Template, values: Record<string, Words | string | number>): Words =>
  fill(TEMPLATES[template], values)

function forAbsence(d: Docket, p: PreparedProvision, s: InstanceState): Settlement[] {
  const due = s.instance.due
  if (!due) return []
  const tz = d.prepared.accord.tz
  const sources = counted(p.rule.independent, 'source')
  const out: Settlement[] = [
    { what: say('settle.done', { sources, date: untilWords(due.lo, tz) }), to: 'FULFILLED' },
  ]
  if (!s.codes.includes('no-items'))
    out.push({
      what: say('settle.coverage', {
        from: untilWords(s.instance.watch.lo, tz),
        to: untilWords(s.instance.watch.hi, tz),
      }),
      to: 'OVERDUE',
    })
  return out
}

/** The table's word for one performance. */
function worth(level: EvidenceLevel, match: Kleene, onTime: Kleene): ObligationVerdict {
  if (level === 'NONE' || match === F) return 'PENDING'
  if (level === 'ALLEGED') return 'CLAIMED'
  if (level === 'DISPUTED') return 'CONTESTED'
  if (match === T && onTime === T) return 'FULFILLED'
  return match === T && onTime === F ? 'LATE' : 'POSSIBLY'
}

function forPerformance(
  d: Docket,
  p: PreparedProvision,
  bearer: Bearer,
  s: InstanceState,
  f: Performance,
  t: number,
): Settlement[] {
  const st = f.standing
  const event = f.known.event.id
  const accord = d.prepared.accord
  const out: Settlement[] = []
  const put = (what: Words, level: EvidenceLevel, match: Kleene, onTime: Kleene) =>
    out.push({ what, event, to: worth(level, match, onTime) })
  if (st.level !== 'ESTABLISHED' && st.wants > 0)
    put(
      say('settle.performed', { sources: counted(st.wants, 'source') }),
      labelOf(2, st.c).level,
      f.match.value,
      f.onTime,
    )
  if (st.level !== 'ESTABLISHED' && st.p < 2)
    put(
      say('settle.denials', { sources: counted(p.rule.independent, 'source') }),
      labelOf(st.p as Weight, 2).level,
      f.match.value,
      f.onTime,
    )
  for (const leg of f.match.legs) {
    if (leg.value !== U) continue
    const closed = f.match.legs.every(l => l === leg || l.value === T) ? T : U
    const values = {
      zone: p.perform?.zone ? zoneWords(accord, p.perform.zone.id) : '',
      party: partyWords(accord, bearer.members),
    }
    put(say(`settle.${leg.leg}.T` as Template, values), st.level, closed, f.onTime)
    put(say(`settle.${leg.leg}.F` as Template, values), st.level, F, f.onTime)
  }
  if (f.known.attributes.when.hi > t) {
    // As of t it may not have happened yet.
    const date = untilWords(t, accord.tz)
    put(say('settle.period.T', { date }), st.level, f.match.value, f.onTime)
    put(say('settle.period.F', { date }), st.level, F, f.onTime)
  }
  if (f.onTime === U && s.instance.due) {
    const date = untilWords(
      s.instance.due.lo === s.instance.due.hi ? s.instance.due.hi : s.instance.due.lo,
      accord.tz,
    )
    put(say('settle.on-time.T', { date }), st.level, f.match.value, T)
    put(
      say('settle.on-time.F', { date: untilWords(s.instance.due.hi, accord.tz) }),
      st.level,
      f.match.value,
      F,
    )
  }
  return out
}
