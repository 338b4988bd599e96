import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { parse } from 'yaml'
import { CASE_SCHEMA } from '../../src/formats/accord-case.ts'
import { EVIDENCE_SCHEMA } from '../../src/formats/accord-evidence-schema.ts'
import { ACCORD_SCHEMA } from '../../src/formats/accord-schema.ts'
import { ACCORD_TEXT } from './accord-fixture.ts'

const PUBLISHED = {
  'accord-1': ACCORD_SCHEMA,
  'accord-evidence-1': EVIDENCE_SCHEMA,
  'accord-case-1': CASE_SCHEMA,
}

describe('the published schemas', () => {
  for (const [name, schema] of Object.entries(PUBLISHED)) {
    const file = new URL(`../../schemas/${name}.schema.json`, import.meta.url)
    const text = `${JSON.stringify(schema, null, 2)}\n`

    it(`schemas/${name}.schema.json is what the product checks with (UPDATE_SCHEMAS=1 writes it anew)`, () => {
      if (process.env.UPDATE_SCHEMAS) writeFileSync(file, text)
      assert.equal(readFileSync(file, 'utf8'), text)
    })

    it(`${name} is a sound JSON Schema 2020-12 to a validator that knows nothing of us`, () => {
      const ajv = new Ajv2020({ strict: false, logger: false })
      ajv.compile(JSON.parse(text))
    })

    it(`every field of ${name} has words that an editor can show`, () => {
      const silent: string[] = []
      walk(schema, '', (node, path) => {
        for (const [key, field] of Object.entries(
          (node.properties ?? {}) as Record<string, Record<string, unknown>>,
        ))
          if (!field.description && !field.title && !field.$ref && !path.includes('/then'))
            silent.push(`${path}/${key}`)
      })
      assert.deepEqual(
        silent.filter(p => !p.includes('/if/')),
        [],
      )
    })
  }

  it('a plain validator accepts the sound fixture and refuses an unknown key', () => {
    const validate = new Ajv2020({ strict: false, logger: false }).compile(ACCORD_SCHEMA)
    const accord = parse(ACCORD_TEXT) as Record<string, unknown>
    assert.ok(validate(accord), JSON.stringify(validate.errors))
    assert.ok(!validate({ ...accord, colour: 'red' }))
  })
})

function walk(
  node: unknown,
  path: string,
  visit: (node: Record<string, unknown>, path: string) => void,
): void {
  if (!node || typeof node !== 'object') return
  if (!Array.isArray(node)) visit(node as Record<string, unknown>, path)
  for (const [key, value] of Object.entries(node)) walk(value, `${path}/${key}`, visit)
}
