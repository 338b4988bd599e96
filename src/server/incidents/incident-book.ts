import type { Accord } from '../../core/accord/model.ts'
import type { EvidenceRecord } from '../../core/evidence/record.ts'
import type { LedgerState } from '../../core/ledger/state.ts'
import { touchedSince } from '../../core/ledger/touched.ts'
import { type Incident, incidentsOf } from '../../core/view/incidents.ts'
import type { Question } from '../question.ts'

/** All incidents of a ledger by all it holds, newest first; brought up to date by what new entries touch. */
type Book = { readonly accord: Accord; seq: number; list: readonly Incident[] }

const EVERYTHING = { t: Number.MAX_SAFE_INTEGER, k: Number.MAX_SAFE_INTEGER }
const BOOKS = new WeakMap<LedgerState, Book>()
/** Lists of other moments of knowledge, those asked for last. */
const PAST = new Map<string, readonly Incident[]>()
const KEPT = 8

/**
 * What `incidentsOf` would give for the question, kept between questions: a ledger of a hundred thousand
 * incidents is put together once, then only what an entry touched.
 */
export function incidentsAsked(question: Question): readonly Incident[] {
  const { accord, state, asOf, live } = question
  const all = live.k ? current(accord, state) : known(accord, state, asOf.k)
  const first = all.findIndex(i => i.when.lo <= asOf.t)
  // Newest first, so what begins after the moment stands at the front.
  return first < 0 ? [] : first === 0 ? all : all.slice(first)
}

function current(accord: Accord, state: LedgerState): readonly Incident[] {
  const book = BOOKS.get(state)
  const head = state.head.seq
  if (book && book.accord === accord && book.seq === head) return book.list
  const touched = book && book.accord === accord ? touchedSince(state, book.seq) : undefined
  // Past a tenth of the book, to mend it costs more than to make it anew.
  const mend = book && touched && !touched.accord && touched.events.size * 10 < book.list.length
  const list = mend ? mended(accord, state, book.list, touched.events) : made(accord, state, EVERYTHING.k)
  BOOKS.set(state, { accord, seq: head, list })
  return list
}

function known(accord: Accord, state: LedgerState, k: number): readonly Incident[] {
  const key = `${state.accord} ${state.head.hash} ${k}`
  const list = PAST.get(key) ?? made(accord, state, k)
  PAST.delete(key)
  PAST.set(key, list)
  if (PAST.size > KEPT) PAST.delete(PAST.keys().next().value!)
  return list
}

const made = (accord: Accord, state: LedgerState, k: number) =>
  incidentsOf(accord, [...state.evidence.values()], { t: EVERYTHING.t, k })

function mended(
  accord: Accord,
  state: LedgerState,
  list: readonly Incident[],
  events: ReadonlySet<string>,
): readonly Incident[] {
  if (events.size === 0) return list
  const bearing: EvidenceRecord[] = []
  for (const r of state.evidence.values()) if (r.kind !== 'claim' || events.has(r.event)) bearing.push(r)
  const concerns = (i: Incident) => events.has(i.event) || i.sameAs.some(e => events.has(e))
  const fresh = incidentsOf(accord, bearing, EVERYTHING).filter(concerns)
  return [...list.filter(i => !concerns(i)), ...fresh].sort(
    (a, b) => b.when.lo - a.when.lo || (a.event < b.event ? -1 : 1),
  )
}
