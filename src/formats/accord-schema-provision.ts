import {
  closed,
  id,
  listOf,
  never,
  oneOf,
  ref,
  type Schema,
  text,
  when,
  wholeNumber,
} from './accord-schema-parts.ts'

const bearerItem: Schema = {
  anyOf: [
    { type: 'string', minLength: 1 },
    { type: 'array', items: { type: 'string', minLength: 1 }, minItems: 2, uniqueItems: true },
  ],
  title: 'a party id, or a list of at least two party ids bound jointly',
  description: 'One party, or a list of parties bound jointly: one verdict for the group.',
}

const patternFields: Record<string, Schema> = {
  types: listOf(
    ref('eventType'),
    'Event types that count; each also counts everything below it in the tree.',
    1,
  ),
  in: id('Zone in which the event must lie.'),
  weapons: listOf(ref('weapon'), 'Weapon classes that count; absent = any.', 1),
  target: listOf(id('A party id.'), 'Parties against whom the act must be; absent = anyone.', 1),
  same: oneOf(['sector', 'item', 'zone'], "What must agree with the trigger's event."),
  item: id('Item on which the act must be performed, such as a road or a post.'),
}
const pattern = (more: Record<string, Schema> = {}, required: readonly string[] = []): Schema =>
  closed({ ...patternFields, ...more }, ['types', ...required], {
    title: 'a pattern, {types: […], in: zone, …}',
  })

const exceptionDefinition = closed(
  {
    id: id('Unique within the provision.'),
    kind: oneOf(
      ['permitted-response', 'carve-out'],
      'permitted-response: allowed as an answer to a provocation. carve-out: acts against certain parties lie outside.',
    ),
    reading: {
      anyOf: [
        { type: 'string', minLength: 1 },
        { type: 'array', items: { type: 'string', minLength: 1 }, minItems: 1, uniqueItems: true },
      ],
      title: 'a reading id or a list of reading ids',
      description: 'Reading or readings under which the text is held to say so. An exception must name one.',
    },
    order: wholeNumber('Which exception is tried first (lowest first); needed where two can match one act.'),
    provocation: pattern(
      {
        by: {
          anyOf: [
            { const: 'other-side' },
            { type: 'array', items: { type: 'string', minLength: 1 }, minItems: 1 },
          ],
          title: "'other-side' or a list of party ids",
          description: 'Who must have provoked.',
        },
        within: ref('duration', 'How long after the provocation a response is still one.'),
        distance: wholeNumber('How far from the provocation, in metres.', 1),
        unlawfulOnly: {
          type: 'boolean',
          title: 'true or false',
          description: 'Only a provocation that is itself a breach.',
        },
      },
      ['by', 'within', 'distance'],
    ),
    proportion: closed(
      {
        ladder: oneOf(['weapon-class'], 'The ladder on which weapons are compared.'),
        maxStep: wholeNumber('How many steps above the provocation the response may lie.'),
      },
      ['ladder', 'maxStep'],
      { description: 'How heavy the response may be.' },
    ),
    target: listOf(id('A party id.'), 'carve-out: acts against these lie outside the prohibition.', 1),
    source: closed({ document: id('Document id.'), points: ref('points') }, ['document'], {
      description: 'Where the text holds the exception, if it does.',
    }),
    note: ref('words'),
  },
  ['id', 'kind', 'reading'],
  {
    allOf: [needs('kind', 'permitted-response', 'provocation'), needs('kind', 'carve-out', 'target')],
  },
)

/** Where `field` has the value, `needed` must be there. */
function needs(field: string, value: string, needed: string): Schema {
  return when({ properties: { [field]: { const: value } }, required: [field] }, { required: [needed] })
}

/** Where `field` is there, the clause must be of one of these kinds. */
function only(field: string, kinds: readonly string[], title: string): Schema {
  return when({ required: [field] }, { properties: { kind: { enum: kinds, title } } })
}

const sourceDefinition = closed(
  {
    document: id('Id of the document that holds it.'),
    points: ref('points', 'Articles or points, as the document numbers them.'),
    facts: listOf(text('A fact id.'), 'Ids of the facts it was drafted from.'),
    urls: listOf(ref('url'), 'Pages that were read for it.', 1),
  },
  ['document', 'urls'],
)

/** Definitions that provisions point to. */
export const PROVISION_PARTS: Readonly<Record<string, Schema>> = {
  bearerItem,
  pattern: pattern(),
  exception: exceptionDefinition,
  source: sourceDefinition,
}

/** Every field of a provision apart from `id`, `readings` and `under`: what a reading may change. */
export const provisionFields: Record<string, Schema> = {
  kind: oneOf(
    [
      'prohibition',
      'obligation',
      'permission',
      'maintain',
      'definition',
      'mechanism',
      'recital',
      'time_limit',
    ],
    'prohibition: must not. obligation: must do. maintain: must keep a state (action names the lapse). permission: may. The rest are shown and not judged.',
  ),
  title: ref('words', 'A few words for lists.'),
  words: ref('words', 'What it says, in our own words.'),
  theme: text('Heading under which scores are summed, such as ceasefire, withdrawal, monitoring.'),
  act: text(
    'The act, in the words of docs/accord-format.md: cease_fire, withdraw_heavy_weapons, open_road …',
  ),
  bearer: listOf(ref('bearerItem'), 'Who is bound.'),
  boundThrough: {
    type: 'object',
    additionalProperties: { type: 'string', minLength: 1 },
    title: 'a map from party id to guarantor id',
    description: 'Party that did not sign, and the guarantor through whom it is bound.',
  },
  beneficiary: listOf(text('A party id or a group of people.'), 'For whose good.'),
  source: ref('source'),
  disputes: listOf(
    closed(
      {
        phrase: ref('words', 'The words that parties read differently, paraphrased.'),
        positions: listOf(
          closed(
            {
              by: id('Who holds it: a party id, or the id of an outlet listed among the parties.'),
              says: ref('words'),
              reading: id('Reading that takes this position.'),
              source: ref('url'),
            },
            ['by', 'says'],
          ),
          'Who holds what.',
          1,
        ),
      },
      ['phrase', 'positions'],
    ),
    'Phrases in dispute.',
  ),
  action: ref('pattern', 'The act: what is forbidden, permitted, or would end the state.'),
  window: closed({ from: ref('date'), to: ref('date') }, [], {
    description: 'When it binds, where narrower than the document.',
  }),
  exceptions: listOf(
    ref('exception'),
    'Exceptions in the text, or that a reading finds there. Only on a prohibition.',
    1,
  ),
  reparation: closed(
    {
      duty: id('Short name of the counter-duty.'),
      words: ref('words'),
      perform: ref('pattern', 'What counts as doing it.'),
      within: ref('duration'),
      bearer: ref('bearerItem'),
      on: oneOf(['BREACHED', 'POSSIBLE'], 'Verdict from which the counter-duty arises.'),
    },
    ['duty', 'words', 'perform', 'within'],
    { description: 'Counter-duty that a breach gives rise to.' },
  ),
  perform: ref('pattern', 'What counts as doing it.'),
  over: closed({ items: ref('pattern') }, ['items'], { description: 'Each item seen must be performed on.' }),
  trigger: pattern({
    by: {
      anyOf: [
        { enum: ['other-side', 'any'] },
        { type: 'array', items: { type: 'string', minLength: 1 }, minItems: 1 },
      ],
      title: "'other-side', 'any' or a list of party ids",
      description: 'Whose act triggers the duty.',
    },
  }),
  deadline: ref('date', 'The last moment. A date without a time means the end of that day.'),
  within: ref('duration', 'Time allowed after the trigger, or after what `after` names.'),
  after: closed(
    {
      document: id('Document whose start it runs from.'),
      provision: id('Provision whose beginning it runs from.'),
    },
    [],
    {
      minProperties: 1,
      maxProperties: 1,
      title: 'exactly one of document and provision',
      description: 'From what `within` runs, where not from a trigger.',
    },
  ),
  recurring: closed(
    { every: ref('duration', 'Length of the period.'), from: ref('date'), to: ref('date') },
    ['every'],
    { description: 'The duty falls due once in each period.' },
  ),
  quantity: wholeNumber('How many, in all or in each period.', 1),
  reciprocity: closed(
    {
      with: id('Provision that the other side must keep.'),
      by: oneOf(['other-side'], 'Whose conduct counts.'),
      mode: oneOf(
        ['condition', 'suspends'],
        'condition: due only once the other side has begun. suspends: their breach suspends it.',
      ),
    },
    ['with', 'by', 'mode'],
    { description: 'How the duty hangs on what the other side does.' },
  ),
  suspendable: {
    type: 'boolean',
    title: 'true or false',
    description: 'Whether the text honours a notice of suspension.',
  },
  protects: listOf(id('A party id.'), 'permission: parties it protects, whose acts are no obstruction.'),
  obstruction: ref('pattern', 'permission: what would hinder its use.'),
  supersededBy: id('Later provision that takes its place.'),
  evidence: ref('evidenceRuleParts', 'Rules of evidence that differ for this provision.'),
  note: ref('words'),
}

/** Which fields of a provision may stand together. */
export const provisionRules: Schema = {
  allOf: [
    never('deadline', 'within', 'exactly one of deadline, within and recurring'),
    never('deadline', 'recurring', 'exactly one of deadline, within and recurring'),
    never('within', 'recurring', 'exactly one of deadline, within and recurring'),
    only('exceptions', ['prohibition'], 'prohibition, the only kind that may have exceptions'),
    only(
      'deadline',
      ['obligation', 'time_limit', 'mechanism'],
      'obligation: prohibitions, permissions and states have no deadline',
    ),
    only(
      'within',
      ['obligation', 'time_limit', 'mechanism'],
      'obligation: prohibitions, permissions and states have no deadline',
    ),
    only(
      'recurring',
      ['obligation', 'time_limit', 'mechanism'],
      'obligation: prohibitions, permissions and states have no deadline',
    ),
    needs('kind', 'prohibition', 'action'),
    needs('kind', 'maintain', 'action'),
    needs('kind', 'permission', 'action'),
    needs('kind', 'obligation', 'perform'),
  ],
}

/** When something counts as established. */
export const evidenceRule: Record<string, Schema> = {
  independent: wholeNumber('Distinct origins needed before something is established.', 1),
  reliability: oneOf(
    ['A', 'B', 'C', 'D', 'E', 'F'],
    'Least reliability of a source that counts as qualified (Admiralty).',
  ),
  credibility: oneOf(
    [1, 2, 3, 4, 5, 6],
    'Least credibility of the information that counts as qualified (Admiralty).',
  ),
  selfServingCap: oneOf([1], "A party's word in its own favour never lifts a level above this."),
  admission: oneOf(
    ['sufficient', 'counts'],
    'Whether an admission against interest establishes the act alone.',
  ),
  lag: ref('duration', 'Wait after a deadline before absence counts.'),
}
