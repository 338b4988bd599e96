import { EVENT_TYPES, WEAPON_LADDER } from '../core/event/types.ts'

/** A JSON Schema (2020-12) as plain data. */
export type Schema = { readonly [keyword: string]: unknown }

/**
 * An object that may hold only the keys named. `title` of each field is the short form shown to a
 * person as "expected …"; `description` is what an editor shows beside the completion.
 */
export const closed = (
  properties: Record<string, Schema>,
  required: readonly string[],
  more: Schema = {},
): Schema => ({
  type: 'object',
  additionalProperties: false,
  properties,
  required,
  ...more,
})

export const text = (description: string, title = 'a text'): Schema => ({
  type: 'string',
  minLength: 1,
  title,
  description,
})

export const oneOf = (values: readonly (string | number)[], description: string): Schema => ({
  enum: values,
  title: `one of ${values.join(', ')}`,
  description,
})

export const listOf = (items: Schema, description: string, least = 0): Schema => ({
  type: 'array',
  items,
  minItems: least,
  title: least ? `a list of at least ${least}` : 'a list',
  description,
})

export const id = (description: string): Schema => ({
  type: 'string',
  pattern: '^[A-Za-z0-9][A-Za-z0-9_-]*$',
  title: 'an id of Latin letters, digits, dash and underscore',
  description,
})

export const ref = (name: string, description?: string): Schema =>
  description ? { $ref: `#/$defs/${name}`, description } : { $ref: `#/$defs/${name}` }

export const wholeNumber = (description: string, least = 0): Schema => ({
  type: 'integer',
  minimum: least,
  title: `a whole number of ${least} or more`,
  description,
})

/** 'if … then …' of JSON Schema. */
export function when(condition: Schema, consequence: Schema): Schema {
  // Named through a variable: an object with a literal `then` looks like a promise to linters.
  const consequenceKey = 'then'
  return { if: condition, [consequenceKey]: consequence }
}

/** Where `field` is there, `other` may not be; `title` says what was expected instead. */
export function never(field: string, other: string, title: string): Schema {
  return when({ required: [field] }, { properties: { [other]: { not: {}, title } } })
}

/** The definitions that the accord, evidence and case schemas share. */
export const PARTS: Readonly<Record<string, Schema>> = {
  words: closed(
    {
      en: text('English.', 'English words'),
      ar: text('Arabic, composed as Arabic and not word for word.', 'Arabic words'),
    },
    ['en', 'ar'],
    {
      title: 'words in both languages, {en: …, ar: …}',
      description: 'The same words in English and Arabic.',
    },
  ),
  date: {
    type: 'string',
    format: 'civil-date',
    title: 'YYYY-MM-DD or YYYY-MM-DDThh:mm, with Z or +hh:mm where another zone is meant',
    description:
      "A civil date or instant in the accord's time zone: '2018', '2018-10', '2018-10-15', '2018-10-15T14:00', '2018-10-15T14:00+03:00'. A bare year needs quotes, or YAML reads a number.",
  },
  duration: {
    type: 'string',
    format: 'iso-duration',
    title: 'an ISO-8601 duration of weeks, days, hours, minutes or seconds, such as P7D or PT72H',
    description: 'ISO-8601 duration without months or years, since their length varies: P1W, P7D, PT72H.',
  },
  url: {
    type: 'string',
    pattern: '^https?://[^ ]+$',
    title: 'an address that begins with http:// or https://',
    description: 'Address of a page that was read.',
  },
  position: {
    type: 'array',
    prefixItems: [
      { type: 'number', minimum: -180, maximum: 180, title: 'a longitude from -180 to 180' },
      { type: 'number', minimum: -90, maximum: 90, title: 'a latitude from -90 to 90' },
    ],
    minItems: 2,
    maxItems: 2,
    title: '[longitude, latitude] in degrees',
    description: '[longitude, latitude] in degrees, WGS 84, in GeoJSON order.',
  },
  eventType: oneOf(EVENT_TYPES, 'An event type; a pattern also matches every type below it in the tree.'),
  weapon: oneOf(WEAPON_LADDER, 'A weapon class, listed light to heavy.'),
}
