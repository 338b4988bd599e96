import { standingOf, VERDICT_WORDS } from '../../view/verdict-words.ts'
import type { Block, Run } from '../brief.ts'
import type { BriefMaterial } from '../material.ts'
import { partyWords } from './say.ts'

const MOST = 10

/** What is not known, and for each open verdict the one fact that would settle it. */
export function cannotSaySection(m: BriefMaterial): Block[] {
  const ar = m.locale === 'ar'
  const cells = m.board.rows.flatMap(row => row.cells.map(c => ({ row, v: c.verdict, differs: c.differs })))
  const unobserved = cells.filter(c => standingOf(c.v) === 'unknown')
  const settle = cells.filter(c => c.v.settles.length)
  const parting = cells.filter(c => c.differs.length)
  const blocks: Block[] = []
  if (unobserved.length)
    blocks.push({
      kind: 'sentence',
      runs: [
        {
          text: ar
            ? `أحكام لا نعرف فيها لأن أحداً لم يكن يرصد: ${unobserved.length}. الصمت فيها ليس التزاماً.`
            : `Verdicts we cannot give since nobody was looking: ${unobserved.length}. Silence there is not compliance.`,
        },
      ],
    })
  if (settle.length)
    blocks.push({
      kind: 'list',
      items: settle
        .slice(0, MOST)
        .map((c): Run[] => [
          { text: `${c.row.provision} `, provision: c.row.provision },
          { text: `${partyWords(m, c.v.bearer)} — ${VERDICT_WORDS[c.v.verdict][m.locale]}: ` },
          { text: c.v.settles[0]!.what[m.locale] },
        ]),
    })
  if (parting.length)
    blocks.push({
      kind: 'sentence',
      runs: [
        {
          text: ar
            ? `أحكام تختلف باختلاف قراءة النص: ${parting.length}.`
            : `Verdicts that depend on whose reading of the text is taken: ${parting.length}.`,
        },
      ],
    })
  if (m.accord.notVerified?.length)
    blocks.push({ kind: 'list', items: m.accord.notVerified.map((w): Run[] => [{ text: w[m.locale] }]) })
  if (!blocks.length)
    blocks.push({ kind: 'sentence', runs: [{ text: ar ? 'لا شيء يُذكر هنا.' : 'Nothing to name here.' }] })
  return blocks
}
