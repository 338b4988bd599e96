import { F, T } from '../time/when.ts'
import type { Words } from '../words.ts'
import { notesFor, observedIn } from './coverage.ts'
import type { Docket } from './docket.ts'
import type { InstanceState, Performance } from './duty-model.ts'
import { OBSERVED } from './explain-ban.ts'
import { fact, kleeneWords, legNodes, levelNode } from './explain-parts.ts'
import { TREE } from './explain-templates.ts'
import { FACT } from './fact.ts'
import type { DutyFinding } from './obligation.ts'
import type { Bearer, PreparedProvision } from './prepared.ts'
import { capital, fill, instantWords, partyWords, reasons, typesWords, untilWords, whenWords } from './say.ts'
import type { Explanation, ExplanationNode } from './verdict.ts'
import { VERDICT_NAMES } from './verdict-names.ts'

const MOST_INSTANCES = 3
const MOST_PERFORMANCES = 3

/** The body of an obligation's explanation. */
export function explainDuty(
  d: Docket,
  p: PreparedProvision,
  bearer: Bearer,
  found: DutyFinding,
  t: number,
): { rule: string; because: ExplanationNode[]; against: ExplanationNode[] } {
  const { state, verdict } = found
  const because: ExplanationNode[] = []
  if (verdict === 'DISCHARGED')
    for (const id of found.releaseIds) because.push({ leaf: 'record', record: id, words: TREE.release })
  if (verdict === 'SUSPENDED' || verdict === 'DISCHARGED' || verdict === 'DORMANT')
    because.push(fact(`codes ${found.codes.join(' ')}`, reasons(found.codes)))
  for (const w of found.waitsFor)
    because.push(
      fact(
        FACT.state(w.bearer.key, w.verdict),
        fill(TREE.waits, {
          party: partyWords(d.prepared.accord, w.bearer.members),
          verdict: (VERDICT_NAMES as Record<string, Words>)[w.verdict] ?? { en: w.verdict, ar: w.verdict },
        }),
      ),
    )
  if (state.quantity && state.quantity.required > 1)
    because.push(
      fact(
        FACT.quantity(state.quantity.low, state.quantity.high, state.quantity.required),
        fill(TREE.quantity, state.quantity),
      ),
    )
  const shown = state.worst.slice(0, MOST_INSTANCES)
  for (const s of shown) because.push(instanceNode(d, p, bearer, s, t))
  if (state.worstTotal > shown.length)
    because.push(
      fact(
        FACT.events(state.verdict, state.worstTotal),
        fill(TREE.others, { n: state.worstTotal - shown.length }),
      ),
    )
  return { rule: 'duty', because, against: [] }
}

function instanceNode(
  d: Docket,
  p: PreparedProvision,
  bearer: Bearer,
  s: InstanceState,
  _t: number,
): Explanation {
  const tz = d.prepared.accord.tz
  const i = s.instance
  const because: ExplanationNode[] = []
  if (i.trigger)
    because.push(
      levelNode(
        d,
        i.trigger.known,
        i.trigger.standing,
        {
          words: fill(TREE['level.happened'], { level: TREE[i.trigger.standing.level] }),
          about: { by: 'trigger', bearer: bearer.key },
        },
        p,
      ),
    )
  because.push(fact(FACT.due(i.due, p.lag), dueWords(i.due, tz)))
  const carried = s.best.slice(0, MOST_PERFORMANCES)
  for (const f of carried) because.push(performanceNode(d, p, bearer, s, f))
  if (carried.length === 0) {
    because.push(fact('none', TREE.none))
    if (s.verdict === 'OVERDUE' || s.verdict === 'UNVERIFIED') {
      const window = i.watch
      const observed = observedIn(notesFor(d.act.coverage, p, d.prepared), window)
      because.push(
        fact(
          FACT.observed(window, observed),
          fill(TREE.observed, {
            from: instantWords(window.lo, tz),
            to: untilWords(window.hi, tz),
            observed: OBSERVED[observed],
          }),
        ),
      )
    }
  }
  const refused = carried.length ? [] : s.vain.filter(f => f.standing.note !== undefined)
  return {
    rule: 'instance',
    verdict: s.verdict,
    about: { instance: i.key },
    words: fill(TREE.instance, { name: nameOf(d, s), verdict: VERDICT_NAMES[s.verdict] }),
    because,
    against: refused.slice(0, MOST_PERFORMANCES).map(f => performanceNode(d, p, bearer, s, f)),
    missing: [],
  }
}

function nameOf(d: Docket, s: InstanceState): Words {
  const i = s.instance
  const tz = d.prepared.accord.tz
  if (i.item !== undefined) return fill(TREE['instance.item'], { item: i.item })
  if (i.trigger)
    return fill(TREE['instance.trigger'], {
      act: typesWords(i.trigger.known.attributes.types),
      when: whenWords(i.trigger.known.attributes.when, tz),
    })
  return TREE['instance.whole']
}

function dueWords(due: InstanceState['instance']['due'], tz: string): Words {
  if (!due) return TREE['due.none']
  if (due.lo === due.hi) return fill(TREE.due, { due: untilWords(due.hi, tz) })
  return fill(TREE['due.between'], { from: instantWords(due.lo, tz), to: untilWords(due.hi, tz) })
}

function performanceNode(
  d: Docket,
  p: PreparedProvision,
  bearer: Bearer,
  s: InstanceState,
  f: Performance,
): Explanation {
  const worth =
    f.standing.level === 'ESTABLISHED'
      ? f.match.value === T && f.onTime === T
        ? 'FULFILLED'
        : f.match.value === T && f.onTime === F
          ? 'LATE'
          : 'POSSIBLY'
      : f.standing.level === 'ALLEGED'
        ? 'CLAIMED'
        : f.standing.level === 'DISPUTED'
          ? 'CONTESTED'
          : undefined
  return {
    rule: 'performance',
    ...(worth && { verdict: worth }),
    about: { event: f.known.event.id, instance: s.instance.key },
    words: fill(TREE.performance, {
      act: capital(typesWords(f.known.attributes.types)),
      when: whenWords(f.known.attributes.when, d.prepared.accord.tz),
      verdict: worth ? VERDICT_NAMES[worth] : TREE.NONE,
    }),
    because: [
      levelNode(
        d,
        f.known,
        f.standing,
        {
          words: fill(TREE['level.done'], { level: TREE[f.standing.level] }),
          about: { by: 'performance', bearer: bearer.key },
        },
        p,
      ),
      ...legNodes(d, f.known, f.match, p.perform!),
      ...(s.instance.due
        ? [fact(FACT.onTime(f.onTime), fill(TREE['on-time'], { value: kleeneWords(f.onTime) }))]
        : []),
    ],
    against: [],
    missing: [],
  }
}
