import type { Verdict } from '../compliance/verdict.ts'
import type { Words } from '../words.ts'
import { type Standing, standingOf } from './verdict-words.ts'

/** Worst first: a provision stands where its worst bearer stands. */
const WORST: readonly Standing[] = ['broken', 'doubt', 'unknown', 'open', 'kept', 'aside']

/** How many provisions stand where, by their worst cell; `aside` (not in force, not judged) included. */
export function standings(verdicts: readonly Verdict[]): Readonly<Record<Standing, number>> {
  const worst = new Map<string, Standing>()
  for (const v of verdicts) {
    const s = standingOf(v)
    const before = worst.get(v.provision)
    if (before === undefined || WORST.indexOf(s) < WORST.indexOf(before)) worst.set(v.provision, s)
  }
  const counts = { kept: 0, open: 0, doubt: 0, broken: 0, unknown: 0, aside: 0 }
  for (const s of worst.values()) counts[s]++
  return counts
}

/**
 * The State page's answer in one sentence. It counts provisions and says which kind leads; it weighs
 * nothing and names nobody. No breach on record is never called "kept" where nobody looked.
 */
export function bottomLine(verdicts: readonly Verdict[]): Words {
  const n = standings(verdicts)
  const judged = n.broken + n.doubt + n.unknown + n.open + n.kept
  if (!judged) return { en: 'No provision is in force at this moment.', ar: 'لا بند سارياً في هذه اللحظة.' }
  const of: Words = { en: `of ${judged} provisions in force`, ar: `من أصل ${judged} من البنود السارية` }
  const rest = listOf(n)
  if (n.broken)
    return {
      en: `Not held in full: ${n.broken} ${of.en} broken or overdue${rest.en}.`,
      ar: `غير مُلتزَم به كاملاً: المخروق أو الذي فات أجله ${n.broken} ${of.ar}${rest.ar}.`,
    }
  if (n.doubt)
    return {
      en: `No established breach; ${n.doubt} ${of.en} in doubt${rest.en}.`,
      ar: `لا خرق ثابت؛ وموضع الشك ${n.doubt} ${of.ar}${rest.ar}.`,
    }
  if (n.unknown)
    return {
      en: `No breach on record, yet ${n.unknown} ${of.en} cannot be told for want of observation${rest.en}.`,
      ar: `لا خرق مسجّلاً، غير أن ${n.unknown} ${of.ar} لا يمكن الحكم عليه لغياب الرصد${rest.ar}.`,
    }
  return {
    en: `Nothing broken or overdue on record: ${n.kept} ${of.en} ${KEPT.en}${rest.en}.`,
    ar: `لا مخروق ولا فائت الأجل فيما سُجّل: ${n.kept} ${of.ar} ${KEPT.ar}${rest.ar}.`,
  }
}

/** Never "kept": a ban without a recorded breach is no proof that it was obeyed. */
const KEPT: Words = { en: 'done or without a recorded breach', ar: 'منفَّذ أو بلا خرق مسجَّل' }

/** What else stands how, after the leading kind. */
function listOf(n: Readonly<Record<Standing, number>>): Words {
  const lead = WORST.find(s => n[s] > 0)
  const kinds: readonly (readonly [Standing, Words])[] = [
    ['doubt', { en: 'in doubt', ar: 'موضع شك' }],
    ['unknown', { en: 'not observed', ar: 'غير مرصود' }],
    ['open', { en: 'pending', ar: 'قيد الانتظار' }],
    ['kept', KEPT],
  ]
  const told = kinds.filter(([s]) => s !== lead && n[s] > 0)
  if (!told.length) return { en: '', ar: '' }
  return {
    en: `; ${told.map(([s, w]) => `${n[s]} ${w.en}`).join(', ')}`,
    ar: `؛ ${told.map(([s, w]) => `${w.ar} ${n[s]}`).join('، ')}`,
  }
}
