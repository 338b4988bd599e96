import type { SayingAct } from '../lexicons/attribution-lexicon.ts'
import type { ContentFeatures } from './content.ts'
import type { StatementFound, StatementKind, Voice } from './statement-found.ts'

/** Who is heard, as far as the kind of a statement depends on it. */
export type Hearing = {
  readonly voice: Voice
  /** The words are quoted, so "we" is the speaker's side. */
  readonly quoted: boolean
  /** A mediator or mission: it announces what others will do. */
  readonly mediator: boolean
  /** It stands in a statement that the speaker issued. */
  readonly medium: boolean
}

/**
 * The kind of a statement: the verb decides where it names an act; after a plain "said" the content does.
 * Order matters: what binds the speaker (denial, threat, promise) goes before what describes.
 */
export function kindOf(
  act: SayingAct,
  f: ContentFeatures,
  { voice, quoted, mediator, medium }: Hearing,
): StatementKind {
  switch (act) {
    case 'deny':
      return 'denial'
    case 'accuse':
      return 'accusation'
    case 'warn':
      return quoted && f.retaliate && f.we ? 'threat' : 'warning'
    case 'threaten':
      return 'threat'
    case 'commit':
      return f.retaliate ? 'threat' : 'commitment'
    case 'demand':
    case 'reject':
    case 'welcome':
    case 'express':
      return 'position'
    case 'opine':
      return f.collapse ? 'warning' : 'position'
    case 'announce':
      if (f.refuse) return 'position'
      if (f.committed && !f.agree) return 'commitment'
      if (f.noIntent) return 'denial'
      if (f.retaliate && (f.future || f.willNot)) return 'threat'
      return f.future && f.we ? 'commitment' : 'announcement'
    default:
      return byContent(act, f, { voice, quoted, mediator, medium })
  }
}

/** Several who are parties themselves (both sides, the guarantors, the leaders) are no witnesses. */
const isParty = (voice: Voice): boolean => PARTIES.test(voice.speaker ?? '')
const PARTIES =
  /طرف|جانب|أطراف|الأطراف|الدول|دول|رئيس|وزير|ضامن|قادة|مجتمع|مشارك|\b(sides|parties|leaders|ministers|presidents|guarantors|governments)\b|сторон|лидер|гарант|министр|президент|taraf|lider|garant|bakan|\b(parties|camps|dirigeants|garants|ministres|présidents)\b/iu

function byContent(
  act: SayingAct,
  f: ContentFeatures,
  { voice, quoted, mediator, medium }: Hearing,
): StatementKind {
  const witness =
    voice.carrier || (voice.named === 'collective' && !quoted && !isParty(voice)) || voice.impersonal === true
  if (f.noIntent) return 'denial'
  if (f.willNot) {
    if (f.prevent || f.hostile) return 'commitment'
    return f.retaliate ? 'threat' : 'position'
  }
  if (f.retaliate && (f.future || quoted)) return 'threat'
  if (f.may && f.collapse) return 'warning'
  if (witness) return f.violate && act === 'claim' ? 'accusation' : 'report'
  if (f.must) return 'position'
  if (f.future) {
    if (f.we && quoted) return 'commitment'
    if (mediator) return 'announcement'
    if (f.scheduled && act !== 'affirm') return 'announcement'
    return 'commitment'
  }
  if (f.violate && !f.evaluation && act !== 'concede') return 'accusation'
  if (f.committed) return 'commitment'
  if (f.refuse) return 'position'
  if (f.evaluation) return 'position'
  const anonymous = voice.named === 'unnamed' || (voice.named === 'collective' && !isParty(voice))
  if (anonymous) return 'report'
  if (f.completed) return 'announcement'
  if (act === 'claim') return f.violate ? 'accusation' : 'report'
  if (medium) return 'announcement'
  return quoted || act === 'affirm' ? 'position' : 'report'
}

/** The speech act of the record (domain brief §3.5) a kind and verb amount to. */
export function speechActOf(kind: StatementKind, act: SayingAct, f: ContentFeatures): string {
  switch (kind) {
    case 'denial':
      return 'deny'
    case 'accusation':
      return 'accuse'
    case 'warning':
      return 'warn'
    case 'threat':
      return 'threaten'
    case 'commitment':
      return 'commit'
    case 'announcement':
      return f.agree ? 'accept' : 'announce'
    case 'position':
      if (act === 'demand') return 'demand'
      if (act === 'reject' || f.refuse) return 'reject'
      if (act === 'welcome') return 'welcome'
      return f.must ? 'demand' : f.may ? 'speculate' : 'assert'
    default:
      return act === 'concede' ? 'concede' : 'assert'
  }
}

/** How the content stands to fact. */
export function modalityOf(
  kind: StatementKind,
  f: ContentFeatures,
  conditional: boolean,
): StatementFound['modality'] {
  if (kind === 'denial') return 'denies'
  if (conditional) return 'conditional'
  if (kind === 'commitment' || kind === 'threat' || f.future || f.willNot) return 'intends'
  return f.may ? 'doubts' : 'asserts'
}
