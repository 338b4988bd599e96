/**
 * The one text of a JSON value: RFC 8785 (keys in UTF-16 order, no spaces, ECMAScript numbers), so that
 * equal values have equal hashes on every machine. Members that are `undefined` are left out.
 *
 * Departs from RFC 8785 in one point: an unpaired surrogate is kept as its `\udxxx` escape instead of
 * being refused, because a report cut in the middle of a character is still evidence.
 *
 * @throws TypeError on what JSON cannot say (NaN, a bigint, a Date, a Map, a hole): that is a bug of ours.
 */
export function canonicalJson(value: unknown): string {
  return textOf(value, '$')
}

function textOf(value: unknown, path: string): string {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return JSON.stringify(value)
    case 'number':
      if (!Number.isFinite(value)) throw new TypeError(`${path}: ${value} is no JSON number`)
      return JSON.stringify(value)
    case 'object':
      return value === null
        ? 'null'
        : Array.isArray(value)
          ? textOfArray(value, path)
          : textOfObject(value, path)
    default:
      throw new TypeError(`${path}: a ${typeof value} is no JSON value`)
  }
}

function textOfArray(items: readonly unknown[], path: string): string {
  let text = '['
  for (let i = 0; i < items.length; i++) text += (i ? ',' : '') + textOf(items[i], `${path}[${i}]`)
  return `${text}]`
}

function textOfObject(value: object, path: string): string {
  const proto: unknown = Object.getPrototypeOf(value)
  if (proto !== Object.prototype && proto !== null)
    throw new TypeError(`${path}: a ${value.constructor?.name ?? 'strange object'} is no JSON value`)
  const members = value as Readonly<Record<string, unknown>>
  let text = '{'
  // The default sort of strings compares UTF-16 code units, which is the order RFC 8785 asks for.
  for (const key of Object.keys(members).sort()) {
    const member = members[key]
    if (member === undefined) continue
    text += `${text.length > 1 ? ',' : ''}${JSON.stringify(key)}:${textOf(member, `${path}.${key}`)}`
  }
  return `${text}}`
}
