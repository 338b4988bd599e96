import { SPEECH_ACTS } from '../core/statement/statement.ts'
import { STANCES } from '../core/talks/position.ts'
import { closed, listOf, oneOf, PARTS, ref, type Schema, text, wholeNumber } from './accord-schema-parts.ts'

const recordId: Schema = {
  type: 'string',
  pattern: '^[A-Za-z0-9][A-Za-z0-9:._-]*$',
  title: 'an id of Latin letters, digits, colon, dot, dash and underscore',
  description: 'Unique among all evidence of the accord, and permanent.',
}
const party: Schema = {
  type: 'string',
  minLength: 1,
  title: 'a party id',
  description: 'A party of the accord.',
}

const when: Schema = {
  anyOf: [
    ref('date'),
    closed({ from: ref('date'), to: ref('date') }, ['from', 'to'], {
      description: 'From the first second of `from` to the last of `to`.',
    }),
  ],
  title: 'a date, or {from: date, to: date}',
  description:
    'When it happened, as far as the source says. A date is the whole day, a month the whole month.',
}

const place: Schema = {
  ...closed(
    {
      at: ref('position'),
      radius: wholeNumber('How far from `at` it may have been, in metres.'),
      zone: text('A zone of the accord: the source says only that it was in there.', 'a zone id'),
      part: oneOf(['inner', 'outer'], 'Which outline of the zone is meant; inner when absent.'),
      name: text('Name in English or Latin letters.'),
      nameAr: text('Name in Arabic.'),
    },
    [],
    { dependentRequired: { at: ['radius'], radius: ['at'], part: ['zone'] } },
  ),
  title: 'a place, {at: […], radius: …} or {zone: …} or {name: …} alone where unknown',
  description:
    'Where it happened. A district is a large disc or a zone, never a dot; a name alone means it may be anywhere.',
}

const grade: Schema = {
  type: 'string',
  pattern: '^[A-F][1-6]$',
  title: 'a grade such as B2 (reliability A to F, credibility 1 to 6)',
  description: 'Admiralty code. F and 6 mean no basis to judge.',
}

const summary = closed({ en: text('English.'), ar: text('Arabic.') }, [], {
  minProperties: 1,
  title: 'a summary in our own words, {en: …, ar: …}',
  description: 'In our own words.',
})

const received: Schema = ref(
  'date',
  'When a reader of the source could first know it: its date of publication.',
)
const from: Record<string, Schema> = {
  url: ref('url'),
  outlet: text('Who published it.'),
  language: text('Language of the page, such as ar.'),
}

const claimFields: Record<string, Schema> = {
  id: recordId,
  event: {
    ...recordId,
    description: 'Event it speaks of; several claims may speak of one. Absent = its own id.',
  },
  types: listOf(
    ref('eventType'),
    'What it may have been: one type, or several where the source leaves it open.',
    1,
  ),
  actor: {
    anyOf: [party, { type: 'array', items: party, minItems: 1, uniqueItems: true }],
    title: 'a party id, or a list of party ids that acted together',
    description: 'Who did it, by this source; absent = it does not say.',
  },
  target: party,
  when,
  place,
  weapons: listOf(ref('weapon'), 'Weapon classes named.', 1),
  source: text('Id of the outlet, agency, monitor or office that says so.'),
  speaksFor: {
    ...party,
    description: 'Party for whom the source speaks: its word in its own favour is capped.',
  },
  root: text('Origin after relays are collapsed; copies of one story share it. Absent = the source.'),
  grade,
  stance: oneOf(['asserts', 'denies'], 'Absent = asserts.'),
  received,
  item: text('Item it was performed on: a road, a post, a list.'),
  sector: text('Sector, where patrols or reports go by sectors.'),
  figures: listOf(
    closed(
      {
        what: oneOf(
          ['killed', 'wounded', 'released', 'displaced', 'items', 'incidents', 'persons'],
          'What is counted.',
        ),
        low: wholeNumber('Lowest figure given.'),
        high: wholeNumber('Highest figure given.'),
        asOf: ref('date'),
      },
      ['what', 'low', 'high'],
    ),
    'Figures as claimed.',
    1,
  ),
  summary,
  ...from,
}
const CLAIM_NEEDS = ['id', 'types', 'when', 'place', 'source', 'grade', 'received']

const kind = (of: string, fields: Record<string, Schema>, required: readonly string[]): Schema =>
  closed({ of: { const: of, title: `'${of}'`, description: 'Kind of record.' }, ...fields }, [
    'of',
    ...required,
  ])

const about = closed(
  { provision: text('A provision id.'), party, agenda: text('An agenda id.'), event: text('An event id.') },
  [],
  { description: 'What it is about.' },
)

/** One schema for each kind of record in an evidence file. */
export const RECORD_SCHEMAS: Readonly<Record<string, Schema>> = {
  claim: kind('claim', claimFields, CLAIM_NEEDS),
  retraction: kind(
    'retraction',
    { id: recordId, retracts: text('Id of the record taken back.'), received, why: text('Why.') },
    ['id', 'retracts', 'received'],
  ),
  correction: kind(
    'correction',
    {
      id: recordId,
      supersedes: text('Id of the claim it replaces.'),
      claim: closed(claimFields, CLAIM_NEEDS, { description: 'The claim as it should read.' }),
      received,
      why: text('Why.'),
    },
    ['id', 'supersedes', 'claim', 'received'],
  ),
  ruling: kind(
    'ruling',
    {
      id: recordId,
      event: text('Event it rules on.'),
      set: closed(
        {
          types: claimFields.types!,
          actor: {
            anyOf: [claimFields.actor!, { type: 'null' }],
            title: 'a party id, a list of them, or null',
            description: 'Who did it; null = it stays open.',
          },
          when,
          place,
          after: text('Event that came before it.'),
          correspondence: oneOf(
            ['as_agreed', 'partial', 'different', 'unknown'],
            'Whether the performance is what was agreed.',
          ),
        },
        [],
        { minProperties: 1, description: 'What is ruled.' },
      ),
      by: text('Who ruled (a pseudonym).'),
      why: text('Why.'),
      received,
    },
    ['id', 'event', 'set', 'by', 'why', 'received'],
  ),
  link: kind(
    'link',
    {
      id: recordId,
      events: {
        type: 'array',
        items: { type: 'string', minLength: 1 },
        minItems: 2,
        maxItems: 2,
        uniqueItems: true,
        title: 'two event ids',
        description: 'The two events.',
      },
      relation: oneOf(
        ['same-event', 'versions-of', 'response-to'],
        'versions-of links the tellings of two sides without merging them.',
      ),
      by: text('Who linked them.'),
      received,
    },
    ['id', 'events', 'relation', 'by', 'received'],
  ),
  coverage: kind(
    'coverage',
    {
      id: recordId,
      zone: text('A zone id.'),
      provision: text('A provision id.'),
      when,
      level: oneOf(['adequate', 'partial', 'none'], 'How well it could be seen.'),
      why: text('Who could look, and how.'),
      received,
    },
    ['id', 'when', 'level', 'received'],
  ),
  suspension: kind(
    'suspension',
    {
      id: recordId,
      provision: text('A provision id; absent = all.'),
      by: party,
      when,
      until: when,
      received,
    },
    ['id', 'by', 'when', 'received'],
  ),
  discharge: kind(
    'discharge',
    { id: recordId, provision: text('A provision id.'), bearer: party, when, why: text('Why.'), received },
    ['id', 'provision', 'when', 'why', 'received'],
  ),
  statement: kind(
    'statement',
    {
      id: recordId,
      speaker: closed(
        {
          name: text('Name.'),
          role: text('Office.'),
          named: oneOf(['named', 'office_only', 'unnamed', 'collective'], 'How far the speaker is named.'),
          party,
        },
        ['named'],
        { description: 'Who said it, as far as the report says.' },
      ),
      chain: listOf(
        closed({ name: text('Who relayed.'), language: text('Language.'), date: ref('date') }, ['name']),
        'Originator first, publisher last.',
        1,
      ),
      act: oneOf(SPEECH_ACTS, 'What the words do.'),
      modality: oneOf(
        ['asserts', 'denies', 'doubts', 'conditional', 'intends'],
        'How the words stand to the fact.',
      ),
      quote: text("The speaker's own words."),
      paraphrase: text('In our words.'),
      gloss: text("The outlet's wording about the speaker."),
      condition: text('Condition named.'),
      target: text('Whom it is about.'),
      when,
      about,
      readings: listOf(
        closed(
          { outlet: text('Outlet.'), reading: text('What it takes the words to mean.'), url: ref('url') },
          ['outlet', 'reading'],
        ),
        "Outlets' readings.",
        1,
      ),
      claimedException: closed(
        {
          provision: text('A provision id.'),
          events: listOf(text('An event id.'), 'Events it would excuse.'),
        },
        [],
        { description: 'What the party says its act falls under; never a clause.' },
      ),
      denies: text('What it denies.'),
      summary,
      grade,
      received,
      ...from,
    },
    ['id', 'chain', 'act', 'when', 'received'],
  ),
  undertaking: kind(
    'undertaking',
    {
      id: recordId,
      statement: text('Id of the statement it was made in.'),
      party,
      types: listOf(ref('eventType'), 'What counts as keeping it (or, to refrain, as breaking it).', 1),
      mode: oneOf(['do', 'refrain'], 'A promise to do, or to refrain.'),
      quantity: wholeNumber('How many.', 1),
      each: oneOf(['side'], 'The quantity is due from each side.'),
      deadline: ref('date'),
      zone: text('A zone id.'),
      condition: text('Condition named.'),
      words: summary,
      when,
      received,
      ...from,
    },
    ['id', 'party', 'types', 'mode', 'words', 'when', 'received'],
  ),
  position: kind(
    'position',
    {
      id: recordId,
      item: text('An agenda id.'),
      party,
      stance: oneOf(STANCES, 'Stance.'),
      condition: text('Condition named.'),
      waitsFor: text('Agenda item or other matter that must come first.'),
      statement: text('A statement id.'),
      round: text('Round of talks.'),
      when,
      received,
      ...from,
    },
    ['id', 'item', 'stance', 'when', 'received'],
  ),
}

/** Definitions that every record schema points to, for a schema that stands alone. */
export const alone = (schema: Schema): Schema => ({ ...schema, $defs: PARTS })

/** The published schema of a list of records (schemas/accord-evidence-1.schema.json is this, written out). */
export const EVIDENCE_SCHEMA: Schema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'https://hudna.invalid/schemas/accord-evidence-1.schema.json',
  title: 'Evidence about an accord: accords/<id>/evidence/*.yaml (a list) or *.jsonl (one record a line)',
  type: 'array',
  items: { anyOf: Object.keys(RECORD_SCHEMAS).map(k => ref(k)), title: 'a record' },
  $defs: { ...PARTS, ...RECORD_SCHEMAS },
}
