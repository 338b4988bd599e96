import { FACT } from '../fact.ts'
import type { Bearer, Prepared, PreparedProvision } from '../prepared.ts'
import type { ExplanationNode } from '../verdict.ts'
import type { Court } from './court.ts'
import type { Happening } from './happening.ts'
import type { Stand } from './naive-standing.ts'

/** What does not hold in a tree, and where: the path of rules from the root. */
export type Fault = { readonly at: string; readonly what: string }

/** A node of a tree that is no leaf. */
export type Node = Exclude<ExplanationNode, { readonly leaf: string }>

/** Is this part of a tree a rule, not a leaf? */
export const isNode = (n: ExplanationNode): n is Node => n.leaf === undefined

/** One tree under examination, and the faults found so far. */
export type Case = {
  readonly court: Court
  readonly prepared: Prepared
  readonly p: PreparedProvision
  readonly bearer: Bearer
  readonly t: number
  readonly from: number | undefined
  readonly faults: Fault[]
  readonly verdict: string
}

/** Notes a fault. */
export const say = (c: Case, at: string, what: string): void => {
  c.faults.push({ at, what })
}

/** Compares a list of leaves or nodes with what it must be, in order. */
export function same(c: Case, at: string, found: readonly string[], expected: readonly string[]): void {
  if (found.join('\n') !== expected.join('\n'))
    say(c, at, `has [${found.join(' | ')}], must have [${expected.join(' | ')}]`)
}

/** What a leaf says, in one line that can be compared. */
export const leafText = (n: ExplanationNode): string =>
  n.leaf === 'record'
    ? `record ${n.record}`
    : n.leaf === 'zone'
      ? `zone ${n.zone}@${n.version}`
      : n.leaf === 'fact'
        ? n.fact
        : `node ${n.rule}`

/** The node of an evidence level: minimal support, the pair, capped counter-evidence. */
export function level(c: Case, at: string, node: Node, e: Happening, s: Stand): void {
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

/** The node of one condition of a match: its value, and the zone version or span of force it leans on. */
export function leg(c: Case, at: string, node: Node, value: number | undefined, when: number): void {
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
