import { FACT } from '../fact.ts'
import type { Explanation } from '../verdict.ts'
import { type Case, isNode, leafText, leg, level, type Node, same, say } from './case.ts'
import { looked } from './court.ts'
import { dutyAt, type NaiveDuty, type NaiveState } from './naive-duty.ts'
import { senseOf } from './naive-evidence.ts'
import type { NaiveAct } from './naive-instances.ts'

/** The root of a duty's tree, and each instance it shows. */
export function duty(c: Case, tree: Explanation): void {
  const d = dutyAt(c.court, c.p, c.bearer, c.t)
  const aside = ['DORMANT', 'SUSPENDED', 'DISCHARGED'].includes(tree.verdict ?? '')
  if (!aside && tree.verdict !== d.verdict && !waits(tree))
    say(c, 'duty', `says ${tree.verdict}, the records give ${d.verdict}`)
  const quantity = tree.because.find(n => n.leaf === 'fact' && n.fact.startsWith('quantity'))
  if (quantity && leafText(quantity) !== FACT.quantity(d.low, d.high, d.required))
    say(c, 'duty', `${leafText(quantity)} is not what the records give`)
  for (const n of tree.because) {
    if (n.leaf === 'fact' && !/^(quantity|state|codes|events)/.test(n.fact))
      say(c, 'duty', `knows no fact '${n.fact}'`)
    if (n.leaf === 'fact' && n.fact.startsWith('state')) checkWait(c, n.fact)
    if (n.leaf === 'fact' && n.fact.startsWith('codes')) checkCodes(c, tree.verdict ?? '', n.fact)
    if (n.leaf === 'fact' && n.fact.startsWith('events')) checkCount(c, n.fact, d)
    if (n.leaf === 'record' && !isRelease(c, n.record))
      say(c, 'duty', `record ${n.record} releases nobody from this`)
    if (n.leaf === 'zone') say(c, 'duty', 'a zone proves nothing here')
  }
  const nodes = tree.because.filter(isNode)
  for (const n of nodes) {
    const s = d.states.find(x => x.instance.key === n.about?.instance)
    if (!s) say(c, 'duty', `has no instance ${n.about?.instance}`)
    else instance(c, n, s)
  }
}

const waits = (tree: Explanation): boolean =>
  tree.because.some(n => n.leaf === 'fact' && n.fact.startsWith('state'))

function checkWait(c: Case, fact: string): void {
  const linked = c.p.provision.reciprocity && c.prepared.byId.get(c.p.provision.reciprocity.with)
  const [, who, verdict] = /^state (\S+) = (\S+)$/.exec(fact) ?? []
  const other = linked?.bearers.find(b => b.key === who)
  const given =
    !linked || !other
      ? undefined
      : linked.judged === 'obligation'
        ? dutyAt(c.court, linked, other, c.t).verdict
        : verdict
  if (given !== verdict) say(c, 'duty/waits', `${fact}: the records give ${given}`)
}

function checkCodes(c: Case, verdict: string, fact: string): void {
  const codes = fact.split(' ').slice(1)
  const known: Record<string, readonly string[]> = {
    DORMANT: ['no-trigger', 'condition-not-met'],
    SUSPENDED: ['suspended', 'reciprocity'],
    DISCHARGED: ['released', 'superseded'],
  }
  if (codes.length !== 1 || !known[verdict]?.includes(codes[0]!))
    say(c, 'duty', `'${fact}' does not give ${verdict}`)
}

function checkCount(c: Case, fact: string, d: NaiveDuty): void {
  const n = d.states.filter(s =>
    d.verdict === 'PARTIAL' && c.p.items ? s.verdict !== 'FULFILLED' : s.verdict === d.verdict,
  ).length
  if (fact !== FACT.events(d.verdict, n)) say(c, 'duty', `${fact}: the records give ${n}`)
}

const isRelease = (c: Case, id: string): boolean =>
  c.court.records.some(
    r =>
      r.id === id &&
      r.kind === 'discharge' &&
      r.received <= c.court.k &&
      r.provision === c.p.provision.id &&
      r.when.hi <= c.t,
  )

function instance(c: Case, node: Node, s: NaiveState): void {
  const at = `instance ${s.instance.key}`
  if (node.verdict !== s.verdict) say(c, at, `says ${node.verdict}, the records give ${s.verdict}`)
  const order = (a: NaiveAct, b: NaiveAct) => {
    const [x, y] = [senseOf(a.e, c.p.rule, c.prepared).when, senseOf(b.e, c.p.rule, c.prepared).when]
    return x.hi - y.hi || (a.e.id < b.e.id ? -1 : 1)
  }
  const best = [...s.best].sort(order).slice(0, 3)
  const expected: string[] = []
  if (s.instance.ground) expected.push('node level')
  expected.push(FACT.due(s.instance.due, c.p.lag))
  for (const _ of best) expected.push('node performance')
  if (best.length === 0) {
    expected.push('none')
    if (s.verdict === 'OVERDUE' || s.verdict === 'UNVERIFIED')
      expected.push(FACT.observed(s.instance.watch, looked(c.court, c.p, s.instance.watch)))
  }
  same(c, at, node.because.map(leafText), expected)
  const nodes = node.because.filter(isNode)
  const ground = nodes.find(n => n.rule === 'level')
  if (ground && s.instance.ground) level(c, at, ground, s.instance.ground.e, s.instance.ground.stand)
  nodes
    .filter(n => n.rule === 'performance')
    .forEach((n, i) => {
      if (best[i]) performance(c, at, n, best[i], s.instance.due !== undefined)
    })
  const refused = best.length
    ? []
    : s.instance.acts
        .filter(
          a => a.stand.level === 'NONE' && a.stand.c > 0 && senseOf(a.e, c.p.rule, c.prepared).when.lo <= c.t,
        )
        .sort(order)
        .slice(0, 3)
  same(
    c,
    `${at}/against`,
    node.against.map(leafText),
    refused.map(() => 'node performance'),
  )
  node.against.filter(isNode).forEach((n, i) => {
    if (refused[i]) performance(c, at, n, refused[i], s.instance.due !== undefined)
  })
}

function performance(c: Case, above: string, node: Node, a: NaiveAct, dated: boolean): void {
  const at = `${above}/${a.e.id}`
  if (node.about?.event !== a.e.id) say(c, at, `is about ${node.about?.event}`)
  const expected: string[] = ['node level']
  for (const [leg, value] of a.legs) {
    if (leg === 'zone' && c.p.perform?.zone) expected.push('node leg')
    else if (leg === 'type' || value < 2) expected.push(FACT.leg(leg, value))
  }
  if (dated) expected.push(FACT.onTime(a.onTime))
  same(c, at, node.because.map(leafText), expected)
  const when = senseOf(a.e, c.p.rule, c.prepared).when.lo
  for (const n of node.because.filter(isNode)) {
    if (n.rule === 'level') level(c, at, n, a.e, a.stand)
    if (n.rule === 'leg') leg(c, at, n, a.legs.find(l => l[0] === n.about?.leg)?.[1], when)
  }
}
