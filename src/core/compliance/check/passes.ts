import type { EvidenceRule } from '../../accord/model.ts'
import type { Claim } from '../../evidence/record.ts'

/** Reliability and credibility both at least the rule's. */
export const passes = (c: Claim, rule: EvidenceRule): boolean =>
  'ABCDEF'.indexOf(c.grade.reliability) <= 'ABCDEF'.indexOf(rule.reliability) &&
  c.grade.credibility <= rule.credibility
