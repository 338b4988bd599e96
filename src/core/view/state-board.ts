import type { Accord } from '../accord/model.ts'
import type { Docket } from '../compliance/docket.ts'
import { intervalsOf } from '../compliance/intervals.ts'
import { judgeDocket } from '../compliance/judge.ts'
import type { AsOf, Verdict, VerdictInterval } from '../compliance/verdict.ts'
import type { EvidenceRecord } from '../evidence/record.ts'
import type { BoardRow, StateBoard } from './board.ts'
import { bottomLine } from './bottom-line.ts'
import { docketOf } from './docket-of.ts'
import { isDue, verdictWords } from './verdict-words.ts'

const DAY = 86_400
/** Deadlines are shown this long after they passed. */
const PASSED_DAYS = 30

/** Which board: as of when, knowing what, under whose reading. */
export type BoardQuestion = { readonly asOf: AsOf; readonly reading: string; readonly entries: number }

/** Gives the docket of what was known by `k` under a reading; a caller who keeps dockets gives its own. */
export type DocketAt = (k: number, reading: string) => Docket

/**
 * The State page. One row a provision in the accord's order, one cell a bearer, each with the verdict's
 * strip of time until `t` and the readings that part from this one. A pure function of its arguments.
 */
export function stateBoard(
  accord: Accord,
  evidence: readonly EvidenceRecord[],
  q: BoardQuestion,
  docketAt: DocketAt = (k, reading) => docketOf(accord, evidence, k, reading),
): StateBoard {
  const { reading } = q
  const docket = docketAt(q.asOf.k, reading)
  const asOf = { t: q.asOf.t, k: docket.act.k }
  const verdicts = judgeDocket(docket, asOf)
  const others = accord.readings
    .filter(r => r.id !== reading)
    .map(r => ({ reading: r.id, by: byCell(judgeDocket(docketAt(asOf.k, r.id), asOf)) }))
  const before = dayBefore(asOf)
  const earlier = before.k === asOf.k ? docket : docketAt(before.k, reading)
  const provisions = new Map(accord.provisions.map(p => [p.id, p]))

  const rows = new Map<string, { -readonly [K in keyof BoardRow]: BoardRow[K] }>()
  for (const v of verdicts) {
    const p = provisions.get(v.provision)
    if (!p) continue
    const row = rows.get(p.id) ?? {
      provision: p.id,
      document: p.source.document,
      kind: p.kind,
      title: p.title,
      cells: [],
    }
    rows.set(p.id, row)
    if (v.due && row.due === undefined) row.due = v.due.hi
    const key = cellOf(v)
    row.cells = [
      ...row.cells,
      {
        bearer: v.bearer,
        verdict: v,
        strip: stripOf(docket, v),
        differs: others.flatMap(o => {
          const theirs = o.by.get(key)
          return theirs && theirs.verdict !== v.verdict
            ? [{ reading: o.reading, verdict: theirs.verdict }]
            : []
        }),
      },
    ]
  }

  const counts: Record<string, number> = {}
  for (const v of verdicts) counts[v.verdict] = (counts[v.verdict] ?? 0) + 1
  return {
    accord: accord.id,
    title: accord.title,
    tz: accord.tz,
    asOf,
    reading,
    readings: accord.readings.map(({ id, name, author }) => ({ id, name, author })),
    parties: accord.parties.map(({ id, name, role }) => ({ id, name, role })),
    bottomLine: bottomLine(verdicts),
    counts,
    rows: [...rows.values()],
    changed: changesBetween(accord, judgeDocket(earlier, before), verdicts),
    deadlines: verdicts
      .filter(v => v.due !== undefined && v.due.hi >= asOf.t - PASSED_DAYS * DAY)
      .map(v => ({
        provision: v.provision,
        title: provisions.get(v.provision)?.title ?? { en: v.provision, ar: v.provision },
        due: v.due!.hi,
        verdict: v.verdict,
        ...(isDue(v) && { waiting: true }),
      }))
      .filter(
        (d, i, all) =>
          all.findIndex(
            o =>
              o.provision === d.provision &&
              o.due === d.due &&
              o.verdict === d.verdict &&
              o.waiting === d.waiting,
          ) === i,
      )
      .toSorted((a, b) => a.due - b.due),
    entries: q.entries,
  }
}

/**
 * Yesterday's moment. Someone who looks at today knew less yesterday; someone who looks back at the past
 * compares two days with the same hindsight.
 */
function dayBefore({ t, k }: AsOf): AsOf {
  return { t: t - DAY, k: k - t < DAY ? k - DAY : k }
}

/** A cell's verdict as time ran, until the docket's question. */
export function stripOf(docket: Docket, v: Verdict): readonly VerdictInterval[] {
  const provision = docket.prepared.byId.get(v.provision)
  const bearer = provision?.bearers.find(b => b.key === v.bearer.join('+'))
  return provision && bearer ? intervalsOf(docket, provision, bearer, v.asOf.t) : []
}

/** A cell's name: provision and bearers. */
export const cellOf = (v: Pick<Verdict, 'provision' | 'bearer'>): string =>
  `${v.provision} ${v.bearer.join('+')}`

const byCell = (verdicts: readonly Verdict[]) => new Map(verdicts.map(v => [cellOf(v), v]))

/** The cells whose verdict is another one in `after` than in `before`, or the same with its day now come. */
export function changesBetween(
  accord: Accord,
  before: readonly Verdict[],
  after: readonly Verdict[],
): StateBoard['changed'] {
  const was = byCell(before)
  return after.flatMap(v => {
    const earlier = was.get(cellOf(v))
    if (!earlier || (earlier.verdict === v.verdict && isDue(earlier) === isDue(v))) return []
    const from = earlier.verdict
    const [said, says] = [verdictWords(from, isDue(earlier)), verdictWords(v.verdict, isDue(v))]
    const title = accord.provisions.find(p => p.id === v.provision)?.title ?? {
      en: v.provision,
      ar: v.provision,
    }
    return [
      {
        provision: v.provision,
        bearer: v.bearer,
        from,
        to: v.verdict,
        ...(isDue(earlier) && { fromWaiting: true }),
        ...(isDue(v) && { toWaiting: true }),
        words: {
          en: `${title.en}: from ${said.en} to ${says.en}`,
          ar: `${title.ar}: من «${said.ar}» إلى «${says.ar}»`,
        },
      },
    ]
  })
}
