import type { Locale, Words } from '../words.ts'

/** How far a brief may go. Internal holds everything the viewer may see; public only what is safe for all. */
export type ReleaseLevel = 'internal' | 'parties' | 'public'

/** A run of text; `record`, `provision` or `url` is what it rests on, opened by one click. */
export type Run = {
  readonly text: string
  readonly record?: string
  readonly provision?: string
  readonly url?: string
  readonly strong?: boolean
}

export type Block =
  | { readonly kind: 'sentence'; readonly runs: readonly Run[] }
  /** An editor's words, never mixed with what was computed. */
  | { readonly kind: 'note'; readonly runs: readonly Run[] }
  | { readonly kind: 'list'; readonly items: readonly (readonly Run[])[] }
  | {
      readonly kind: 'table'
      readonly columns: readonly string[]
      readonly rows: readonly (readonly (readonly Run[])[])[]
    }

export type Section = { readonly id: SectionId; readonly title: string; readonly blocks: readonly Block[] }

/** The fixed order of a brief (shared domain §4): facts first, what we cannot say and sources last. */
export const SECTIONS = [
  'bottom-line',
  'compliance',
  'incidents',
  'ledgers',
  'statements',
  'access',
  'exchange',
  'talks',
  'warnings',
  'cannot-say',
  'sources',
] as const
export type SectionId = (typeof SECTIONS)[number]

/**
 * A brief as data: composed in one language, each sentence with what it rests on. A pure function of the
 * ledger as known at `knownAt`, so a released one can be made again to the byte.
 */
export type Brief = {
  readonly format: 'hudna-brief/1'
  readonly accord: string
  readonly locale: Locale
  readonly title: string
  readonly period: { readonly from: string; readonly to: string }
  /** Cut-off and knowledge, seconds UTC. */
  readonly asOf: { readonly t: number; readonly k: number }
  readonly tz: string
  readonly reading: string
  readonly level: ReleaseLevel
  readonly header: readonly (readonly [label: string, value: string])[]
  readonly sections: readonly Section[]
}

export const EDITOR_NOTE: Words = { en: 'Editor’s note', ar: 'ملاحظة المحرّر' }

export const SECTION_TITLES: Readonly<Record<SectionId, Words>> = {
  'bottom-line': { en: 'Bottom line', ar: 'الخلاصة' },
  compliance: { en: 'What changed, provision by provision', ar: 'ما تغيّر، بنداً بنداً' },
  incidents: { en: 'Incidents by zone', ar: 'الحوادث بحسب المناطق' },
  ledgers: { en: 'Counts kept by others', ar: 'أعداد يحصيها آخرون' },
  statements: { en: 'Statements and positions', ar: 'التصريحات والمواقف' },
  access: { en: 'Patrols, posts and access', ar: 'الدوريات والنقاط وإمكان الوصول' },
  exchange: { en: 'Detainees', ar: 'المحتجزون' },
  talks: { en: 'Talks', ar: 'المحادثات' },
  warnings: { en: 'Warnings', ar: 'الإنذارات' },
  'cannot-say': { en: 'What we cannot say', ar: 'ما لا نستطيع قوله' },
  sources: { en: 'Sources', ar: 'المصادر' },
}
