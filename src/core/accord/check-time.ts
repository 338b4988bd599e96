import { fieldUnder } from './check-names.ts'
import { doubtful, type Finding, wrong } from './finding.ts'
import { documentInForce, provisionInForce, whenIn } from './in-force.ts'
import type { Accord, Provision } from './model.ts'
import { startsUnder, underReading } from './under.ts'

/** Clauses that nothing can reach because of their times, and times in the wrong order. */
export function timeFindings(accord: Accord): Finding[] {
  return [
    ...documentTimes(accord),
    ...zoneTimes(accord),
    ...accord.provisions.flatMap((p, i) => provisionTimes(accord, p, i)),
  ]
}

function documentTimes(accord: Accord): Finding[] {
  const found: Finding[] = []
  accord.documents.forEach((d, i) => {
    const at = `documents[${i}]`
    d.starts.forEach((s, j) => {
      const start = whenIn(accord, s.at)
      d.ends?.forEach((e, k) => {
        const end = whenIn(accord, e.at)
        if (start && end && end.hi < start.lo)
          found.push(
            wrong(
              'ends-before-start',
              `${at}.ends[${k}].at`,
              `'${e.at}' is before the start '${s.at}'`,
              'a later date',
              `${at}.starts[${j}].at`,
            ),
          )
      })
      const taken = accord.readings.some(r => startsUnder(accord, d, r.id).includes(s))
      if (!taken)
        found.push(
          doubtful(
            'start-unread',
            `${at}.starts[${j}]`,
            `no reading takes the start '${s.id}', so nothing is judged by it`,
            `a reading with starts: {${d.id}: ${s.id}}`,
          ),
        )
    })
  })
  return found
}

function zoneTimes(accord: Accord): Finding[] {
  const found: Finding[] = []
  accord.zones.forEach((z, i) => {
    const spans = z.versions.map(v => ({
      lo: whenIn(accord, v.from)?.lo ?? -Infinity,
      hi: whenIn(accord, v.to)?.hi ?? Infinity,
    }))
    spans.forEach((s, j) => {
      const at = `zones[${i}].versions[${j}]`
      if (s.hi < s.lo)
        found.push(
          wrong(
            'ends-before-start',
            `${at}.to`,
            `'${z.versions[j]!.to}' is before '${z.versions[j]!.from}'`,
            'a later date',
            `${at}.from`,
          ),
        )
      spans.slice(0, j).forEach((other, k) => {
        if (s.lo <= other.hi && other.lo <= s.hi)
          found.push(
            wrong(
              'versions-overlap',
              at,
              `two versions of '${z.id}' hold at once`,
              `a 'to' before '${z.versions[j]!.from}'`,
              `zones[${i}].versions[${k}]`,
            ),
          )
      })
    })
  })
  return found
}

function provisionTimes(accord: Accord, base: Provision, index: number): Finding[] {
  const found: Finding[] = []
  for (const { id: reading } of accord.readings) {
    const p = underReading(base, reading)
    const document = p && documentInForce(accord, p.source.document, reading)
    const span = p && provisionInForce(accord, p, reading)
    if (!p || !document || !span) continue
    const at = (key: Parameters<typeof fieldUnder>[3]) => fieldUnder(base, index, reading, key)
    const d = accord.documents.findIndex(x => x.id === p.source.document)
    const startField = `documents[${d}].starts`

    const from = whenIn(accord, p.window?.from)
    const to = whenIn(accord, p.window?.to)
    if (from && to && to.hi < from.lo)
      found.push(
        wrong(
          'ends-before-start',
          `${at('window')}.to`,
          `'${p.window!.to}' is before '${p.window!.from}'`,
          'a later date',
          `${at('window')}.from`,
        ),
      )
    else if (span.hi < span.lo)
      found.push(
        wrong(
          'unreachable',
          at('window'),
          `the window lies outside the time '${p.source.document}' is in force${under(reading)}`,
          'a window that meets it',
          startField,
        ),
      )

    const due = whenIn(accord, p.deadline)
    if (due && due.hi < document.lo)
      found.push(
        wrong(
          'deadline-before-start',
          at('deadline'),
          `the deadline '${p.deadline}' is before '${p.source.document}' starts${under(reading)}`,
          'a later date',
          startField,
        ),
      )
    if (due && due.lo > document.hi)
      found.push(
        doubtful(
          'unreachable',
          at('deadline'),
          `the deadline '${p.deadline}' is after '${p.source.document}' ended${under(reading)}`,
          'an earlier date',
          `documents[${d}].ends`,
        ),
      )

    const first = whenIn(accord, p.recurring?.from)
    const last = whenIn(accord, p.recurring?.to)
    if (first && last && last.hi < first.lo)
      found.push(
        wrong(
          'ends-before-start',
          `${at('recurring')}.to`,
          `'${p.recurring!.to}' is before '${p.recurring!.from}'`,
          'a later date',
          `${at('recurring')}.from`,
        ),
      )
    else if (last && last.hi < document.lo)
      found.push(
        wrong(
          'unreachable',
          `${at('recurring')}.to`,
          `no period falls in the time '${p.source.document}' is in force${under(reading)}`,
          'a later date',
          startField,
        ),
      )

    for (const key of ['action', 'perform', 'trigger', 'obstruction'] as const) {
      const z = accord.zones.findIndex(x => x.id === p[key]?.in)
      const zone = accord.zones[z]
      if (!zone || span.hi < span.lo) continue
      const alive = zone.versions.some(
        v =>
          (whenIn(accord, v.from)?.lo ?? -Infinity) <= span.hi &&
          span.lo <= (whenIn(accord, v.to)?.hi ?? Infinity),
      )
      if (!alive)
        found.push(
          wrong(
            'unreachable',
            `${at(key)}.in`,
            `the zone '${zone.id}' has no version while this binds${under(reading)}`,
            'a version that meets it',
            `zones[${z}].versions`,
          ),
        )
    }
  }
  return found
}

const under = (reading: string) => (reading === 'default' ? '' : ` (reading '${reading}')`)
