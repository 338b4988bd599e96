import type { Claim } from '../evidence/record.ts'
import { U } from '../time/when.ts'
import type { Words } from '../words.ts'
import { assumptionsOf, windowOf } from './assumptions.ts'
import type { Ban } from './ban.ts'
import { type BanSummary, summariseBan } from './ban-summary.ts'
import { notesFor, type Observed, observedIn } from './coverage.ts'
import type { Docket } from './docket.ts'
import { ALWAYS, type Bearer } from './prepared.ts'
import type { Finding } from './prohibition.ts'
import type { Repair } from './reparation.ts'
import { capital, counted, fill, join, partyWords, reasons, typesWords, whenWords } from './say.ts'
import { type Placed, settlesBan } from './settle-ban.ts'
import { bestFirst } from './standing.ts'
import { noticesOf } from './suspension.ts'
import { TEMPLATES, type Template } from './templates.ts'
import type { ProhibitionVerdict, Verdict } from './verdict.ts'
import { VERDICT_NAMES } from './verdict-names.ts'

/** Longest list of records a verdict names; the counts say how many there are. */
export const MOST_RECORDS = 100

/** Verdict on a prohibition (or a lapse, or an obstruction) for one bearer over [from, t]. */
export const judgeBan = (
  d: Docket,
  ban: Ban,
  bearer: Bearer,
  t: number,
  from: number | undefined,
): Omit<Verdict, 'asOf'> => composeBan(d, ban, bearer, summariseBan(d, ban, bearer, t, from), t, from)

/** Words, codes and evidence of a verdict whose sums are known. */
export function composeBan(
  d: Docket,
  ban: Ban,
  bearer: Bearer,
  summary: BanSummary,
  t: number,
  from: number | undefined,
): Omit<Verdict, 'asOf'> {
  const { verdict, repair } = summary
  const p = ban.provision
  const notes = notesFor(d.act.coverage, p, d.prepared)
  const observed = observedIn(notes, windowOf(p, from, t))
  const evidence = evidenceOf(
    summary,
    notes.filter(n => n.level === 'adequate').map(n => n.id),
  )
  return {
    provision: p.provision.id,
    bearer: bearer.members,
    reading: d.prepared.reading,
    verdict,
    codes: codesOf(d, ban, bearer, summary, observed),
    timeliness: { kind: 'no_deadline' },
    correspondence: 'unknown',
    observed,
    ...(repair && { repair: { verdict: repair.verdict, ...(repair.due && { due: repair.due }) } }),
    counts: summary.counts,
    evidenceFor: evidence.for.slice(0, MOST_RECORDS),
    evidenceAgainst: evidence.against.slice(0, MOST_RECORDS),
    assumptions: assumptionsOf(d, p, [ban.pattern.zone], t, observed),
    because: sentence(d, bearer, summary, observed),
    settles: settlesBan(d, ban, bearer, summary, t),
  }
}

function codesOf(
  d: Docket,
  ban: Ban,
  bearer: Bearer,
  { verdict, top, repair, unattributed, state }: BanSummary,
  observed: Observed,
): readonly string[] {
  const codes = new Set<string>()
  if (ban.pattern !== ban.provision.action) codes.add('obstruction')
  if (verdict === 'HOLDING') {
    if (observed === 'no') codes.add('unobserved')
    for (const { finding } of top) if (finding.standing.note) codes.add(finding.standing.note)
  } else for (const p of top) for (const c of findingCodes(p, verdict)) codes.add(c)
  if (repair?.verdict === 'FULFILLED') codes.add('repaired')
  if (repair?.verdict === 'LATE') codes.add('repaired-late')
  if (repair?.codes.includes('ground-removed')) codes.add('ground-removed')
  if (noticesOf(d, ban.provision, bearer).length > 0 && !ban.provision.provision.suspendable)
    codes.add('suspension-not-provided')
  if (unattributed) codes.add('unattributed')
  if (state) codes.add(state)
  return [...codes]
}

function findingCodes(p: Placed, verdict: ProhibitionVerdict): string[] {
  const f = p.finding
  const out: string[] = []
  if (verdict === 'POSSIBLE') out.push(...openReasons(p))
  if (verdict === 'PERMITTED') out.push(f.candidate?.other ? 'response' : 'carve-out')
  if (f.standing.note === 'contested') out.push('contested')
  if (f.standing.admitted) out.push('admitted')
  if (f.known.attributes.conflicts.length > 0) out.push('attribute-conflict')
  if (f.known.event.doublyCorrected) out.push('double-correction')
  return out
}

/** Why an established act is only POSSIBLE: the reason codes of §3.5. */
export function openReasons(p: Placed): string[] {
  const f = p.finding
  const out = new Set<string>()
  for (const l of f.match.legs) {
    if (l.value !== U) continue
    out.add(
      l.leg === 'time' && f.known.attributes.when.hi <= ALWAYS.hi && forceDisputed(f)
        ? 'start-disputed'
        : `${l.leg}-uncertain`,
    )
  }
  if (p.inPeriod === U) out.add('time-uncertain')
  if (f.excuse === 'maybe') out.add(f.candidate?.other ? 'response-claimed' : 'carve-out-claimed')
  return [...out]
}

/** Does the uncertainty come from claimants who name different starts, not from the event's own time? */
const forceDisputed = (f: Finding): boolean => {
  const force = f.forceOf
  const w = f.known.attributes.when
  return force.disputed && w.lo < force.start.hi && w.hi >= force.start.lo
}

function evidenceOf(
  { verdict, top }: BanSummary,
  coverage: readonly string[],
): { for: string[]; against: string[] } {
  const ids = (claims: readonly Claim[]) => bestFirst(claims).map(c => c.id)
  const unique = (list: string[]) => [...new Set(list)]
  const denials = top.flatMap(x => ids(x.finding.standing.against))
  // Reports that name no doer still say what, when and where it was, so they follow those that do.
  const own = top.flatMap(x => [...ids(x.finding.standing.for), ...ids(x.finding.known.event.asserting)])
  if (verdict === 'HOLDING') return { for: unique([...denials, ...coverage]), against: unique(own) }
  const candidates = top.flatMap(x => x.finding.candidate ?? [])
  const excuses = candidates.flatMap(c =>
    c.standing && c.other ? [...ids(c.standing.for), ...ids(c.other.event.asserting)] : [],
  )
  const notExcused = candidates.flatMap(c => (c.standing ? ids(c.standing.against) : []))
  return verdict === 'PERMITTED'
    ? { for: unique([...excuses, ...own]), against: unique([...denials, ...notExcused]) }
    : { for: unique([...own, ...notExcused]), against: unique([...denials, ...excuses]) }
}

function sentence(
  d: Docket,
  bearer: Bearer,
  { verdict, top, topTotal, repair }: BanSummary,
  observed: Observed,
): Words {
  const { accord } = d.prepared
  const party = partyWords(accord, bearer.members)
  const say = (t: Template, more: Record<string, Words | string | number> = {}) =>
    fill(TEMPLATES[t], { party, ...more })
  if (verdict === 'HOLDING') {
    const refuted = top.some(p => p.finding.standing.note === 'refuted')
    return join(say(`holding.${observed}`), refuted ? say('holding.refuted') : undefined)
  }
  const lead = top[0]!
  const f = lead.finding
  const a = f.known.attributes
  const act = capital(typesWords(a.types))
  const when = whenWords(a.when, accord.tz)
  const more = topTotal > 1 ? say('more.acts', { n: counted(topTotal, 'act') }) : undefined
  const main = (): Words => {
    switch (verdict) {
      case 'BREACHED':
        return say('breached', { act, when, ground: groundOf(f) })
      case 'PERMITTED': {
        const other = f.candidate?.other
        if (!other) return say('permitted.carve-out', { act, when })
        return say('permitted', {
          act,
          when,
          other: typesWords(other.attributes.types),
          otherWhen: whenWords(other.attributes.when, accord.tz),
        })
      }
      case 'ALLEGED':
        return say('alleged', { act, when, wants: counted(Math.max(1, f.standing.wants), 'source') })
      case 'DISPUTED':
        return say('disputed', { act, when })
      default:
        return say('possible', { act, when, reasons: reasons(openReasons(lead)) })
    }
  }
  return join(main(), more, repairWords(repair))
}

function groundOf(f: Finding): Words {
  const roots = new Set(f.standing.for.map(c => c.root)).size
  const ground = f.standing.admitted
    ? TEMPLATES['ground.admitted']
    : fill(TEMPLATES['ground.sources'], { sources: counted(roots, 'source') })
  return f.standing.note === 'contested' ? join(ground, TEMPLATES['ground.contested']) : ground
}

function repairWords(repair: Repair | undefined): Words | undefined {
  if (!repair || repair.verdict === 'DORMANT' || repair.verdict === 'DISCHARGED') return undefined
  if (repair.verdict === 'FULFILLED') return TEMPLATES['repair.FULFILLED']
  return fill(TEMPLATES['repair.open'], { verdict: VERDICT_NAMES[repair.verdict] })
}
