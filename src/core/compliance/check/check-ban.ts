import type { Ban } from '../ban.ts'
import { FACT } from '../fact.ts'
import { ALWAYS } from '../prepared.ts'
import type { Explanation } from '../verdict.ts'
import { type Case, isNode, leafText, leg, level, type Node, same, say } from './case.ts'
import { checkRepair } from './check-repair.ts'
import { looked, withinAsked } from './court.ts'
import { excuseUnder, type NaiveFinding, tryProvocation, verdictOn } from './naive-rules.ts'
import { cap, ORDER } from './severity.ts'

/** The root of a prohibition's tree: no event is worse than those it shows. */
export function ban(c: Case, tree: Explanation): void {
  const b: Ban = { provision: c.p, pattern: c.p.action!, exceptions: c.p.exceptions, key: c.p.provision.id }
  const found = c.court.all
    .map(e => {
      const f = verdictOn(c.court, b, c.bearer, e)
      const inPeriod = withinAsked(f.sense.when, c.from, c.t)
      return { f, inPeriod, verdict: cap(f.verdict, inPeriod) }
    })
    .filter(x => x.inPeriod > 0 && x.f.stand.any && x.f.match > 0)
    .sort((x, y) => x.f.sense.when.hi - y.f.sense.when.hi || (x.f.e.id < y.f.e.id ? -1 : 1))
  const verdict = found.reduce(
    (v, x) => (ORDER.indexOf(x.verdict) > ORDER.indexOf(v) ? x.verdict : v),
    'HOLDING',
  )
  if (tree.verdict !== verdict) say(c, 'ban', `says ${tree.verdict}, the records give ${verdict}`)
  const top = found.filter(x => x.verdict === verdict)
  const shown = top.slice(0, 2)
  const nodes = shown.map(() => 'node event')
  const others = top.length > 2 ? [FACT.events(verdict, top.length)] : []
  if (verdict === 'HOLDING') {
    const window = { lo: Math.max(c.p.force.start.lo, c.from ?? ALWAYS.lo), hi: Math.min(c.t, c.p.force.to) }
    same(c, 'ban', tree.because.map(leafText), [
      ...(top.length ? [] : [FACT.events('HOLDING', 0)]),
      FACT.observed(window, looked(c.court, c.p, window)),
    ])
    same(c, 'ban/against', tree.against.map(leafText), [...nodes, ...others])
  } else {
    const repair = tree.because.filter(n => n.leaf === 'fact' && n.fact.startsWith('state counter-duty'))
    if (repair.length !== (c.p.reparation ? 1 : 0)) say(c, 'ban', 'the counter-duty is missing or made up')
    if (repair[0])
      checkRepair(
        c,
        repair[0],
        found.map(x => x.f),
      )
    same(c, 'ban', tree.because.filter(n => !repair.includes(n)).map(leafText), [...nodes, ...others])
  }
  const given = [...tree.because, ...tree.against].filter(isNode)
  shown.forEach((x, i) => {
    const node = given[i]
    if (node) event(c, b, node, x.f, x.inPeriod, x.verdict)
  })
}

function event(c: Case, b: Ban, node: Node, f: NaiveFinding, inPeriod: number, verdict: string): void {
  const at = `event ${f.e.id}`
  if (node.about?.event !== f.e.id) say(c, at, `is about ${node.about?.event}`)
  if (node.verdict !== verdict) say(c, at, `says ${node.verdict}, the records give ${verdict}`)
  const open = f.stand.level !== 'NONE' && f.match > 0
  const expected: string[] = ['node level']
  for (const [leg, value] of f.legs) {
    if (leg === 'zone' || leg === 'time') expected.push('node leg')
    else if (leg === 'type' || value < 2) expected.push(FACT.leg(leg, value))
  }
  if (inPeriod < 2) expected.push(FACT.period(c.from, c.t, inPeriod))
  if (open) for (const _ of b.exceptions) expected.push('node exception')
  same(c, at, node.because.map(leafText), expected)
  const nodes = node.because.filter(isNode)
  for (const n of nodes) {
    if (n.rule === 'level') level(c, at, n, f.e, f.stand)
    if (n.rule === 'leg') leg(c, at, n, f.legs.get(String(n.about?.leg)), f.sense.when.lo)
  }
  const exceptions = nodes.filter(n => n.rule === 'exception')
  if (open)
    b.exceptions.forEach((x, i) => {
      if (exceptions[i]) exception(c, b, exceptions[i], f, x)
    })
}

function exception(c: Case, b: Ban, node: Node, f: NaiveFinding, x: Ban['exceptions'][number]): void {
  const at = `event ${f.e.id}/exception ${x.exception.id}`
  const excuse = excuseUnder(c.court, b, c.bearer, f.e, f.sense, x)
  if (node.verdict !== excuse || node.about?.exception !== x.exception.id)
    say(c, at, `says ${node.verdict}, the records give ${excuse}`)
  if (!x.provocation) {
    const value = ['none', 'maybe', 'sure'].indexOf(excuse)
    same(c, at, node.because.map(leafText), [FACT.leg('target', value)])
    return
  }
  const tried = c.court.all.flatMap(o => {
    const n = tryProvocation(c.court, b, c.bearer, f.e, o, x)
    return n ? [n] : []
  })
  const order = (p: (typeof tried)[number], q: (typeof tried)[number]) =>
    p.sense.when.hi - q.sense.when.hi || (p.e.id < q.e.id ? -1 : 1)
  const carry = tried.filter(n => n.excuse !== 'none').sort(order)
  const best = carry.find(n => n.excuse === 'sure') ?? carry[0]
  same(c, at, node.because.map(leafText), [
    FACT.searched(x.exception.id, carry.length, excuse),
    ...(best ? ['node provocation'] : []),
  ])
  const p = x.provocation
  const excess = (n: (typeof tried)[number]) =>
    Math.max(n.gap.lo / Math.max(1, p.within), n.distance.least / Math.max(1, p.distance))
  const misses = best
    ? []
    : tried
        .filter(
          n =>
            n.stand.level !== 'NONE' &&
            n.gap.hi >= 0 &&
            n.gap.lo <= 2 * p.within &&
            n.distance.least <= 2 * p.distance,
        )
        .sort((m, n) => excess(m) - excess(n) || (m.e.id < n.e.id ? -1 : 1))
        .slice(0, 3)
  same(
    c,
    `${at}/misses`,
    node.against.map(leafText),
    misses.map(() => 'node provocation'),
  )
  const nodes = [...node.because, ...node.against].filter(isNode)
  ;[...(best ? [best] : []), ...misses].forEach((n, i) => {
    const given = nodes[i]
    if (!given) return
    const here = `${at}/${n.e.id}`
    if (given.about?.other !== n.e.id || given.verdict !== n.excuse)
      say(c, here, `is about ${given.about?.other}: ${given.verdict}`)
    same(c, here, given.because.map(leafText), [
      FACT.gap(n.gap, p.within, n.after),
      FACT.distance(n.distance.least, n.distance.most, p.distance, n.near),
      ...(x.maxStep === undefined
        ? []
        : [FACT.proportion(f.sense.weapons, n.sense.weapons, x.maxStep, n.proportion)]),
      ...(n.pattern < 2 ? [FACT.leg('pattern', n.pattern)] : []),
      ...(n.unlawful < 2 ? [FACT.leg('unlawful', n.unlawful)] : []),
      'node level',
    ])
    for (const l of given.because.filter(isNode)) level(c, here, l, n.e, n.stand)
  })
}
