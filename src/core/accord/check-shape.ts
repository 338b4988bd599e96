import { isA } from '../event/types.ts'
import { fieldUnder } from './check-names.ts'
import { doubtful, type Finding, wrong } from './finding.ts'
import type { Accord, Exception, Modality, Provision, ProvisionPatch } from './model.ts'
import { underReading } from './under.ts'

const DUE = ['deadline', 'within', 'recurring'] as const
const JUDGED: readonly Modality[] = ['prohibition', 'obligation', 'permission', 'maintain']
const MAY_BE_DUE: readonly Modality[] = ['obligation', 'time_limit', 'mechanism']

/** Rules on one clause at a time, as each reading has it. */
export function shapeFindings(accord: Accord): Finding[] {
  const found: Finding[] = []
  accord.provisions.forEach((p, i) => {
    for (const reading of accord.readings) {
      const p1 = underReading(p, reading.id)
      if (p1) found.push(...clauseShape(accord, p1, key => fieldUnder(p, i, reading.id, key)))
    }
    found.push(...exceptionFindings(p, `provisions[${i}]`))
    for (const reading of Object.keys(p.under ?? {}))
      if (p.readings && !p.readings.includes(reading))
        found.push(
          wrong(
            'unreachable',
            `provisions[${i}].under.${reading}`,
            `the clause does not exist under '${reading}', so this never applies`,
            `one of ${p.readings.join(', ')}`,
            `provisions[${i}].readings`,
          ),
        )
  })
  accord.parties.forEach((p, i) => {
    const guarantor = accord.parties.find(g => g.id === p.answersTo)
    if (guarantor && guarantor.role !== 'guarantor' && !(p.role === 'group' && guarantor.role === 'party'))
      found.push(
        doubtful(
          'not-a-guarantor',
          `parties[${i}].answersTo`,
          `'${guarantor.id}' is a ${guarantor.role}`,
          'a party with role: guarantor, or for a group the party it belongs to',
        ),
      )
  })
  found.push(...rounds(accord))
  return found
}

type FieldOf = (key: keyof ProvisionPatch) => string

function clauseShape(accord: Accord, p: Provision, at: FieldOf): Finding[] {
  const found: Finding[] = []
  const dues = DUE.filter(k => p[k] !== undefined)
  if (dues.length > 1)
    found.push(
      wrong(
        'two-deadlines',
        at(dues[1]!),
        `'${dues.join("' and '")}' stand together`,
        'exactly one of deadline, within and recurring',
        at(dues[0]!),
      ),
    )
  if (dues.length && !MAY_BE_DUE.includes(p.kind))
    found.push(
      wrong(
        'deadline-misplaced',
        at(dues[0]!),
        `a ${p.kind} has no deadline`,
        'an obligation, or no deadline',
        at('kind'),
      ),
    )
  if (p.within !== undefined && !p.trigger && !p.after)
    found.push(
      wrong(
        'within-of-what',
        at('within'),
        "'within' runs from nothing",
        'a trigger, or after: {document: …}',
      ),
    )
  if (p.after && p.within === undefined)
    found.push(
      wrong(
        'after-without-within',
        at('after'),
        "'after' needs a length of time",
        'within: an ISO-8601 duration',
      ),
    )
  if (p.exceptions?.length && p.kind !== 'prohibition')
    found.push(
      wrong(
        'exception-misplaced',
        at('exceptions'),
        `a ${p.kind} can have no exceptions`,
        'a prohibition',
        at('kind'),
      ),
    )

  const needed = p.kind === 'obligation' ? 'perform' : JUDGED.includes(p.kind) ? 'action' : undefined
  if (needed && !p[needed])
    found.push(wrong('missing-key', at('kind'), `a ${p.kind} needs '${needed}'`, `${needed}: {types: […]}`))
  const idle =
    p.kind === 'obligation'
      ? 'action'
      : p.kind === 'prohibition' || p.kind === 'maintain'
        ? 'perform'
        : undefined
  if (idle && p[idle])
    found.push(doubtful('field-unused', at(idle), `'${idle}' has no meaning on a ${p.kind}`, needed))
  if (p.over && p.kind !== 'obligation')
    found.push(
      wrong('field-unused', at('over'), `'over' has no meaning on a ${p.kind}`, 'an obligation', at('kind')),
    )
  if (p.reparation && p.kind !== 'prohibition' && p.kind !== 'maintain')
    found.push(
      wrong(
        'field-unused',
        at('reparation'),
        `a ${p.kind} spawns no counter-duty`,
        'a prohibition or maintain',
        at('kind'),
      ),
    )
  if (p.over && p.quantity !== undefined)
    found.push(
      doubtful(
        'field-unused',
        at('quantity'),
        'the items seen already say how many',
        'over, or quantity',
        at('over'),
      ),
    )
  found.push(...triggerFindings(accord, p, at))
  if (p.perform?.same && !p.trigger)
    found.push(wrong('same-as-what', at('perform'), "'same' needs a trigger to agree with", 'a trigger'))

  found.push(...bearerFindings(accord, p, at))
  const answers = [
    p.trigger?.by,
    p.reciprocity?.by,
    ...(p.exceptions ?? []).map(x => x.provocation?.by),
  ].includes('other-side')
  if (answers) {
    const lonely = p.bearer.flat().filter(b => !hasOtherSide(accord, b))
    if (lonely.length)
      found.push(
        wrong(
          'no-other-side',
          at('bearer'),
          `'${lonely.join("', '")}' has no other side to answer`,
          "a party with 'side', and another with a different side",
        ),
      )
  }
  return found
}

/** Words and passing dates are kept as records of their own, never as events, so no pattern meets them. */
const NEVER_EVENTS = ['statement', 'deadline']

/** Triggers that nothing can set off. */
function triggerFindings(accord: Accord, p: Provision, at: FieldOf): Finding[] {
  if (!p.trigger) return []
  const found: Finding[] = []
  if (p.trigger.types.every(t => NEVER_EVENTS.includes(t)))
    found.push(
      wrong(
        'unreachable',
        `${at('trigger')}.types`,
        `nothing is recorded as an event of type ${p.trigger.types.join(', ')}, so this is never called for`,
        'a type of event that evidence can have',
      ),
    )
  const [where, there] = [p.trigger.in, p.perform?.in]
  if (p.perform?.same === 'zone' && where && there && where !== there)
    found.push(
      wrong(
        'unreachable',
        `${at('perform')}.in`,
        `it must be in the trigger's zone '${where}' and in '${there}'`,
        'one zone, or no same: zone',
        `${at('trigger')}.in`,
      ),
    )
  const others = Array.isArray(p.trigger.by) ? p.trigger.by : []
  const mute = others.filter(b =>
    ['outlet', 'mediator'].includes(accord.parties.find(x => x.id === b)?.role ?? ''),
  )
  if (others.length && mute.length === others.length && p.trigger.types.every(t => isA(t, 'hostile')))
    found.push(
      doubtful(
        'unreachable',
        `${at('trigger')}.by`,
        `'${mute.join("', '")}' only report or mediate, and would have to act`,
        'parties, guarantors or groups',
      ),
    )
  return found
}

function hasOtherSide(accord: Accord, id: string): boolean {
  const side = accord.parties.find(p => p.id === id)?.side
  return side !== undefined && accord.parties.some(p => p.side !== undefined && p.side !== side)
}

function bearerFindings(accord: Accord, p: Provision, at: FieldOf): Finding[] {
  const found: Finding[] = []
  if (JUDGED.includes(p.kind) && !p.bearer.length)
    found.push(wrong('no-bearer', at('bearer'), `a ${p.kind} binds somebody`, 'at least one party id'))
  const alone = new Set<string>()
  p.bearer.forEach((b, i) => {
    if (typeof b === 'string') {
      if (alone.has(b))
        found.push(wrong('bearer-twice', `${at('bearer')}[${i}]`, `'${b}' stands twice`, 'each bearer once'))
      alone.add(b)
    } else if (new Set(b).size < 2) {
      found.push(
        wrong(
          'joint-of-one',
          `${at('bearer')}[${i}]`,
          'a joint bearer of fewer than two parties',
          'at least two different party ids, or one id without brackets',
        ),
      )
    }
  })
  p.bearer.forEach((b, i) => {
    const also = typeof b === 'string' ? undefined : b.find(x => alone.has(x))
    if (also)
      found.push(
        doubtful(
          'bearer-twice',
          `${at('bearer')}[${i}]`,
          `'${also}' is bound both alone and jointly`,
          'one of the two',
        ),
      )
  })
  for (const [party, guarantor] of Object.entries(p.boundThrough ?? {}))
    if (!answersFor(accord, guarantor, party))
      found.push(
        doubtful(
          'not-a-guarantor',
          at('boundThrough'),
          `'${guarantor}', through whom '${party}' is bound, is no guarantor`,
          `a party with role: guarantor, or the one '${party}' answersTo`,
        ),
      )
  return found
}

/** A guarantor, or a government that answers for a group on its soil. */
const answersFor = (accord: Accord, answering: string, party: string): boolean =>
  accord.parties.some(x => x.id === answering && x.role === 'guarantor') ||
  accord.parties.some(x => x.id === party && x.answersTo === answering)

/** Reading, order and reach of exceptions: two that can match one act need an explicit order (Catala's rule). */
function exceptionFindings(p: Provision, at: string): Finding[] {
  const lists: { readonly field: string; readonly list: readonly Exception[] }[] = [
    { field: `${at}.exceptions`, list: p.exceptions ?? [] },
    ...Object.entries(p.under ?? {}).map(([r, patch]) => ({
      field: `${at}.under.${r}.exceptions`,
      list: patch.exceptions ?? [],
    })),
  ]
  const found: Finding[] = []
  for (const { field, list } of lists)
    list.forEach((x, i) => {
      const here = `${field}[${i}]`
      if (!x.reading)
        found.push(
          wrong(
            'exception-without-reading',
            here,
            'an exception must say who reads it in the text',
            'reading: an id of readings',
          ),
        )
      if (p.readings && !p.readings.includes(x.reading))
        found.push(
          wrong(
            'unreachable',
            `${here}.reading`,
            `the clause does not exist under '${x.reading}'`,
            `one of ${p.readings.join(', ')}`,
            `${at}.readings`,
          ),
        )
      if (x.kind === 'permitted-response' && !x.provocation)
        found.push(
          wrong(
            'missing-key',
            here,
            "a permitted response needs 'provocation'",
            'provocation: {types, by, within, distance}',
          ),
        )
      if (x.kind === 'carve-out' && !x.target?.length)
        found.push(wrong('missing-key', here, "a carve-out needs 'target'", 'target: party ids'))
      if (
        x.kind === 'carve-out' &&
        p.action?.target &&
        x.target &&
        !x.target.some(t => p.action!.target!.includes(t))
      )
        found.push(
          wrong(
            'unreachable',
            `${here}.target`,
            'the prohibition does not cover acts against these',
            `one of ${p.action.target.join(', ')}`,
            `${at}.action.target`,
          ),
        )
      list.slice(0, i).forEach((y, j) => {
        if (
          x.reading === y.reading &&
          canBothMatch(x, y) &&
          (x.order === undefined || y.order === undefined || x.order === y.order)
        )
          found.push(
            wrong(
              'exceptions-without-order',
              here,
              `'${y.id}' and '${x.id}' can match the same act under '${x.reading}'`,
              'a different order on each',
              `${field}[${j}]`,
            ),
          )
      })
    })
  return found
}

/** Two carve-outs for different targets never meet; everything else may. */
function canBothMatch(x: Exception, y: Exception): boolean {
  return !(x.kind === 'carve-out' && y.kind === 'carve-out' && !x.target?.some(t => y.target?.includes(t)))
}

/** Chains that come back to where they began: each link waits for the next, for ever. */
function rounds(accord: Accord): Finding[] {
  const found: Finding[] = []
  const walk = (
    what: string,
    at: string,
    key: string,
    list: readonly { readonly id: string }[],
    next: (i: number) => string | undefined,
  ) => {
    list.forEach((start, i) => {
      const seen = [start.id]
      for (let n = next(i); n !== undefined; ) {
        if (n === start.id) {
          const last = list.findIndex(x => x.id === seen.at(-1))
          found.push(
            wrong(
              'round',
              `${at}[${i}].${key}`,
              `${what} goes in a round: ${[...seen, n].join(' → ')}`,
              'an end',
              `${at}[${last}].${key}`,
            ),
          )
          break
        }
        if (seen.includes(n)) break
        seen.push(n)
        const j = list.findIndex(x => x.id === n)
        n = j < 0 ? undefined : next(j)
      }
    })
  }
  walk(
    'after',
    'provisions',
    'after.provision',
    accord.provisions,
    i => accord.provisions[i]!.after?.provision,
  )
  walk(
    'supersession',
    'provisions',
    'supersededBy',
    accord.provisions,
    i => accord.provisions[i]!.supersededBy,
  )
  walk('supersession', 'documents', 'supersedes', accord.documents, i => accord.documents[i]!.supersedes)
  walk('answersTo', 'parties', 'answersTo', accord.parties, i => accord.parties[i]!.answersTo)
  walk('parent', 'agenda', 'parent', accord.agenda ?? [], i => accord.agenda![i]!.parent)
  return found
}
