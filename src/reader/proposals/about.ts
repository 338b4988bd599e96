import type { Accord, Provision } from '../../core/accord/model.ts'
import { type EventType, isA } from '../../core/event/types.ts'

/**
 * The provision of an accord that acts of these types by this party fall under, as a suggestion: its
 * pattern names one of the types, most exactly first, and it binds the party or all.
 */
export function provisionFor(
  accord: Accord | undefined,
  types: readonly EventType[],
  party: string | undefined,
): Provision | undefined {
  if (!accord || !types.length) return undefined
  let best: { provision: Provision; score: number } | undefined
  for (const provision of accord.provisions) {
    const patterns = [provision.action, provision.perform].filter(p => p !== undefined)
    for (const pattern of patterns)
      for (const type of types)
        for (const wanted of pattern.types) {
          if (!isA(type, wanted) && !isA(wanted, type)) continue
          const binds = party !== undefined && provision.bearer.flat().includes(party)
          const score = (type === wanted ? 4 : 1) + (binds ? 3 : 0)
          if (!best || score > best.score) best = { provision, score }
        }
  }
  return best?.provision
}

/** The accord's own agenda item for a reader's item: the same id, or a title that holds its words. */
export function agendaItemFor(accord: Accord | undefined, item: string): string {
  const agenda = accord?.agenda
  if (!agenda || agenda.some(a => a.id === item)) return item
  const wanted = TITLES[item]
  return agenda.find(a => wanted?.test(a.title.en))?.id ?? item
}

const TITLES: Readonly<Record<string, RegExp>> = {
  ceasefire: /cease|truce/i,
  detainees: /detain|prison|missing|hostage/i,
  constitution: /constitution/i,
  refugees: /refugee|displaced|return/i,
  reconstruction: /reconstruct/i,
  aid: /aid|humanitarian/i,
  observers: /observ|monitor/i,
  demining: /demin|mine/i,
  'political-deal': /political/i,
  elections: /election/i,
  crossings: /crossing|border|road/i,
  salaries: /salar|revenue/i,
  withdrawal: /withdraw|redeploy/i,
}
