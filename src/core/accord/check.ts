import type { Problem } from '../problem.ts'
import { clauseFindings } from './check-clauses.ts'
import { gapFindings } from './check-gaps.ts'
import { nameFindings } from './check-names.ts'
import { shapeFindings } from './check-shape.ts'
import { timeFindings } from './check-time.ts'
import { zoneFindings } from './check-zones.ts'
import { type Finding, type Locate, problemOf } from './finding.ts'
import type { Accord } from './model.ts'

export type { Locate } from './finding.ts'

/**
 * Everything that makes no sense in an accord that reads well: names that lead nowhere, clauses that
 * contradict each other or that nothing can reach, broken zones, and the elements of a ceasefire text it
 * lacks. Errors mean "do not judge with this"; warnings are for the author. Where the fault lies between
 * two clauses the problem names both places. Clauses are compared under each reading apart.
 */
export function checkAccord(accord: Accord, locate?: Locate): Problem[] {
  const names = nameFindings(accord)
  const found: Finding[] = [...names, ...zoneFindings(accord)]
  // With names that lead nowhere the rest would only report the same fault in other words.
  if (!names.some(f => f.severity === 'error'))
    found.push(
      ...shapeFindings(accord),
      ...timeFindings(accord),
      ...clauseFindings(accord),
      ...gapFindings(accord),
    )
  const seen = new Set<string>()
  return found
    .filter(f => {
      const key = `${f.code} ${f.field} ${f.and ?? ''} ${f.expected ?? ''}`
      const fresh = !seen.has(key)
      seen.add(key)
      return fresh
    })
    .map(f => problemOf(f, locate))
}
