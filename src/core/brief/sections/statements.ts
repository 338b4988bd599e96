import type { Statement } from '../../statement/statement.ts'
import { standingOf, VERDICT_WORDS } from '../../view/verdict-words.ts'
import type { Block, Run } from '../brief.ts'
import { whenWords } from '../dates.ts'
import type { BriefMaterial } from '../material.ts'
import { inPeriod, partyWords } from './say.ts'

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

/**
 * The speaker in the brief's language. A name in the other script stays as it is only where it is a
 * person's own; a description ("a source in …") is said by its kind and party instead.
 */
function speakerWords(m: BriefMaterial, s: Statement): string {
  const ar = m.locale === 'ar'
  const unnamed = ar ? 'متحدث لم يُسمَّ' : 'an unnamed speaker'
  const given = s.speaker?.name ?? s.speaker?.role
  const party = s.speaker?.party === undefined ? undefined : partyWords(m, [s.speaker.party])
  const inScript = given !== undefined && /[\u0600-\u06ff]/.test(given) === ar
  if (given !== undefined && (inScript || (s.speaker?.named === 'named' && party === undefined))) return given
  if (s.speaker?.named === 'named' && given !== undefined) return `${given} (${party})`
  if (s.speaker?.named === 'unnamed' || party === undefined)
    return party === undefined ? (given ?? unnamed) : `${unnamed} (${party})`
  return party
}

function statementRuns(m: BriefMaterial, s: Statement): readonly Run[] {
  const ar = m.locale === 'ar'
  const speaker = speakerWords(m, s)
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
