import {
  closed,
  id,
  listOf,
  never,
  oneOf,
  PARTS,
  ref,
  type Schema,
  text,
  when,
} from './accord-schema-parts.ts'
import { evidenceRule, PROVISION_PARTS, provisionFields, provisionRules } from './accord-schema-provision.ts'

const geometryRef: Schema = {
  anyOf: [
    { type: 'string', minLength: 1 },
    { type: 'array', items: { type: 'string', minLength: 1 }, minItems: 1, uniqueItems: true },
  ],
  title: 'a feature id of zones.geojson, or a list of them',
  description:
    "Feature of zones.geojson (a Polygon or MultiPolygon) by its properties.id. 'none' as inner: nothing is certainly inside.",
}

/**
 * The published schema of `accord.yaml`, format hudna/1 (schemas/accord-1.schema.json is this, written
 * out). Unknown keys are errors everywhere. What one file cannot say about itself (references, order of
 * exceptions, contradictions) is `checkAccord`'s part.
 */
export const ACCORD_SCHEMA: Schema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'https://hudna.invalid/schemas/accord-1.schema.json',
  title: 'An accord as data, format hudna/1',
  description: 'docs/accord-format.md explains every key with an example.',
  ...closed(
    {
      $schema: text('For editors; ignored.'),
      accord: { const: 'hudna/1', title: "'hudna/1'", description: 'The format of this file.' },
      id: id('Id of the accord: the name of its folder.'),
      title: ref('words'),
      summary: ref('words'),
      tz: text(
        'IANA time zone in which dates without a zone are meant, such as Asia/Damascus.',
        'an IANA time zone',
      ),
      projection: closed(
        { kind: oneOf(['local-metres'], 'Flat metres around the origin.'), origin: ref('position') },
        ['kind', 'origin'],
        { description: 'Metres in which distances are reckoned.' },
      ),
      area: id("Zone that is the accord's area: used to catch swapped coordinates."),
      form: oneOf(['written', 'verbal', 'communique', 'tacit'], 'Form of the accord.'),
      sidedness: oneOf(['unilateral', 'bilateral', 'multilateral'], 'How many undertook it.'),
      class: oneOf(
        ['cessation_of_hostilities', 'preliminary', 'definitive', 'humanitarian_pause', 'local'],
        'definitive settles substance and demobilises; preliminary has some compliance mechanism; cessation of hostilities has neither.',
      ),
      purpose: listOf(text('peace_process, humanitarian, holiday, election …'), 'What it is for.'),
      coverage: oneOf(['whole_conflict', 'area', 'route', 'named_sites'], 'What it covers.'),
      parties: listOf(
        closed(
          {
            id: id('Short id, used everywhere.'),
            name: ref('words'),
            role: oneOf(
              ['party', 'guarantor', 'mediator', 'observer', 'monitor', 'group', 'outlet'],
              'Its role in the accord.',
            ),
            side: id('Parties with different sides answer each other.'),
            answersTo: id('Guarantor through whom it is bound.'),
            adherence: oneOf(
              ['signatory', 'joined', 'not_joined', 'excluded', 'listed_terrorist'],
              'How it stands to the text.',
            ),
            aliases: listOf(
              text('A name.'),
              'Other names, in any language: the reader finds parties by them.',
            ),
            note: ref('words'),
          },
          ['id', 'name', 'role'],
        ),
        'Everybody the accord names, and monitors and outlets that hold positions about it.',
        1,
      ),
      documents: listOf(
        closed(
          {
            id: id('Short id.'),
            title: ref('words'),
            signed: ref('date'),
            signatories: listOf(id('A party id.'), 'Who signed.', 1),
            guarantors: listOf(id('A party id.'), 'Who guarantees.'),
            starts: listOf(
              closed(
                {
                  id: id('Unique within the document.'),
                  at: ref('date', 'When it came into force, by this account.'),
                  claimant: id('Party that names this start.'),
                  source: ref('url'),
                  note: ref('words'),
                },
                ['id', 'at', 'source'],
              ),
              'When it starts. Several = the start is disputed; the first is the default.',
              1,
            ),
            ends: listOf(
              closed(
                {
                  at: ref('date'),
                  type: oneOf(['expired', 'ended_by_party', 'overtaken', 'superseded'], 'How it ended.'),
                  by: id('A party id.'),
                  source: ref('url'),
                },
                ['at', 'type'],
              ),
              'When it ended, by each account.',
            ),
            supersedes: id('Earlier document whose place it takes.'),
            stage: text('Stage in the PA-X words.'),
            symbol: text('Official symbol, such as S/2018/852.'),
            sources: listOf(ref('url'), 'Pages that were read for it.', 1),
          },
          ['id', 'title', 'signatories', 'starts', 'sources'],
        ),
        'The instruments: memoranda, protocols, annexes.',
        1,
      ),
      zones: listOf(
        closed(
          {
            id: id('Short id.'),
            name: ref('words'),
            kind: text('deescalation_area, demilitarised_zone, road, corridor, country …'),
            versions: listOf(
              closed(
                {
                  from: ref('date'),
                  to: ref('date'),
                  shape: {
                    ...geometryRef,
                    description: 'Where the line is exact: the same feature as inner and outer.',
                  },
                  inner: { ...geometryRef, description: `Certainly inside. ${geometryRef.description}` },
                  outer: { ...geometryRef, description: 'Beyond this certainly outside.' },
                  source: ref('url'),
                  accuracy: text('How the line was drawn and how far it may be off.'),
                },
                ['from'],
                {
                  allOf: [
                    never('shape', 'inner', 'either shape, or inner and outer'),
                    never('shape', 'outer', 'either shape, or inner and outer'),
                    when({ not: { required: ['shape'] } }, { required: ['inner', 'outer'] }),
                  ],
                },
              ),
              'The zone through time.',
              1,
            ),
          },
          ['id', 'name', 'kind', 'versions'],
        ),
        'Areas the provisions speak of.',
      ),
      readings: listOf(
        closed(
          {
            id: id("Short id; 'default' must be among them."),
            author: id("Who reads it so: a party id, or 'cell' for this desk."),
            name: ref('words'),
            basis: ref('words'),
            starts: {
              type: 'object',
              additionalProperties: { type: 'string', minLength: 1 },
              title: 'a map from document id to start id',
              description: 'Which start of each document this reading takes.',
            },
            source: ref('url'),
          },
          ['id', 'author', 'name'],
        ),
        'Who says what the text means; each reading is judged whole.',
        1,
      ),
      evidence: closed(evidenceRule, Object.keys(evidenceRule), {
        description: 'When something counts as established.',
      }),
      provisions: listOf(
        closed(
          {
            id: id('Short id, permanent: links and evidence point to it.'),
            ...provisionFields,
            readings: listOf(
              id('A reading id.'),
              'Readings under which the clause exists at all; absent = all.',
              1,
            ),
            under: {
              type: 'object',
              additionalProperties: ref('provisionPatch'),
              title: 'a map from reading id to the fields that differ',
              description: 'What differs under a reading.',
            },
          },
          ['id', 'kind', 'title', 'words', 'bearer', 'source'],
          provisionRules,
        ),
        'The stipulations, finer than articles.',
        1,
      ),
      agenda: listOf(
        closed(
          {
            id: id('Short id.'),
            title: ref('words'),
            parent: id('An agenda id.'),
            provision: id('A provision id.'),
          },
          ['id', 'title'],
        ),
        'Topics of the talks.',
      ),
      gaps: listOf(
        closed(
          {
            element: oneOf(
              ['formal_text', 'purpose', 'start_and_term', 'area', 'acts', 'monitoring', 'disputes'],
              'Element a ceasefire text should hold (UN DPPA guidance 2022, chapter 1).',
            ),
            note: ref('words'),
          },
          ['element', 'note'],
        ),
        'Elements the text leaves open, with how.',
      ),
      notVerified: listOf(ref('words'), 'What could not be found when the file was written.'),
    },
    [
      'accord',
      'id',
      'title',
      'tz',
      'projection',
      'parties',
      'documents',
      'zones',
      'readings',
      'evidence',
      'provisions',
    ],
  ),
  $defs: {
    ...PARTS,
    ...PROVISION_PARTS,
    points: {
      type: 'array',
      items: { type: ['string', 'integer'], title: 'a point such as 7 or "3(b)"' },
      title: 'a list of points',
      description: 'Articles or points.',
    },
    evidenceRuleParts: closed(evidenceRule, []),
    provisionPatch: closed(provisionFields, [], { title: 'the fields that differ' }),
  },
}
