import { F, type Kleene, T, U } from '../time/when.ts'
import type { Words } from '../words.ts'
import type { Ban } from './ban.ts'
import type { Docket } from './docket.ts'
import type { Candidate } from './exception-legs.ts'
import { type Excuse, eventVerdict, labelOf, severityOf, type Weight, withinPeriod } from './lattice.ts'
import type { Leg } from './match.ts'
import type { Bearer } from './prepared.ts'
import { candidatesFor, type Finding } from './prohibition.ts'
import {
  counted,
  fill,
  instantWords,
  kmWords,
  partyWords,
  spanWords,
  typesWords,
  untilWords,
  whenWords,
  zoneWords,
} from './say.ts'
import { TEMPLATES, type Template } from './templates.ts'
import type { ProhibitionVerdict, Settlement } from './verdict.ts'

/** A finding with its share in the period asked about. */
export type Placed = {
  readonly finding: Finding
  readonly inPeriod: Kleene
  readonly verdict: ProhibitionVerdict
}

/** Most lines a reader will act on. */
const MOST = 6
/** Events of the same verdict whose what-ifs are tried; more would only repeat the same advice. */
const EVENTS_TRIED = 5

/**
 * What would settle an open verdict: the table tried again with each open leg closed either way, and
 * with enough further origins (compliance.md §3.7). Changes of the whole verdict come first, then those
 * that settle one event of several.
 */
export function settlesBan(
  d: Docket,
  ban: Ban,
  bearer: Bearer,
  { verdict: overall, top, rest }: Summary,
  t: number,
): readonly Settlement[] {
  if (overall === 'HOLDING' || overall === 'PERMITTED' || overall === 'BREACHED') return []
  const whole: Settlement[] = []
  const single: Settlement[] = []
  for (const p of top.slice(0, EVENTS_TRIED))
    for (const w of whatIfs(d, ban, bearer, p, t)) {
      const period = worse(w.to, rest)
      const line = { what: w.what, event: p.finding.known.event.id }
      if (period !== overall) whole.push({ ...line, to: period })
      else if (w.to !== overall) single.push({ ...line, to: w.to })
    }
  return [...whole, ...single].slice(0, MOST)
}

/** The open events, and what the verdict would be if one of them fell away. */
type Summary = {
  readonly verdict: ProhibitionVerdict
  readonly top: readonly Placed[]
  readonly rest: ProhibitionVerdict
}

const worse = (a: ProhibitionVerdict, b: ProhibitionVerdict): ProhibitionVerdict =>
  severityOf(a) >= severityOf(b) ? a : b

type WhatIf = { readonly what: Words; readonly to: ProhibitionVerdict }

function whatIfs(d: Docket, ban: Ban, bearer: Bearer, p: Placed, t: number): readonly WhatIf[] {
  const f = p.finding
  const s = f.standing
  const out: WhatIf[] = []
  const put = (
    what: Words,
    change: { level?: Finding['standing']['level']; match?: Kleene; excuse?: Excuse; inPeriod?: Kleene },
  ) => {
    const v = eventVerdict(change.level ?? s.level, change.match ?? f.match.value, change.excuse ?? f.excuse)
    out.push({ what, to: withinPeriod(v, change.inPeriod ?? p.inPeriod) })
  }
  const accord = d.prepared.accord
  const party = partyWords(accord, bearer.members)
  if (s.level !== 'ESTABLISHED' && s.wants > 0)
    put(say('settle.sources', { sources: counted(s.wants, 'source'), party }), {
      level: labelOf(2, s.c).level,
    })
  if (s.level !== 'ESTABLISHED' && s.p < 2)
    put(say('settle.denials', { sources: counted(ban.provision.rule.independent, 'source') }), {
      level: labelOf(s.p as Weight, 2).level,
    })
  for (const leg of f.match.legs) {
    if (leg.value !== U) continue
    const closedT = f.match.legs.every(l => l === leg || l.value === T) ? T : U
    put(legWords(d, ban, leg.leg, 'T', bearer), { match: closedT })
    put(legWords(d, ban, leg.leg, 'F', bearer), { match: F })
  }
  if (p.inPeriod === U) {
    const date = untilWords(t, accord.tz)
    put(say('settle.period.T', { date }), { inPeriod: T })
    put(say('settle.period.F', { date }), { inPeriod: F })
  }
  if (f.excuse === 'maybe')
    for (const x of excuseChanges(d, ban, bearer, f)) put(x.what, { excuse: x.excuse })
  return out
}

const say = (template: Template, values: Record<string, Words | string | number>): Words =>
  fill(TEMPLATES[template], values)

function legWords(d: Docket, ban: Ban, leg: Leg, to: 'T' | 'F', bearer: Bearer): Words {
  const accord = d.prepared.accord
  const zone = ban.pattern.zone ? zoneWords(accord, ban.pattern.zone.id) : ''
  return say(`settle.${leg}.${to}` as Template, { zone, party: partyWords(accord, bearer.members) })
}

const RANKED: readonly Excuse[] = ['none', 'maybe', 'sure']
const stronger = (a: Excuse, b: Excuse): Excuse => (RANKED.indexOf(a) >= RANKED.indexOf(b) ? a : b)

/** Each open leg of each possible justification, closed either way. */
function excuseChanges(d: Docket, ban: Ban, bearer: Bearer, f: Finding): { what: Words; excuse: Excuse }[] {
  const all = ban.exceptions
    .flatMap(x => candidatesFor(d, ban, bearer, f.known, x, true))
    .filter(c => c.excuse === 'maybe')
  const out: { what: Words; excuse: Excuse }[] = []
  for (const c of all) {
    const rest = all.filter(x => x !== c).reduce<Excuse>((e, x) => stronger(e, x.excuse), 'none')
    const level = c.standing?.level ?? 'ESTABLISHED'
    const names = Object.keys(c.legs) as (keyof Candidate['legs'])[]
    for (const name of names) {
      if (c.legs[name] !== U) continue
      // The type is part of the pattern; asking it once is enough.
      if (name === 'type' && c.legs.pattern === U) continue
      const othersCertain = names.every(
        n => n === name || (name === 'pattern' && n === 'type') || c.legs[n] === T,
      )
      const sure: Excuse = othersCertain && level === 'ESTABLISHED' ? 'sure' : 'maybe'
      out.push({ what: candidateWords(d, f, c, name, 'T'), excuse: stronger(sure, rest) })
      out.push({ what: candidateWords(d, f, c, name, 'F'), excuse: rest })
    }
    if (c.standing && level !== 'ESTABLISHED') {
      const certain = names.every(n => c.legs[n] === T)
      const values = otherWords(d, c)
      if (c.standing.wants > 0)
        out.push({
          what: say('settle.provoked', { ...values, sources: counted(c.standing.wants, 'source') }),
          excuse:
            certain && labelOf(2, c.standing.c).level === 'ESTABLISHED' ? 'sure' : stronger('maybe', rest),
        })
      out.push({ what: say('settle.not-provoked', values), excuse: rest })
    }
  }
  return out
}

function otherWords(d: Docket, c: Candidate): { other: Words; otherWhen: Words } {
  const a = c.other!.attributes
  return { other: typesWords(a.types), otherWhen: whenWords(a.when, d.prepared.accord.tz) }
}

function candidateWords(
  d: Docket,
  f: Finding,
  c: Candidate,
  leg: keyof Candidate['legs'],
  to: 'T' | 'F',
): Words {
  if (!c.other) return say(`settle.carve-out.${to}`, {})
  const values = otherWords(d, c)
  const p = c.exception.provocation!
  const when = f.known.attributes.when
  if (leg === 'after') {
    if (c.other.attributes.when.hi > when.lo) {
      const date = instantWords(when.lo, d.prepared.accord.tz)
      return say(to === 'T' ? 'settle.before' : 'settle.not-before', { ...values, date })
    }
    return say(`settle.gap.${to}`, { ...values, span: spanWords(p.within) })
  }
  if (leg === 'near') return say(`settle.near.${to}`, { ...values, distance: kmWords(p.distance) })
  const key = leg === 'type' ? 'pattern' : leg
  return say(`settle.${key}.${to}` as Template, values)
}
