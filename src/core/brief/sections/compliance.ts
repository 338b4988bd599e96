import type { Verdict } from '../../compliance/verdict.ts'
import type { BoardRow } from '../../view/board.ts'
import { cellOf } from '../../view/state-board.ts'
import { standingOf, VERDICT_WORDS } from '../../view/verdict-words.ts'
import type { Block, Run } from '../brief.ts'
import { counted, NOUNS } from '../counted.ts'
import type { BriefMaterial } from '../material.ts'
import { partyWords } from './say.ts'

/** One or two sentences that a reader who stops here should know. */
export function bottomLineSection(m: BriefMaterial): Block[] {
  const ar = m.locale === 'ar'
  const changed = changesOf(m)
  const inPeriod = m.incidents.filter(i => i.when.lo <= m.period.hi && i.when.hi >= m.period.lo)
  return [
    { kind: 'sentence', runs: [{ text: m.board.bottomLine[m.locale], strong: true }] },
    {
      kind: 'sentence',
      runs: [
        {
          text: `${ar ? changedAr(changed.length) : changedEn(changed.length)} ${ar ? recordedAr(inPeriod.length) : recordedEn(inPeriod.length)}`,
        },
      ],
    },
  ]
}

const changedEn = (n: number) =>
  n === 0 ? 'No verdict changed in the period' : `In the period ${counted(n, NOUNS.verdict, 'en')} changed`
const recordedEn = (n: number) =>
  n === 0
    ? 'and no incident was recorded.'
    : `and ${counted(n, NOUNS.incident, 'en')} ${n === 1 ? 'was' : 'were'} recorded.`
const changedAr = (n: number) =>
  n === 0
    ? 'لم يتغيّر أي حكم خلال الفترة،'
    : `شملَ التغيّر خلال الفترة ${counted(n, NOUNS.verdictObject, 'ar')}،`
const recordedAr = (n: number) =>
  n === 0 ? 'ولم يُسجَّل أي حادث.' : `وسُجِّل فيها ${counted(n, NOUNS.incident, 'ar')}.`

type Change = { readonly row: BoardRow; readonly now: Verdict; readonly was: Verdict }

function changesOf(m: BriefMaterial): Change[] {
  const before = new Map(
    m.boardBefore.rows.flatMap(r => r.cells.map(c => [cellOf(c.verdict), c.verdict] as const)),
  )
  return m.board.rows.flatMap(row =>
    row.cells.flatMap(c => {
      const was = before.get(cellOf(c.verdict))
      return was && was.verdict !== c.verdict.verdict ? [{ row, now: c.verdict, was }] : []
    }),
  )
}

/** Verdicts that moved in the period, then those that stand broken or in doubt, each with why. */
export function complianceSection(m: BriefMaterial): Block[] {
  const ar = m.locale === 'ar'
  const changed = changesOf(m)
  const moved = new Set(changed.map(c => cellOf(c.now)))
  const standing = m.board.rows.flatMap(row =>
    row.cells
      .filter(c => !moved.has(cellOf(c.verdict)) && ['broken', 'doubt'].includes(standingOf(c.verdict)))
      .map(c => ({ row, now: c.verdict })),
  )
  const blocks: Block[] = []
  if (changed.length)
    blocks.push({
      kind: 'table',
      columns: ar ? ['البند', 'المكلَّف', 'كان', 'صار', 'لماذا'] : ['Provision', 'Bearer', 'Was', 'Is', 'Why'],
      rows: changed.map(c => [
        ...headOf(m, c.row, c.now),
        verdictRuns(m, c.was),
        verdictRuns(m, c.now),
        whyOf(m, c.now),
      ]),
    })
  else
    blocks.push({
      kind: 'sentence',
      runs: [{ text: ar ? 'لم يتغيّر أي حكم خلال الفترة.' : 'No verdict changed in the period.' }],
    })
  if (standing.length) {
    blocks.push({
      kind: 'sentence',
      runs: [{ text: ar ? 'وما زال قائماً من قبل:' : 'Standing from before:' }],
    })
    blocks.push({
      kind: 'table',
      columns: ar ? ['البند', 'المكلَّف', 'الحكم', 'لماذا'] : ['Provision', 'Bearer', 'Verdict', 'Why'],
      rows: standing.map(s => [...headOf(m, s.row, s.now), verdictRuns(m, s.now), whyOf(m, s.now)]),
    })
  }
  return blocks
}

const headOf = (m: BriefMaterial, row: BoardRow, v: Verdict): (readonly Run[])[] => [
  [{ text: `${row.provision} `, provision: row.provision }, { text: row.title[m.locale] }],
  [{ text: partyWords(m, v.bearer) }],
]

const verdictRuns = (m: BriefMaterial, v: Verdict): readonly Run[] => [
  { text: VERDICT_WORDS[v.verdict][m.locale], provision: v.provision, strong: true },
]

const whyOf = (m: BriefMaterial, v: Verdict): readonly Run[] => [
  { text: v.because[m.locale], ...(v.evidenceFor[0] !== undefined && { record: v.evidenceFor[0] }) },
]
