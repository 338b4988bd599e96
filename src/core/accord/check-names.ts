import { type Finding, wrong } from './finding.ts'
import type { Accord, Exception, Pattern, Provision, ProvisionPatch } from './model.ts'
import { nearest } from './nearest.ts'

type Kind = 'party' | 'zone' | 'reading' | 'document' | 'provision' | 'agenda item'

/** Ids that stand twice, and names that lead nowhere. */
export function nameFindings(accord: Accord): Finding[] {
  const found: Finding[] = []
  const known: Record<Kind, readonly string[]> = {
    party: accord.parties.map(x => x.id),
    zone: accord.zones.map(x => x.id),
    reading: accord.readings.map(x => x.id),
    document: accord.documents.map(x => x.id),
    provision: accord.provisions.map(x => x.id),
    'agenda item': (accord.agenda ?? []).map(x => x.id),
  }
  const names = new Names(known, found)

  twice(accord.parties, 'parties', found)
  twice(accord.documents, 'documents', found)
  twice(accord.zones, 'zones', found)
  twice(accord.readings, 'readings', found)
  twice(accord.provisions, 'provisions', found)
  twice(accord.agenda ?? [], 'agenda', found)
  accord.documents.forEach((d, i) => void twice(d.starts, `documents[${i}].starts`, found))
  if (!known.reading.includes('default'))
    found.push(
      wrong(
        'no-default-reading',
        'readings',
        "no reading has the id 'default'",
        'one reading with id: default, author: cell',
      ),
    )

  names.needs('zone', accord.area, 'area')
  accord.parties.forEach((p, i) => void names.needs('party', p.answersTo, `parties[${i}].answersTo`))
  accord.documents.forEach((d, i) => {
    const at = `documents[${i}]`
    names.each('party', d.signatories, `${at}.signatories`)
    names.each('party', d.guarantors, `${at}.guarantors`)
    names.needs('document', d.supersedes, `${at}.supersedes`)
    d.starts.forEach((s, j) => void names.needs('party', s.claimant, `${at}.starts[${j}].claimant`))
    d.ends?.forEach((e, j) => void names.needs('party', e.by, `${at}.ends[${j}].by`))
  })
  accord.readings.forEach((r, i) => {
    if (r.author !== 'cell') names.needs('party', r.author, `readings[${i}].author`, "'cell' or a party id")
    for (const [document, start] of Object.entries(r.starts ?? {})) {
      const at = `readings[${i}].starts.${document}`
      names.needs('document', document, at)
      const starts = accord.documents.find(d => d.id === document)?.starts
      if (starts && !starts.some(s => s.id === start))
        found.push(
          wrong(
            'dangling-name',
            at,
            `the document '${document}' has no start '${start}'`,
            `one of ${starts.map(s => s.id).join(', ')}`,
          ),
        )
    }
  })
  accord.provisions.forEach((p, i) => {
    const at = `provisions[${i}]`
    provisionNames(p, at, names)
    names.each('reading', p.readings, `${at}.readings`)
    for (const [reading, patch] of Object.entries(p.under ?? {})) {
      names.needs('reading', reading, `${at}.under.${reading}`)
      provisionNames(patch, `${at}.under.${reading}`, names)
    }
    const ids = (p.exceptions ?? []).map(x => ({ id: x.id }))
    twice(ids, `${at}.exceptions`, found)
  })
  accord.agenda?.forEach((a, i) => {
    names.needs('agenda item', a.parent, `agenda[${i}].parent`)
    names.needs('provision', a.provision, `agenda[${i}].provision`)
  })
  return found
}

function provisionNames(p: ProvisionPatch, at: string, names: Names): void {
  p.bearer?.forEach((b, i) => {
    if (typeof b === 'string') names.needs('party', b, `${at}.bearer[${i}]`)
    else names.each('party', b, `${at}.bearer[${i}]`)
  })
  for (const [party, guarantor] of Object.entries(p.boundThrough ?? {})) {
    names.needs('party', party, `${at}.boundThrough.${party}`)
    names.needs('party', guarantor, `${at}.boundThrough.${party}`)
  }
  names.needs('document', p.source?.document, `${at}.source.document`)
  p.disputes?.forEach((d, i) => {
    d.positions.forEach((pos, j) => {
      names.needs('party', pos.by, `${at}.disputes[${i}].positions[${j}].by`)
      names.needs('reading', pos.reading, `${at}.disputes[${i}].positions[${j}].reading`)
    })
  })
  for (const key of ['action', 'perform', 'trigger', 'obstruction'] as const)
    patternNames(p[key], `${at}.${key}`, names)
  patternNames(p.over?.items, `${at}.over.items`, names)
  patternNames(p.reparation?.perform, `${at}.reparation.perform`, names)
  names.each('party', [p.reparation?.bearer ?? []].flat(), `${at}.reparation.bearer`)
  if (Array.isArray(p.trigger?.by)) names.each('party', p.trigger.by, `${at}.trigger.by`)
  names.needs('document', p.after?.document, `${at}.after.document`)
  names.needs('provision', p.after?.provision, `${at}.after.provision`)
  names.needs('provision', p.reciprocity?.with, `${at}.reciprocity.with`)
  names.needs('provision', p.supersededBy, `${at}.supersededBy`)
  names.each('party', p.protects, `${at}.protects`)
  p.exceptions?.forEach((x, i) => void exceptionNames(x, `${at}.exceptions[${i}]`, names))
}

function exceptionNames(x: Exception, at: string, names: Names): void {
  names.needs('reading', x.reading, `${at}.reading`)
  names.each('party', x.target, `${at}.target`)
  names.needs('document', x.source?.document, `${at}.source.document`)
  patternNames(x.provocation, `${at}.provocation`, names)
  if (Array.isArray(x.provocation?.by)) names.each('party', x.provocation.by, `${at}.provocation.by`)
}

function patternNames(p: Pattern | undefined, at: string, names: Names): void {
  names.needs('zone', p?.in, `${at}.in`)
  names.each('party', p?.target, `${at}.target`)
}

class Names {
  private readonly known: Record<Kind, readonly string[]>
  private readonly found: Finding[]
  constructor(known: Record<Kind, readonly string[]>, found: Finding[]) {
    this.known = known
    this.found = found
  }

  needs(kind: Kind, name: string | undefined, field: string, expected?: string): void {
    if (name === undefined || this.known[kind].includes(name)) return
    const near = nearest(name, this.known[kind])
    const all = this.known[kind]
    this.found.push(
      wrong(
        'dangling-name',
        field,
        `there is no ${kind} '${name}'${near ? `, did you mean '${near}'?` : ''}`,
        expected ?? (all.length ? `one of ${all.join(', ')}` : `a ${kind} of this file`),
      ),
    )
  }

  each(kind: Kind, list: readonly string[] | undefined, field: string): void {
    list?.forEach((name, i) => void this.needs(kind, name, `${field}[${i}]`))
  }
}

function twice(list: readonly { readonly id: string }[], at: string, found: Finding[]): void {
  const first = new Map<string, number>()
  list.forEach((x, i) => {
    const before = first.get(x.id)
    if (before === undefined) first.set(x.id, i)
    else
      found.push(
        wrong(
          'id-twice',
          `${at}[${i}].id`,
          `the id '${x.id}' stands twice`,
          'each id once',
          `${at}[${before}].id`,
        ),
      )
  })
}

/** A provision's effective field path under a reading: in the patch where the patch sets it. */
export function fieldUnder(
  provision: Provision,
  index: number,
  reading: string,
  key: keyof ProvisionPatch,
): string {
  const at = `provisions[${index}]`
  return provision.under?.[reading]?.[key] === undefined ? `${at}.${key}` : `${at}.under.${reading}.${key}`
}
