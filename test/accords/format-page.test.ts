import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import { judge } from '../../src/core/compliance/judge.ts'
import type { Verdict } from '../../src/core/compliance/verdict.ts'
import { sentenceOf } from '../../src/core/problem.ts'
import { CASE_SCHEMA, loadCase } from '../../src/formats/accord-case.ts'
import { EVIDENCE_SCHEMA } from '../../src/formats/accord-evidence-schema.ts'
import { ACCORD_SCHEMA } from '../../src/formats/accord-schema.ts'
import { readAccord } from '../../src/formats/accord-yaml.ts'
import { ZONES_TEXT } from '../formats/accord-fixture.ts'

const page = readFileSync(new URL('../../docs/accord-format.md', import.meta.url), 'utf8')
const blocks = [...page.matchAll(/```yaml\n([\s\S]*?)```/g)].map(m => m[1]!)

/** Every key that a schema allows anywhere. */
function keysOf(node: unknown, keys = new Set<string>()): Set<string> {
  if (Array.isArray(node)) for (const n of node) keysOf(n, keys)
  else if (node && typeof node === 'object')
    for (const [k, v] of Object.entries(node)) {
      if (k === 'properties') for (const name of Object.keys(v as object)) keys.add(name)
      keysOf(v, keys)
    }
  return keys
}

describe('docs/accord-format.md', () => {
  const read = readAccord({
    accord: blocks[0]!,
    zones: ZONES_TEXT,
    names: { accord: 'docs/accord-format.md' },
  })

  it('shows an accord that is sound', () => {
    assert.deepEqual(read.problems.map(sentenceOf), [])
  })

  it('shows a case that holds for it', () => {
    assert.ok(read.accord)
    const c = loadCase(blocks[1]!, 'docs/accord-format.md', read.accord)
    assert.ok(c.ok, c.ok ? '' : c.error.map(sentenceOf).join('\n'))
    assert.deepEqual(c.value.problems, [])
    const records = c.value.records.flatMap(r => (r.of === 'evidence' ? [r.record] : []))
    for (const e of c.value.expect) {
      const verdicts: readonly Verdict[] = judge(read.accord, records, c.value.asOf)
      const v: Verdict | undefined = verdicts.find(
        x => x.provision === e.provision && x.bearer.join() === e.bearer?.join(),
      )
      assert.equal(v?.verdict, e.verdict)
    }
  })

  for (const [name, schema] of Object.entries({
    accord: ACCORD_SCHEMA,
    evidence: EVIDENCE_SCHEMA,
    case: CASE_SCHEMA,
  }))
    it(`names every key of the ${name} schema`, () => {
      const missing = [...keysOf(schema)].filter(
        k => !new RegExp(`[\`{ ,.(]${k.replace('$', '\\$')}[\`:,\\]. )}]`).test(page),
      )
      assert.deepEqual(missing, [])
    })
})
