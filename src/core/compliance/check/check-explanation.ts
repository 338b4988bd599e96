import type { Accord } from '../../accord/model.ts'
import type { EvidenceRecord } from '../../evidence/record.ts'
import { FACT } from '../fact.ts'
import { judge } from '../judge.ts'
import { prepare } from '../prepare.ts'
import { ALWAYS, type Bearer, type Prepared, type PreparedProvision } from '../prepared.ts'
import type { Ban } from '../prohibition.ts'
import type { Explanation, ExplanationNode } from '../verdict.ts'
import { dutyAt, type NaiveAct, type NaiveDuty, type NaiveState } from './naive-duty.ts'
import { type Happening, type Stand, senseOf } from './naive-evidence.ts'
import {
  type Court,
  courtOf,
  excuseUnder,
  looked,
  type NaiveFinding,
  tryProvocation,
  verdictOn,
  withinAsked,
} from './naive-rules.ts'

/** What does not hold in a tree, and where: the path of rules from the root. */
export type Fault = { readonly at: string; readonly what: string }

type Node = Exclude<ExplanationNode, { readonly leaf: string }>
const isNode = (n: ExplanationNode): n is Node => n.leaf === undefined

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

type Case = {
  readonly court: Court
  readonly prepared: Prepared
  readonly p: PreparedProvision
  readonly bearer: Bearer
  readonly t: number
  readonly from: number | undefined
  readonly faults: Fault[]
  readonly verdict: string
}

const say = (c: Case, at: string, what: string): void => {
  c.faults.push({ at, what })
}

/** Compares a list of leaves or nodes with what it must be, in order. */
function same(c: Case, at: string, found: readonly string[], expected: readonly string[]): void {
  if (found.join('\n') !== expected.join('\n'))
    say(c, at, `has [${found.join(' | ')}], must have [${expected.join(' | ')}]`)
}

const leafText = (n: ExplanationNode): string =>
  n.leaf === 'record'
    ? `record ${n.record}`
    : n.leaf === 'zone'
      ? `zone ${n.zone}@${n.version}`
      : n.leaf === 'fact'
        ? n.fact
        : `node ${n.rule}`

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

const ORDER = ['HOLDING', 'PERMITTED', 'ALLEGED', 'DISPUTED', 'POSSIBLE', 'BREACHED']
const cap = (v: string, inPeriod: number): string =>
  inPeriod === 0 ? 'HOLDING' : inPeriod === 1 && v === 'BREACHED' ? 'POSSIBLE' : v

function ban(c: Case, tree: Explanation): void {
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

/** The counter-duty's verdict is a matter of its own tree; here only whether it has a ground. */
function checkRepair(c: Case, leaf: ExplanationNode, found: readonly NaiveFinding[]): void {
  const on = c.p.reparation!.on
  const ground = found.some(f => ORDER.indexOf(f.verdict) >= ORDER.indexOf(on))
  const stated = leaf.leaf === 'fact' ? leaf.fact.split(' = ')[1]! : ''
  const duty = counterDuty(
    c,
    found.filter(f => ORDER.indexOf(f.verdict) >= ORDER.indexOf(on)),
  )
  const expected = ground ? duty : found.some(f => f.verdict !== 'HOLDING') ? 'DISCHARGED' : 'DORMANT'
  if (stated !== expected) say(c, 'ban/counter-duty', `says ${stated}, the records give ${expected}`)
}

function counterDuty(c: Case, grounds: readonly NaiveFinding[]): string {
  const r = c.p.reparation!
  const states = grounds.map(f => {
    const only: Court = { ...c.court }
    const p: PreparedProvision = {
      ...c.p,
      perform: r.perform,
      within: r.within,
      deadline: undefined,
      items: undefined,
      recurring: undefined,
      provision: { ...c.p.provision, quantity: 1, trigger: undefined } as PreparedProvision['provision'],
      trigger: { pattern: { types: [] }, types: f.sense.types },
    } as PreparedProvision
    const all = dutyAt(only, p, r.bearer ?? c.bearer, c.t)
    return { f, all }
  })
  return worstOfRepairs(c, states)
}

const BAD =
  'DORMANT DISCHARGED SUSPENDED FULFILLED PENDING LATE CLAIMED POSSIBLY CONTESTED UNVERIFIED PARTIAL OVERDUE'.split(
    ' ',
  )

function worstOfRepairs(c: Case, states: readonly { f: NaiveFinding; all: NaiveDuty }[]): string {
  let worst = 'DORMANT'
  for (const { f, all } of states) {
    const own = all.states.find(s => s.instance.ground?.e.id === f.e.id)
    // The ground's certainty is that of the breach, not of "it happened".
    const certain = f.match === 2 && f.stand.level === 'ESTABLISHED'
    let v = own?.verdict ?? 'DORMANT'
    if (own && own.best.length === 0 && own.instance.due && c.t > own.instance.due.hi + c.p.lag)
      v = certain
        ? looked(c.court, c.p, own.instance.watch) === 'yes'
          ? 'OVERDUE'
          : 'UNVERIFIED'
        : 'PENDING'
    if (BAD.indexOf(v) > BAD.indexOf(worst)) worst = v
  }
  return worst
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

function level(c: Case, at: string, node: Node, e: Happening, s: Stand): void {
  if (node.about?.event !== e.id) say(c, `${at}/level`, `is about ${node.about?.event}`)
  if (node.verdict !== s.level) say(c, `${at}/level`, `says ${node.verdict}, the records give ${s.level}`)
  same(c, `${at}/level`, node.because.map(leafText), [
    ...s.support.map(r => `record ${r}`),
    FACT.pair(s.p, s.c, s.origins.for, s.origins.against, c.p.rule.independent, s.admitted),
  ])
  same(c, `${at}/level/against`, node.against.map(leafText), [
    ...s.counter.slice(0, 5).map(r => `record ${r}`),
    ...(s.counter.length > 5 ? [FACT.counter(s.counter.length)] : []),
  ])
}

function leg(c: Case, at: string, node: Node, value: number | undefined, when: number): void {
  const name = String(node.about?.leg)
  if (node.certainty !== value) say(c, `${at}/${name}`, `says ${node.certainty}, the records give ${value}`)
  if (name === 'zone') {
    const zone = c.prepared.zones.get(String(node.about?.zone))
    const versions = zone?.versions ?? []
    const version =
      versions.find(v => v.window.lo <= when && when <= v.window.hi) ??
      versions.filter(v => v.window.lo <= when).at(-1) ??
      versions[0]
    same(c, `${at}/zone`, node.because.map(leafText), version ? [`zone ${zone!.id}@${version.id}`] : [])
  } else if (node.because.length > 0)
    same(c, `${at}/${name}`, node.because.map(leafText), [
      FACT.force(c.p.force.start, c.p.force.to, value ?? -1),
    ])
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

function duty(c: Case, tree: Explanation): void {
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
