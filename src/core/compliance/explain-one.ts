import type { Words } from '../words.ts'
import { banOf } from './ban.ts'
import { summariseBan } from './ban-summary.ts'
import type { Docket } from './docket.ts'
import { explainBan } from './explain-ban.ts'
import { explainDuty } from './explain-duty.ts'
import { settleLeaves } from './explain-parts.ts'
import { TREE } from './explain-templates.ts'
import { judgeOne, type Question } from './judge-one.ts'
import { dutyFinding } from './obligation.ts'
import type { Bearer, PreparedProvision } from './prepared.ts'
import { fill, instantWords, partyWords, reasons } from './say.ts'
import type { Explanation, ExplanationNode, Verdict } from './verdict.ts'
import { VERDICT_NAMES } from './verdict-names.ts'

/** The derivation of one verdict on an open docket, however many records it holds. */
export function explainOne(
  d: Docket,
  p: PreparedProvision,
  bearer: Bearer,
  asked: Omit<Question, 'k'>,
): Explanation {
  const verdict = judgeOne(d, p, bearer, asked)
  const body = bodyOf(d, p, bearer, asked, verdict)
  return {
    rule: body.rule,
    verdict: verdict.verdict,
    about: {
      accord: d.prepared.accord.id,
      reading: d.prepared.reading,
      provision: p.provision.id,
      bearer: bearer.key,
      t: asked.t,
      k: d.act.k,
      ...(asked.from !== undefined && { from: asked.from }),
    },
    words: headline(d, p, bearer, asked.t, verdict),
    because: body.because,
    against: body.against,
    missing: settleLeaves(verdict.settles),
  }
}

function headline(d: Docket, p: PreparedProvision, bearer: Bearer, t: number, verdict: Verdict): Words {
  const { accord, reading } = d.prepared
  return fill(TREE.root, {
    provision: p.provision.title,
    party: partyWords(accord, bearer.members),
    verdict: VERDICT_NAMES[verdict.verdict],
    t: instantWords(t, accord.tz),
    k: instantWords(d.act.k, accord.tz),
    reading: accord.readings.find(r => r.id === reading)?.name ?? reading,
  })
}

type Body = {
  readonly rule: string
  readonly because: readonly ExplanationNode[]
  readonly against: readonly ExplanationNode[]
}

function bodyOf(
  d: Docket,
  p: PreparedProvision,
  bearer: Bearer,
  asked: Omit<Question, 'k'>,
  verdict: Verdict,
): Body {
  if (verdict.verdict === 'NOT_IN_FORCE' || verdict.verdict === 'NOT_JUDGED')
    return {
      rule: verdict.verdict === 'NOT_JUDGED' ? 'not-judged' : 'not-in-force',
      because: [{ leaf: 'fact', fact: `codes ${verdict.codes.join(' ')}`, words: reasons(verdict.codes) }],
      against: [],
    }
  if (p.judged === 'prohibition') {
    const ban = banOf(p)
    return explainBan(d, ban, bearer, summariseBan(d, ban, bearer, asked.t, asked.from), asked.t, asked.from)
  }
  if (p.judged === 'obligation') return explainDuty(d, p, bearer, dutyFinding(d, p, bearer, asked.t), asked.t)
  return {
    rule: 'permission',
    because: verdict.evidenceFor.map(id => recordLeaf(d, id)),
    against: verdict.evidenceAgainst.map(id => recordLeaf(d, id)),
  }
}

function recordLeaf(d: Docket, id: string): ExplanationNode {
  const claim = d.act.claims.find(c => c.id === id)
  const words = claim
    ? fill(claim.stance === 'asserts' ? TREE.for : TREE.against, {
        source: claim.source,
        grade: `${claim.grade.reliability}${claim.grade.credibility}`,
      })
    : { en: id, ar: id }
  return { leaf: 'record', record: id, words }
}
