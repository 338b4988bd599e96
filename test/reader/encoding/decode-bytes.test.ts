import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { decodeBytes, type Encoding } from '../../../src/reader/encoding/decode-bytes.ts'

// Invented sentences.
const ARABIC =
  'قال مصدر في غرفة الرصد إن الهدوء ساد الليل على طول خط التماس، وإن الدوريات لم تسجل إطلاق نار منذ الفجر.'
const RUSSIAN =
  'Представитель центра сообщил, что ночь на линии соприкосновения прошла спокойно и нарушений не отмечено.'
const TURKISH =
  'Sözcü, temas hattında gecenin sakin geçtiğini ve devriyelerin ateş açılmadığını bildirdiğini söyledi.'

/** Bytes of a text in a single-byte encoding, by inverting the decoder's own table. */
function encoded(text: string, encoding: Encoding): Uint8Array {
  const table = new Map(
    Array.from({ length: 256 }, (_, b) => [new TextDecoder(encoding).decode(Uint8Array.of(b)), b]),
  )
  return Uint8Array.from(text, ch => table.get(ch) ?? assert.fail(`${ch} is not in ${encoding}`))
}
const utf16 = (text: string, big: boolean, mark: boolean) => {
  const le = Buffer.from((mark ? '\ufeff' : '') + text, 'utf16le')
  return new Uint8Array(big ? le.swap16() : le)
}

describe('the encoding of a report', () => {
  for (const [name, bytes, encoding, text] of [
    ['UTF-8', new TextEncoder().encode(ARABIC), 'utf-8', ARABIC],
    ['UTF-8 with a mark', new TextEncoder().encode(`\ufeff${ARABIC}`), 'utf-8', ARABIC],
    ['UTF-16 little-endian with a mark', utf16(ARABIC, false, true), 'utf-16le', ARABIC],
    ['UTF-16 big-endian with a mark', utf16(ARABIC, true, true), 'utf-16be', ARABIC],
    ['UTF-16 without a mark', utf16(ARABIC, false, false), 'utf-16le', ARABIC],
    ['Windows-1256', encoded(ARABIC, 'windows-1256'), 'windows-1256', ARABIC],
    ['ISO-8859-6', encoded(ARABIC, 'iso-8859-6'), 'iso-8859-6', ARABIC],
    ['Windows-1251', encoded(RUSSIAN, 'windows-1251'), 'windows-1251', RUSSIAN],
    ['Windows-1254', encoded(TURKISH, 'windows-1254'), 'windows-1254', TURKISH],
  ] as const)
    it(`${name} is found and read to the letter`, () =>
      assert.deepEqual(decodeBytes(bytes), { ok: true, value: { text, encoding, replaced: 0 } }))

  it('counts what could not be decoded, and keeps the rest', () => {
    const bytes = new TextEncoder().encode(ARABIC.repeat(5))
    bytes[2] = 0xff
    const r = decodeBytes(bytes)
    assert.ok(r.ok)
    assert.equal(r.value.encoding, 'utf-8')
    assert.ok(r.value.replaced >= 1 && r.value.text.includes('غرفة الرصد'))
  })

  it('of a picture is none: refused with its name', () => {
    const r = decodeBytes(Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13, 1, 2, 3), 'صورة.png')
    assert.ok(!r.ok)
    assert.deepEqual([r.error.code, r.error.where?.file], ['binary', 'صورة.png'])
  })

  it('is answered for any bytes', () =>
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), bytes => {
        const r = decodeBytes(bytes)
        assert.ok(r.ok ? typeof r.value.text === 'string' : r.error.code === 'binary')
      }),
    ))
})
