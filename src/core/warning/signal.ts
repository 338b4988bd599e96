import type { Accord } from '../accord/model.ts'
import { type Docket, type Known, knownUnder } from '../compliance/docket.ts'
import { actorsOf, ruledActors } from '../compliance/facts.ts'
import { judgeDocket } from '../compliance/judge.ts'
import { zoneMatch } from '../compliance/match.ts'
import { maskOf } from '../compliance/type-mask.ts'
import { EVENT_WORDS } from '../event/type-words.ts'
import type { WeaponClass } from '../event/types.ts'
import { WEAPON_WORDS } from '../event/weapon-words.ts'
import type { Statement } from '../statement/statement.ts'
import { dayOf } from '../time/civil.ts'
import { T } from '../time/when.ts'
import type { Words } from '../words.ts'
import { dateOfDay, dayOfDate } from './series/daily-series.ts'

export const SIGNAL_KINDS = [
  'withdrawal',
  'suspension',
  'ultimatum',
  'claimed-exception',
  'first-weapon',
  'deadline-passed',
  'post-encircled',
  'observers-leaving',
  'access-denied',
] as const
export type SignalKind = (typeof SIGNAL_KINDS)[number]

/**
 * Something that is not a count and yet foretells: kept beside the series and never mixed into their
 * chances. Each opens the records it rests on, and each kind has its own hit rate (`scoreSignals`).
 */
export type Signal = {
  readonly id: string
  readonly kind: SignalKind
  /** Civil day it is about, 'YYYY-MM-DD', and the day it was first known. */
  readonly day: string
  readonly knownOn: string
  readonly zones: readonly string[]
  readonly parties: readonly string[]
  readonly provisions: readonly string[]
  /** Record, event or statement ids, to open. */
  readonly records: readonly string[]
  readonly words: Words
}

/** Verdicts that say a due date went by without the act. */
const UNMET = new Set(['OVERDUE', 'UNVERIFIED', 'PARTIAL'])

/**
 * All signals that what is known gives, oldest first. Computed anew each time, like a verdict.
 *
 * @param t seconds UTC; what lies after is not there yet.
 */
export function signalsOf(
  accord: Accord,
  docket: Docket,
  statements: readonly Statement[],
  t: number,
): Signal[] {
  const day = (seconds: number) => dayOf(seconds, accord.tz)
  const known = knownUnder(docket, accord.evidence).filter(k => k.attributes.when.lo <= t)
  const said = statements.filter(s => s.received <= docket.act.k && s.when.lo <= t)
  return [
    ...said.flatMap(s => spoken(s, day)),
    ...docket.act.suspensions
      .filter(s => s.when.lo <= t)
      .map(
        (s): Signal => ({
          id: `suspension:${s.id}`,
          kind: 'suspension',
          day: day(s.when.lo),
          knownOn: day(s.received),
          zones: [],
          parties: [s.by],
          provisions: s.provision === undefined ? [] : [s.provision],
          records: [s.id],
          words: named(accord, s.by, 'gives notice of suspension', 'إخطار بتعليق الالتزام'),
        }),
      ),
    ...known.flatMap(k => happened(docket, k, day)),
    ...firstWeapons(accord, docket, known, day),
    ...deadlines(accord, docket, t, day),
  ].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.id < b.id ? -1 : 1))
}

function named(accord: Accord, party: string | undefined, en: string, ar: string): Words {
  const name = accord.parties.find(p => p.id === party)?.name
  return name ? { en: `${name.en}: ${en}`, ar: `${name.ar}: ${ar}` } : { en, ar }
}

/** What a statement is, by the act that a person gave it; its words are never guessed at here. */
function spoken(s: Statement, day: (seconds: number) => string): Signal[] {
  const kinds: [SignalKind, string, string][] = []
  if (s.claimedException) kinds.push(['claimed-exception', 'claims an exception', 'ادعاء استثناء'])
  if (s.act === 'threaten' || ((s.act === 'demand' || s.act === 'warn') && s.condition))
    kinds.push(['ultimatum', 'ultimatum or threat', 'إنذار أو تهديد'])
  if (s.act === 'reject' && (s.about?.provision !== undefined || s.about?.event === undefined))
    kinds.push(['withdrawal', 'rejects or leaves the agreement', 'رفض الاتفاق أو الانسحاب منه'])
  return kinds.map(([kind, en, ar]) => ({
    id: `${kind}:${s.id}`,
    kind,
    day: day(s.when.lo),
    knownOn: day(s.received),
    zones: [],
    parties: s.speaker?.party === undefined ? [] : [s.speaker.party],
    provisions: s.about?.provision === undefined ? [] : [s.about.provision],
    records: [s.id],
    words: {
      en: s.summary?.en ?? `${s.speaker?.name ?? s.speaker?.role ?? 'Unnamed speaker'}: ${en}`,
      ar: s.summary?.ar ?? `${s.speaker?.name ?? s.speaker?.role ?? 'متحدث لم يُسمَّ'}: ${ar}`,
    },
  }))
}

const EVENT_SIGNALS: readonly (readonly [SignalKind, bigint])[] = [
  ['post-encircled', maskOf(['post_encircled'])],
  ['observers-leaving', maskOf(['post_closed'])],
  ['access-denied', maskOf(['access_denied'])],
  ['suspension', maskOf(['suspension_notice'])],
]

function happened(docket: Docket, k: Known, day: (seconds: number) => string): Signal[] {
  return EVENT_SIGNALS.filter(([, mask]) => (k.attributes.types & ~mask) === 0n).map(([kind]) =>
    ofEvent(docket, k, kind, `${kind}:${k.event.id}`, day, k.event.asserting[0]!.types[0]!),
  )
}

function ofEvent(
  docket: Docket,
  k: Known,
  kind: SignalKind,
  id: string,
  day: (seconds: number) => string,
  type: string,
  words?: Words,
): Signal {
  const { event, attributes } = k
  const summary = event.asserting.find(c => c.summary)?.summary
  const fallback = EVENT_WORDS[type] ?? { en: type, ar: type }
  return {
    id,
    kind,
    day: day(attributes.when.lo),
    knownOn: day(Math.min(...event.asserting.map(c => c.received))),
    zones: zonesOf(docket, k),
    parties: [...new Set(ruledActors(event) ?? event.asserting.flatMap(actorsOf))].sort(),
    provisions: [],
    records: event.ids,
    words: words ?? { en: summary?.en ?? fallback.en, ar: summary?.ar ?? fallback.ar },
  }
}

const zonesOf = (docket: Docket, k: Known): string[] =>
  [...docket.prepared.zones.values()]
    .filter(z => zoneMatch(k.attributes.region, k.attributes.when, z) === T)
    .map(z => z.id)

/** The first time each class of weapon is named in each zone, since the zone's text is in force. */
function firstWeapons(
  accord: Accord,
  docket: Docket,
  known: readonly Known[],
  day: (seconds: number) => string,
): Signal[] {
  const hostile = maskOf(['hostile'])
  const start = Math.min(Infinity, ...docket.prepared.provisions.map(p => p.force.start.lo))
  const seen = new Set<string>()
  const out: Signal[] = []
  const inOrder = known
    .filter(
      k =>
        k.attributes.weapons.named && (k.attributes.types & ~hostile) === 0n && k.attributes.when.lo >= start,
    )
    .sort((a, b) => a.attributes.when.lo - b.attributes.when.lo || (a.event.id < b.event.id ? -1 : 1))
  for (const k of inOrder)
    for (const zone of zonesOf(docket, k))
      for (const weapon of k.attributes.weapons.named!) {
        const key = `${zone}/${weapon}`
        if (seen.has(key)) continue
        seen.add(key)
        const called = WEAPON_WORDS[weapon as WeaponClass]
        const name = accord.zones.find(z => z.id === zone)?.name ?? { en: zone, ar: zone }
        out.push({
          ...ofEvent(docket, k, 'first-weapon', `first-weapon:${key}`, day, 'hostile', {
            en: `First use of a weapon of this class, ${called.en}, in ${name.en}`,
            ar: `أول استعمال لسلاح من فئة «${called.ar}» في ${name.ar}`,
          }),
          zones: [zone],
        })
      }
  return out
}

/** Duties whose day went by unmet, on the day after. */
function deadlines(accord: Accord, docket: Docket, t: number, day: (seconds: number) => string): Signal[] {
  return judgeDocket(docket, { t }).flatMap((v): Signal[] => {
    if (!v.due || !UNMET.has(v.verdict) || v.due.hi >= t) return []
    const title = accord.provisions.find(p => p.id === v.provision)?.title
    const after = dateOfDay(dayOfDate(day(v.due.hi)) + 1)
    return [
      {
        id: `deadline-passed:${v.provision}/${v.bearer.join('+')}`,
        kind: 'deadline-passed',
        day: after,
        knownOn: after,
        zones: [],
        parties: v.bearer,
        provisions: [v.provision],
        records: v.evidenceFor,
        words: {
          en: `Deadline passed: ${title?.en ?? v.provision}`,
          ar: `انقضى الأجل: ${title?.ar ?? v.provision}`,
        },
      },
    ]
  })
}
