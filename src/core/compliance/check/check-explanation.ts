import type { Accord } from '../../accord/model.ts'
import type { EvidenceRecord } from '../../evidence/record.ts'
import { FACT } from '../fact.ts'
import { judge } from '../judge.ts'
import { prepare } from '../prepare.ts'
import type { Explanation } from '../verdict.ts'
import { type Case, type Fault, leafText, same, say } from './case.ts'
import { ban } from './check-ban.ts'
import { duty } from './check-duty.ts'
import { courtOf } from './court.ts'
import { dutyAt } from './naive-duty.ts'

/**
 * Verifies an explanation from the accord and the records alone, with its own reading of the rules and
 * no index: every leaf must be what the records give, every rule must follow from its leaves, and what
 * the tree says is absent (worse events, other provocations, better performances) is searched for again.
 *
 * Slow by design: the whole set of records is read for every question. Text (`words`) is not checked,
 * it is rendered from what is.
 *
 * @returns the faults found; an empty list means the tree holds.
 */
export function checkExplanation(
  accord: Accord,
  records: readonly EvidenceRecord[],
  tree: Explanation,
): Fault[] {
  const a = tree.about
  if (!a || a.accord !== accord.id) return [{ at: tree.rule, what: 'is not about this accord' }]
  const prepared = prepare(accord, String(a.reading))
  const p = prepared.byId.get(String(a.provision))
  const bearer = p?.bearers.find(b => b.key === a.bearer)
  if (!p || !bearer) return [{ at: tree.rule, what: `no provision ${a.provision} binding ${a.bearer}` }]
  const asked = { t: Number(a.t), k: Number(a.k), ...(a.from !== undefined && { from: Number(a.from) }) }
  const c: Case = {
    court: courtOf(prepared, records, asked.k, (court, x, y, t) => dutyAt(court, x, y, t).verdict),
    prepared,
    p,
    bearer,
    t: asked.t,
    from: asked.from,
    faults: [],
    verdict: tree.verdict ?? '',
  }
  root(c, tree, records)
  return c.faults
}

function root(c: Case, tree: Explanation, records: readonly EvidenceRecord[]): void {
  // What would settle it is a set of what-ifs about the table: the one part asked of the judge itself.
  const v = judge(c.prepared, records, {
    t: c.t,
    k: c.court.k,
    ...(c.from !== undefined && { from: c.from }),
  }).find(
    x =>
      x.provision === c.p.provision.id &&
      x.bearer.join('+') === c.bearer.key &&
      !x.codes.includes('obstruction'),
  )
  same(
    c,
    `${tree.rule}/missing`,
    tree.missing.map(leafText),
    (v?.settles ?? []).map(s => FACT.settle(s.to, s.event, s.what.en)),
  )
  if (tree.rule === 'ban') ban(c, tree)
  else if (tree.rule === 'duty') duty(c, tree)
  else if (tree.rule === 'permission')
    same(
      c,
      'permission',
      [...tree.because, ...tree.against].map(leafText),
      [...v!.evidenceFor, ...v!.evidenceAgainst].map(r => `record ${r}`),
    )
  else outside(c, tree)
}

/** A text that is not in force, or a clause that sets no duty. */
function outside(c: Case, tree: Explanation): void {
  const early = c.t < c.p.force.start.lo
  if (tree.rule === 'not-in-force') {
    if ((!early && c.t <= c.p.force.to) || tree.verdict !== 'NOT_IN_FORCE')
      say(c, tree.rule, 'the text is in force')
    same(c, tree.rule, tree.because.map(leafText), [
      `codes ${early ? 'not-yet' : (c.p.force.ended ?? 'window')}`,
    ])
    return
  }
  if (c.p.judged !== 'none' || tree.verdict !== 'NOT_JUDGED') say(c, tree.rule, 'the clause is judged')
  same(c, tree.rule, tree.because.map(leafText), ['codes no-duty'])
}
