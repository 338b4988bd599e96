import type { Words } from '../words.ts'

/**
 * The exchange of detainees as the server may see it: pseudonymous ids and coarse facts only. Names,
 * birth dates and exact places live in the vault, encrypted to the committee's own keys (docs/exchange.md).
 */

/** Shared domain §5.4. A person may be in several. */
export const CATEGORIES = [
  'child',
  'sick',
  'wounded',
  'elderly',
  'woman',
  'civilian',
  'journalist',
  'fighter',
  'body',
] as const
export type Category = (typeof CATEGORIES)[number]

export const CATEGORY_WORDS: Readonly<Record<Category, Words>> = {
  child: { en: 'child', ar: 'طفل' },
  sick: { en: 'sick', ar: 'مريض' },
  wounded: { en: 'wounded', ar: 'جريح' },
  elderly: { en: 'elderly', ar: 'مسنّ' },
  woman: { en: 'woman', ar: 'امرأة' },
  civilian: { en: 'civilian', ar: 'مدني' },
  journalist: { en: 'journalist', ar: 'صحفي' },
  fighter: { en: 'fighter', ar: 'مقاتل' },
  body: { en: 'body', ar: 'جثمان' },
}

/** What the holder answered to a name (shared domain §5.4); `silent` = no answer by the step's deadline. */
export const REPLIES = [
  'held',
  'not_held',
  'released_before',
  'deceased',
  'unknown',
  'duplicate_of',
  'need_more_data',
  'refused_to_answer',
] as const
export type Reply = (typeof REPLIES)[number]

/** One detainee as the planner knows them. */
export type Detainee = {
  /** Pseudonymous, without meaning. */
  readonly id: string
  /** Party that holds them and would release them. */
  readonly holder: string
  readonly categories: readonly Category[]
  /** Coarse: a governorate or nothing. */
  readonly place?: string
  /** Whole days held as of the plan's date, when known. */
  readonly waitingDays?: number
  /** Persons with the same value leave together or not at all. */
  readonly family?: string
  readonly reply?: Reply
}

/**
 * How many leave. `number`: so many from each holder (n for n when equal, n for m otherwise).
 * `all`: everyone held. `by_category`: so many of each category from each holder. Bodies are counted
 * apart from the living in every formula.
 */
export type Formula =
  | { readonly kind: 'number'; readonly count: Readonly<Record<string, number>> }
  | { readonly kind: 'all' }
  | {
      readonly kind: 'by_category'
      readonly count: Readonly<Record<string, Partial<Readonly<Record<Category, number>>>>>
    }

/** A condition of the plan. Each has an id, so that a clash can name the smallest set that clashes. */
export type Condition =
  /** A party will not let this person be part of it. */
  | { readonly id: string; readonly kind: 'veto'; readonly person: string; readonly by: string }
  /** Both sides agreed that this person is in. */
  | { readonly id: string; readonly kind: 'agreed'; readonly person: string }
  | {
      readonly id: string
      readonly kind: 'at_least' | 'at_most'
      readonly holder: string
      readonly category?: Category
      readonly place?: string
      readonly count: number
    }
  /** If one leaves, the other does too. */
  | { readonly id: string; readonly kind: 'only_with'; readonly person: string; readonly with: string }
  /** Not both. */
  | { readonly id: string; readonly kind: 'not_both'; readonly persons: readonly [string, string] }
  /** The two holders' counts in a category differ by no more than this. */
  | { readonly id: string; readonly kind: 'balance'; readonly category: Category; readonly within: number }

export type PlanRequest = {
  /** The two holders, in the order in which every table shows them. */
  readonly holders: readonly [string, string]
  readonly detainees: readonly Detainee[]
  readonly formula: Formula
  /**
   * Released whatever the other side does, and never counted in the formula: a child is no currency
   * (the sixfold practice of shared domain §5.4: children always non-bargained; sick and wounded first).
   */
  readonly unconditional: readonly Category[]
  readonly conditions: readonly Condition[]
  /** Persons of an earlier plan: kept where that costs nothing, so that a plan changes no more than it must. */
  readonly keep?: readonly string[]
  /** Leave out at least this many of `keep`, for an alternative. */
  readonly differBy?: number
}

export type PlannedPerson = {
  readonly id: string
  readonly holder: string
  readonly in: boolean
  /** Counted in the formula, or released beside it. */
  readonly counted: boolean
  readonly why: Words
}

export type Plan =
  | {
      readonly kind: 'optimal'
      /** Sum of the priorities of those chosen, less what unfairness costs; no unit. */
      readonly value: number
      /** No plan under these conditions can be better than this. Equal to `value` when certified. */
      readonly bound: number
      readonly certified: boolean
      readonly persons: readonly PlannedPerson[]
      readonly totals: readonly {
        readonly holder: string
        readonly counted: number
        readonly beside: number
        readonly byCategory: Readonly<Partial<Record<Category, number>>>
        readonly byPlace: Readonly<Record<string, number>>
      }[]
    }
  | {
      readonly kind: 'infeasible'
      /** Ids of conditions (and 'formula', 'families', 'unconditional') that cannot all hold: none can be left out of the set. */
      readonly clash: readonly string[]
      readonly words: Words
    }
  | { readonly kind: 'out-of-time'; readonly value?: number; readonly bound?: number }
