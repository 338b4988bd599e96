import { doubtful, type Finding } from './finding.ts'
import type { Accord } from './model.ts'

/** What a ceasefire text should hold, after the UN DPPA guidance of 2022, chapter 1. */
const ELEMENTS: readonly {
  readonly id: string
  readonly what: string
  readonly held: (a: Accord) => boolean
}[] = [
  {
    id: 'formal_text',
    what: 'a formal, written text between the parties to the conflict',
    held: a =>
      a.form === 'written' && a.documents.every(d => d.signatories.some(s => roleOf(a, s) === 'party')),
  },
  { id: 'purpose', what: 'its purpose and its link to a political process', held: a => !!a.purpose?.length },
  {
    id: 'start_and_term',
    what: 'when it starts and how long it lasts or when it is reviewed',
    held: a =>
      a.documents.every(
        d =>
          !!d.starts.length &&
          (!!d.ends?.length || a.provisions.some(p => p.kind === 'time_limit' && p.source.document === d.id)),
      ),
  },
  { id: 'area', what: 'the area it covers', held: a => a.coverage !== undefined && a.zones.length > 0 },
  {
    id: 'acts',
    what: 'which acts are prohibited and which permitted',
    held: a =>
      has(a, 'prohibition') &&
      (has(a, 'permission') || a.provisions.some(p => p.exceptions?.some(x => x.reading === 'default'))),
  },
  {
    id: 'monitoring',
    what: 'monitoring and verification',
    held: a =>
      a.provisions.some(p => MONITORING.test(p.act ?? '') && p.kind !== 'definition' && p.kind !== 'recital'),
  },
  {
    id: 'disputes',
    what: 'how disputes over it are handled',
    held: a =>
      a.provisions.some(
        p => /^(investigate|settle_disputes)$/.test(p.act ?? '') || p.reparation !== undefined,
      ),
  },
]

const MONITORING = /^(monitor|patrol|verify|keep_post)/
const roleOf = (a: Accord, id: string) => a.parties.find(p => p.id === id)?.role
const has = (a: Accord, kind: string) => a.provisions.some(p => p.kind === kind)

/** Elements the file holds nothing for. A gap that the author names under `gaps` is known, and not reported. */
export function gapFindings(accord: Accord): Finding[] {
  const known = accord.gaps ?? []
  return ELEMENTS.flatMap(({ id, what, held }) => {
    if (!held(accord) && !known.some(g => g.element === id))
      return [
        doubtful(
          'gap',
          'provisions',
          `nothing here gives ${what}`,
          `a provision or field that does, or an entry under gaps with element: ${id}`,
        ),
      ]
    return []
  })
}
