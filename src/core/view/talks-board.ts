import type { Accord, AgendaItem } from '../accord/model.ts'
import type { AsOf } from '../compliance/verdict.ts'
import type { ItemState, Stance, TalksPosition } from '../talks/position.ts'
import type { Words } from '../words.ts'

/** The Talks page: items by parties, each item's state computed from the positions known. */
export type TalksBoard = {
  readonly accord: string
  readonly asOf: AsOf
  /** Parties that hold a position on any item, in the accord's order. */
  readonly parties: readonly { readonly id: string; readonly name: Words }[]
  readonly items: readonly TalksRow[]
}

export type TalksRow = {
  readonly item: string
  readonly title: Words
  readonly parent?: string
  readonly provision?: string
  readonly state: ItemState
  /** Deferred until this item or matter, when a position says so. */
  readonly waitsFor?: string
  readonly because: Words
  /** Newest position of each party; the one without a party speaks of the talks as a whole. */
  readonly current: readonly TalksPosition[]
  /** All positions known by then, oldest first. */
  readonly history: readonly TalksPosition[]
}

/**
 * State of every agenda item at a moment. A position counts when it was taken by `t` and known by `k`;
 * a party's newest position replaces its earlier ones.
 */
export function talksBoard(accord: Accord, positions: readonly TalksPosition[], asOf: AsOf): TalksBoard {
  const known = positions
    .filter(p => p.received <= asOf.k && p.when.lo <= asOf.t)
    .toSorted((a, b) => a.when.lo - b.when.lo || a.received - b.received || (a.id < b.id ? -1 : 1))
  const agenda = accord.agenda ?? []
  const named = new Set(agenda.map(a => a.id))
  // A position on an item that the accord does not list is shown under its own name, never dropped.
  const extra: AgendaItem[] = [...new Set(known.map(p => p.item))]
    .filter(id => !named.has(id))
    .map(id => ({ id, title: { en: id, ar: id } }))
  const nameOf = (id: string) => accord.parties.find(p => p.id === id)?.name ?? { en: id, ar: id }
  const titleOf = (id: string) => agenda.find(a => a.id === id)?.title ?? { en: id, ar: id }
  const holders = new Set(known.flatMap(p => (p.party === undefined ? [] : [p.party])))
  const order = [...accord.parties.map(p => p.id).filter(id => holders.has(id))]
  for (const id of holders) if (!order.includes(id)) order.push(id)
  return {
    accord: accord.id,
    asOf,
    parties: order.map(id => ({ id, name: nameOf(id) })),
    items: [...agenda, ...extra].map(item => {
      const history = known.filter(p => p.item === item.id)
      const current = newestByParty(history)
      const { state, waitsFor, deciding } = stateOf(current)
      return {
        item: item.id,
        title: item.title,
        ...(item.parent !== undefined && { parent: item.parent }),
        ...(item.provision !== undefined && { provision: item.provision }),
        state,
        ...(waitsFor !== undefined && { waitsFor }),
        because: reasonOf(state, deciding, waitsFor, nameOf, titleOf),
        current,
        history,
      }
    }),
  }
}

function newestByParty(history: readonly TalksPosition[]): readonly TalksPosition[] {
  const newest = new Map<string, TalksPosition>()
  for (const p of history) newest.set(p.party ?? '', p)
  return [...newest.values()]
}

const TOWARDS: readonly Stance[] = ['supports', 'accepts_with_condition', 'open']
const AGAINST: readonly Stance[] = ['opposes', 'blocks']

/**
 * An item's state from the newest positions. In order: nobody spoke → unknown; a party is against → contested;
 * somebody defers → deferred; the talks as a whole are against → contested; two or more parties, or the talks as
 * a whole, support it and nobody holds back → agreed; anybody moves towards it → converging.
 *
 * A deferral outranks "no agreement" said of the talks as a whole, because it is the reason for it.
 */
export function stateOf(current: readonly TalksPosition[]): {
  readonly state: ItemState
  readonly waitsFor?: string
  readonly deciding: readonly TalksPosition[]
} {
  const spoken = current.filter(p => p.stance !== 'silent')
  if (!spoken.length) return { state: 'unknown', deciding: [] }
  const against = spoken.filter(p => AGAINST.includes(p.stance))
  const byParty = against.filter(p => p.party !== undefined)
  if (byParty.length) return { state: 'contested', deciding: byParty }
  const defers = spoken.filter(p => p.stance === 'defers')
  if (defers.length) {
    const waitsFor = defers.find(p => p.waitsFor !== undefined)?.waitsFor
    return { state: 'deferred', ...(waitsFor !== undefined && { waitsFor }), deciding: defers }
  }
  if (against.length) return { state: 'contested', deciding: against }
  const towards = spoken.filter(p => TOWARDS.includes(p.stance))
  const full = towards.filter(p => p.stance === 'supports')
  const enough = full.some(p => p.party === undefined) || full.length >= 2
  if (enough && full.length === towards.length) return { state: 'agreed', deciding: full }
  return { state: 'converging', deciding: towards }
}

const AND_EN = new Intl.ListFormat('en')
const AND_AR = new Intl.ListFormat('ar')

function reasonOf(
  state: ItemState,
  deciding: readonly TalksPosition[],
  waitsFor: string | undefined,
  nameOf: (id: string) => Words,
  titleOf: (id: string) => Words,
): Words {
  const who = deciding.map(p =>
    p.party === undefined ? { en: 'the talks as a whole', ar: 'المحادثات عموماً' } : nameOf(p.party),
  )
  const en = AND_EN.format(who.map(w => w.en))
  const ar = AND_AR.format(who.map(w => w.ar))
  switch (state) {
    case 'unknown':
      return { en: 'No position on record.', ar: 'لا موقف مسجّل.' }
    case 'agreed':
      return { en: `Supported without reserve by ${en}.`, ar: `موضع تأييد بلا تحفظ من: ${ar}.` }
    case 'converging':
      return { en: `Moving towards it: ${en}.`, ar: `يتجه نحوه: ${ar}.` }
    case 'contested':
      return { en: `Against it: ${en}.`, ar: `يعارضه: ${ar}.` }
    case 'deferred':
      return waitsFor === undefined
        ? { en: `Put off by ${en}.`, ar: `أرجأه: ${ar}.` }
        : {
            en: `Put off by ${en} until: ${titleOf(waitsFor).en}.`,
            ar: `أرجأه: ${ar}، إلى حين: ${titleOf(waitsFor).ar}.`,
          }
  }
}
