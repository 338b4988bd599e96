import type { Statement } from '../../statement/statement.ts'
import { standingOf, VERDICT_WORDS } from '../../view/verdict-words.ts'
import type { Block, Run } from '../brief.ts'
import type { BriefMaterial } from '../compose.ts'
import { whenWords } from '../dates.ts'
import { inPeriod } from './say.ts'

const MOST = 12

/** Who said what through whom; claimed exceptions as positions; promises said against done. */
export function statementsSection(m: BriefMaterial): Block[] {
  const ar = m.locale === 'ar'
  const said = m.statements.filter(s => inPeriod(m, s.when))
  const blocks: Block[] = []
  if (said.length) blocks.push({ kind: 'list', items: said.slice(0, MOST).map(s => statementRuns(m, s)) })
  else
    blocks.push({
      kind: 'sentence',
      runs: [{ text: ar ? 'لا تصريحات مسجّلة في هذه الفترة.' : 'No statement is recorded for this period.' }],
    })
  const claimed = said.filter(s => s.claimedException)
  if (claimed.length)
    blocks.push({
      kind: 'sentence',
      runs: [
        {
          text: ar
            ? `ومنها استثناءات مدّعاة: ${claimed.length}. هي مواقف لأصحابها، لا بنود في الاتفاق.`
            : `Of these, exceptions claimed: ${claimed.length}. They are their speakers' positions, not clauses of the accord.`,
        },
      ],
    })
  const promises = m.promises.filter(p => p.verdicts.length)
  if (promises.length) {
    blocks.push({ kind: 'sentence', runs: [{ text: ar ? 'ما قيل في مقابل ما جرى:' : 'Said against done:' }] })
    blocks.push({
      kind: 'table',
      columns: ar ? ['التعهد', 'الحكم', 'لماذا'] : ['Undertaking', 'Verdict', 'Why'],
      rows: promises.map(p => {
        const worst = p.verdicts.find(v => standingOf(v) === 'broken') ?? p.verdicts[0]!
        return [
          [{ text: p.words[m.locale] ?? p.words.en ?? p.words.ar ?? '', record: p.id }],
          [{ text: VERDICT_WORDS[worst.verdict][m.locale], strong: true }],
          [{ text: worst.because[m.locale] }],
        ]
      }),
    })
  }
  return blocks
}

function statementRuns(m: BriefMaterial, s: Statement): readonly Run[] {
  const ar = m.locale === 'ar'
  const speaker = s.speaker?.name ?? s.speaker?.role ?? (ar ? 'متحدث لم يُسمَّ' : 'an unnamed speaker')
  const chain = s.chain.map(c => c.name)
  const via = chain.length
    ? ar
      ? ` (عبر ${chain.join('، ثم ')})`
      : ` (through ${chain.join(', then ')})`
    : ''
  const words = s.summary?.[m.locale] ?? s.paraphrase ?? s.quote ?? s.summary?.en ?? s.summary?.ar ?? ''
  return [
    { text: `${whenWords(s.when, m.accord.tz, m.locale)}: ` },
    { text: speaker, strong: true },
    { text: `${via}: ` },
    { text: words, record: s.id },
    ...(s.provenance?.url ? [{ text: ar ? ' [المصدر]' : ' [source]', url: s.provenance.url }] : []),
  ]
}
