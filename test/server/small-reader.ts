import { createHash } from 'node:crypto'
import type { Proposal } from '../../src/core/proposal/proposal.ts'
import { whenOf } from '../../src/core/time/civil.ts'
import type { ReadBytes } from '../../src/server/reading.ts'

/**
 * A reader of one kind of line, so that tests of the server do not turn on the real one's wording:
 * 'FIRE PARTY DAY' proposes that PARTY shelled inside the zone on DAY, any other line is a statement.
 */
export const smallReader: ReadBytes = async (bytes, context) => {
  const text = new TextDecoder().decode(bytes)
  if (!text.trim())
    return {
      ok: false,
      error: { code: 'empty', message: 'the report is empty', severity: 'error', where: { field: 'text' } },
    }
  const proposals: Proposal[] = []
  let at = 0
  for (const line of text.split('\n')) {
    const span = { start: at, end: at + line.length }
    at += line.length + 1
    if (!line.trim()) continue
    const id = createHash('sha256').update(`${span.start} ${line}`).digest('hex').slice(0, 12)
    const fire = /^FIRE (\w+) (\S+)$/.exec(line)
    const when = whenOf(fire?.[2] ?? context.publishedAt ?? '2018-11-28', context.accord.tz)
    if (!when.ok) continue
    proposals.push({
      id,
      kind: fire ? 'event' : 'statement',
      span,
      surface: line,
      confidence: 0.9,
      reason: 'test line',
      by: 'rules',
      draft: fire
        ? {
            kind: 'event',
            claim: {
              kind: 'claim',
              types: ['shelling'],
              actor: fire[1]!,
              event: `fire-${fire[1]}-${fire[2]}`,
              when: when.value,
              place: { kind: 'disc', at: [36.6, 35.7], radiusMetres: 300 },
              source: context.outlet ?? 'unknown',
              root: context.outlet ?? 'unknown',
              grade: { reliability: 'B', credibility: 2 },
              stance: 'asserts',
            },
          }
        : { kind: 'statement', statement: { chain: [], act: 'assert', quote: line, when: when.value } },
    })
  }
  return {
    ok: true,
    value: {
      encoding: 'utf-8',
      reading: {
        readerVersion: 'small',
        language: 'ar',
        ...(context.publishedAt !== undefined && { publishedAt: context.publishedAt }),
        publishedHow: context.publishedAt === undefined ? 'unknown' : 'given',
        text,
        paragraphs: [{ text, kept: true }],
        proposals,
        warnings: [],
      },
    },
  }
}
