/**
 * A text reduced to what matching needs, and the way back to the original.
 *
 * `map[i]` is the UTF-16 offset in the original of folded unit `i`; `map[text.length]` is the length
 * of the original. A folded range [a, b) therefore lies on the original range [map[a], map[b]); dropped
 * units (marks, tatweel) belong to the letter before them.
 */
export type Folded = { readonly text: string; readonly map: Uint32Array }

const DROP = 0
/** U+FFFF is no character: here it sends to SEVERAL. */
const SEVERAL_UNITS = 0xffff
/** One entry a UTF-16 unit: the unit it folds to, or DROP. Several units stand in SEVERAL. */
const ONE = new Uint16Array(0x10000)
const SEVERAL = new Map<number, string>()

function put(from: number, to: string): void {
  if (to.length === 1) ONE[from] = to.charCodeAt(0)
  else if (to.length === 0) ONE[from] = DROP
  else {
    ONE[from] = SEVERAL_UNITS
    SEVERAL.set(from, to)
  }
}

function fillLatinAndCyrillic(): void {
  const ranges: [number, number][] = [
    [0x41, 0x5a],
    [0xc0, 0x24f],
    [0x400, 0x52f],
    [0x1e00, 0x1eff],
    [0xff01, 0xff5e],
    [0xfb00, 0xfb06],
  ]
  const special = new Map([
    ['ı', 'i'],
    ['ß', 'ss'],
    ['æ', 'ae'],
    ['œ', 'oe'],
    ['ø', 'o'],
    ['ł', 'l'],
    ['đ', 'd'],
    ['ð', 'd'],
    ['þ', 'th'],
    ['ħ', 'h'],
  ])
  for (const [lo, hi] of ranges)
    for (let c = lo; c <= hi; c++) {
      // İ lower-cases to i + U+0307; NFKD and the mark filter leave the i. й becomes и, so that a
      // decomposed й (и + breve) folds alike.
      const lower = String.fromCharCode(c).toLowerCase()
      const bare = lower
        .normalize('NFKD')
        .replace(/[\u0300-\u036f]/g, '')
        .toLowerCase()
      put(c, special.get(bare) ?? bare)
    }
  for (let c = 0x300; c <= 0x36f; c++) ONE[c] = DROP
}

function fillArabic(): void {
  // Presentation forms, ligatures included, by their compatibility decomposition.
  for (const [lo, hi] of [
    [0xfb50, 0xfdff],
    [0xfe70, 0xfefe],
  ] as const)
    for (let c = lo; c <= hi; c++) {
      const plain = String.fromCharCode(c).normalize('NFKC')
      let out = ''
      for (const ch of plain) out += plainArabic(ch.codePointAt(0)!)
      put(c, out.trim())
    }
  for (let c = 0x600; c <= 0x6ff; c++) put(c, plainArabic(c))
}

/** One Arabic unit folded: carriers of hamza to their letter, ى to ي, ة to ه, marks and tatweel to nothing. */
function plainArabic(c: number): string {
  if (isArabicMark(c) || c === 0x640 || c === 0x61c) return ''
  if (c >= 0x660 && c <= 0x669) return String(c - 0x660)
  if (c >= 0x6f0 && c <= 0x6f9) return String(c - 0x6f0)
  return ARABIC_LETTERS.get(c) ?? String.fromCharCode(c)
}

const ARABIC_LETTERS = new Map<number, string>(
  Object.entries({
    أ: 'ا',
    إ: 'ا',
    آ: 'ا',
    ٱ: 'ا',
    ى: 'ي',
    ی: 'ي',
    ې: 'ي',
    ئ: 'ي',
    ؤ: 'و',
    ة: 'ه',
    ۀ: 'ه',
    ہ: 'ه',
    ھ: 'ه',
    ە: 'ه',
    ک: 'ك',
    ڪ: 'ك',
    گ: 'ك',
  }).map(([from, to]) => [from.charCodeAt(0), to]),
)

const isArabicMark = (c: number): boolean =>
  (c >= 0x610 && c <= 0x61a) ||
  (c >= 0x64b && c <= 0x65f) ||
  c === 0x670 ||
  (c >= 0x6d6 && c <= 0x6dc) ||
  (c >= 0x6df && c <= 0x6e8) ||
  (c >= 0x6ea && c <= 0x6ed)

function fillPunctuation(): void {
  for (const c of [0xad, 0x200b, 0x200c, 0x200d, 0x200e, 0x200f, 0x2060, 0xfeff]) ONE[c] = DROP
  for (let c = 0x202a; c <= 0x202e; c++) ONE[c] = DROP
  for (let c = 0x2066; c <= 0x2069; c++) ONE[c] = DROP
  for (let c = 0xfe00; c <= 0xfe0f; c++) ONE[c] = DROP
  for (const c of [0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2015, 0x2212]) put(c, '-')
  for (const c of [0x2018, 0x2019, 0x201b, 0x2bc, 0x60, 0xb4]) put(c, "'")
  for (const c of [0xa0, 0x202f, 0x2007, 0x2009, 0x3000]) put(c, ' ')
  put(0x66b, '.')
  put(0x66c, ',')
  put(0x66a, '%')
  put(0x2026, '...')
}

for (let c = 0; c < 0x10000; c++) ONE[c] = c
ONE[SEVERAL_UNITS] = DROP
fillLatinAndCyrillic()
fillArabic()
fillPunctuation()

/**
 * Folds any text for matching: Arabic letters, marks and digits, Latin and Cyrillic case and
 * diacritics (every i of Turkish to i), dashes, apostrophes, spaces; invisible and bidirectional
 * controls go. Linear; what is no letter we know stays as it is.
 */
export function fold(text: string): Folded {
  const n = text.length
  let units = new Uint16Array(n)
  let map = new Uint32Array(n + 1)
  let k = 0
  for (let i = 0; i < n; i++) {
    const c = text.charCodeAt(i)
    const to = ONE[c]!
    if (to !== SEVERAL_UNITS) {
      // U+0000 folds to DROP as well: a NUL inside a text carries nothing.
      if (to === DROP) continue
      map[k] = i
      units[k++] = to
      continue
    }
    const several = SEVERAL.get(c)!
    if (k + several.length + n - i > units.length) {
      units = widened(units, units.length * 2 + several.length)
      map = widened(map, units.length + 1)
    }
    for (let j = 0; j < several.length; j++) {
      map[k] = i
      units[k++] = several.charCodeAt(j)
    }
  }
  map[k] = n
  return { text: stringOf(units.subarray(0, k)), map: map.subarray(0, k + 1) }
}

function widened<A extends Uint16Array<ArrayBuffer> | Uint32Array<ArrayBuffer>>(from: A, length: number): A {
  const wider = new (from.constructor as new (n: number) => A)(length)
  wider.set(from)
  return wider
}

function stringOf(units: Uint16Array): string {
  // Spread in pieces: an argument list of a whole article overflows the stack.
  let out = ''
  for (let at = 0; at < units.length; at += 8192)
    out += String.fromCharCode.apply(null, units.subarray(at, at + 8192) as unknown as number[])
  return out
}

/** `fold` without the way back: the key under which a word of any of our scripts is looked up. */
export function foldedText(text: string): string {
  let out = ''
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i)
    const to = ONE[c]!
    if (to === SEVERAL_UNITS) out += SEVERAL.get(c)!
    else if (to !== DROP) out += String.fromCharCode(to)
  }
  return out
}
