import type { Words } from '../words.ts'
import {
  CATEGORY_WORDS,
  type Category,
  type Detainee,
  type Plan,
  type PlannedPerson,
  type PlanRequest,
} from './model.ts'
import {
  available,
  buildModel,
  isUnconditional,
  KEEP,
  type Model,
  priorityOf,
  type Row,
} from './plan-model.ts'

/** What a solver of mixed-integer programmes is given: maximise; units are binary, slacks continuous from 0. */
export type SolverTask = {
  readonly binaries: readonly string[]
  readonly slacks: readonly string[]
  readonly objective: ReadonlyMap<string, number>
  readonly rows: readonly Row[]
}
export type SolverAnswer =
  | {
      readonly kind: 'optimal'
      readonly value: number
      readonly bound: number
      readonly chosen: ReadonlySet<string>
    }
  | { readonly kind: 'infeasible' }
  | { readonly kind: 'out-of-time'; readonly value?: number; readonly bound?: number }
export type Solver = (task: SolverTask) => Promise<SolverAnswer>

/**
 * The best plan under the request's conditions, every person with a sentence why in or out; when there
 * is none, the smallest set of conditions found that cannot all hold.
 *
 * The solver proves the optimum; whether its answer keeps every row is checked here again, without it.
 */
export async function planExchange(request: PlanRequest, solve: Solver): Promise<Plan> {
  const model = buildModel(request)
  const answer = await solve(taskOf(model, model.rows))
  if (answer.kind === 'infeasible') return clashOf(request, model, solve)
  if (answer.kind === 'out-of-time') return answer
  const broken = model.rows.find(row => !holds(row, answer.chosen, model))
  if (broken) throw new Error(`the solver's plan breaks a row of '${broken.group}'`)
  return describe(request, model, answer)
}

/** A plan that differs from `plan` in at least `by` of its persons and costs as little as may be. */
export async function alternativeTo(
  plan: Plan,
  request: PlanRequest,
  by: number,
  solve: Solver,
): Promise<Plan> {
  if (plan.kind !== 'optimal') return plan
  const keep = plan.persons.filter(p => p.in).map(p => p.id)
  return planExchange({ ...request, keep, differBy: by }, solve)
}

/** What a new request (five names withdrawn, say) changes in a plan that stood: who leaves it, who enters. */
export async function replan(
  plan: Plan,
  request: PlanRequest,
  solve: Solver,
): Promise<{ plan: Plan; leaves: readonly string[]; enters: readonly string[] }> {
  const before = new Set(plan.kind === 'optimal' ? plan.persons.filter(p => p.in).map(p => p.id) : [])
  const next = await planExchange({ ...request, keep: [...before] }, solve)
  const after = new Set(next.kind === 'optimal' ? next.persons.filter(p => p.in).map(p => p.id) : [])
  return {
    plan: next,
    leaves: [...before].filter(id => !after.has(id)),
    enters: [...after].filter(id => !before.has(id)),
  }
}

function taskOf(model: Model, rows: readonly Row[]): SolverTask {
  return { binaries: model.units.map(u => u.column), slacks: model.slacks, objective: model.objective, rows }
}

function holds(row: Row, chosen: ReadonlySet<string>, model: Model): boolean {
  if (row.terms.some(([column]) => model.slacks.includes(column))) return true
  const sum = row.terms.reduce((n, [column, factor]) => n + (chosen.has(column) ? factor : 0), 0)
  return row.sense === '=' ? sum === row.right : row.sense === '<=' ? sum <= row.right : sum >= row.right
}

/**
 * Deletion filter (Chinneck 2008, "Feasibility and Infeasibility in Optimization", §6.2): drop one group
 * at a time; what cannot be dropped without the rest becoming feasible stays. Pairs are tried first, since
 * a deletion filter gives a set that cannot shrink, yet not always the smallest one.
 */
async function clashOf(request: PlanRequest, model: Model, solve: Solver): Promise<Plan> {
  const groups = [...new Set(model.rows.map(r => r.group))].filter(g => g !== 'fair-shares')
  const impossible = async (kept: readonly string[]) =>
    (
      await solve(
        taskOf(
          { ...model, objective: new Map() },
          model.rows.filter(r => kept.includes(r.group)),
        ),
      )
    ).kind === 'infeasible'
  let clash: string[] = groups
  for (const g of groups) {
    const without = clash.filter(x => x !== g)
    if (await impossible(without)) clash = without
  }
  if (clash.length > 2 && groups.length <= 24)
    pairs: for (let i = 0; i < groups.length; i++)
      for (let j = i; j < groups.length; j++) {
        const pair = i === j ? [groups[i]!] : [groups[i]!, groups[j]!]
        if (await impossible(pair)) {
          clash = pair
          break pairs
        }
      }
  const names = clash.map(id => nameOf(id, request))
  return {
    kind: 'infeasible',
    clash,
    words: {
      en: `These conditions cannot all hold; any one of them must give way: ${names.map(n => n.en).join('; ')}.`,
      ar: `لا يمكن أن تجتمع هذه الشروط، ولا بد أن يُتنازل عن واحد منها: ${names.map(n => n.ar).join('؛ ')}.`,
    },
  }
}

function nameOf(group: string, r: PlanRequest): Words {
  if (group === 'formula') return { en: 'the numbers of the formula', ar: 'أعداد الصيغة المتفق عليها' }
  if (group === 'unconditional')
    return {
      en: 'release without condition (children, sick, wounded)',
      ar: 'الإفراج غير المشروط (الأطفال والمرضى والجرحى)',
    }
  if (group === 'differ') return { en: 'the wish for a different plan', ar: 'طلب خطة مختلفة' }
  const c = r.conditions.find(x => x.id === group)
  switch (c?.kind) {
    case 'veto':
      return { en: `${c.by} objects to ${c.person}`, ar: `اعتراض ${c.by} على ${c.person}` }
    case 'agreed':
      return { en: `${c.person} was agreed`, ar: `الاتفاق على ${c.person}` }
    case 'at_least':
    case 'at_most': {
      const what = c.category ? CATEGORY_WORDS[c.category] : { en: 'persons', ar: 'أشخاص' }
      const place = c.place ? { en: ` from ${c.place}`, ar: ` من ${c.place}` } : { en: '', ar: '' }
      return c.kind === 'at_least'
        ? {
            en: `at least ${c.count} (${what.en}${place.en}) held by ${c.holder}`,
            ar: `${c.count} على الأقل (${what.ar}${place.ar}) لدى ${c.holder}`,
          }
        : {
            en: `at most ${c.count} (${what.en}${place.en}) held by ${c.holder}`,
            ar: `${c.count} على الأكثر (${what.ar}${place.ar}) لدى ${c.holder}`,
          }
    }
    case 'only_with':
      return { en: `${c.person} only with ${c.with}`, ar: `${c.person} مع ${c.with} فقط` }
    case 'not_both':
      return { en: `not both ${c.persons.join(' and ')}`, ar: `ليس ${c.persons.join(' و')} معاً` }
    case 'balance':
      return {
        en: `both sides within ${c.within} in ${CATEGORY_WORDS[c.category].en}`,
        ar: `ألا يزيد الفرق بين الجانبين على ${c.within} في فئة ${CATEGORY_WORDS[c.category].ar}`,
      }
    default:
      return { en: group, ar: group }
  }
}

function describe(r: PlanRequest, model: Model, answer: Extract<SolverAnswer, { kind: 'optimal' }>): Plan {
  const isIn = new Set(
    model.units.filter(u => answer.chosen.has(u.column)).flatMap(u => u.persons.map(p => p.id)),
  )
  const lowestIn = new Map<string, number>()
  for (const d of r.detainees)
    if (isIn.has(d.id) && !isUnconditional(d, r))
      lowestIn.set(d.holder, Math.min(lowestIn.get(d.holder) ?? Number.POSITIVE_INFINITY, priorityOf(d)))
  const persons = r.detainees.map((d): PlannedPerson => {
    const chosen = isIn.has(d.id)
    return {
      id: d.id,
      holder: d.holder,
      in: chosen,
      counted: chosen && !isUnconditional(d, r) && !d.categories.includes('body'),
      why: chosen ? whyIn(d, r, isIn) : whyOut(d, r, isIn, lowestIn.get(d.holder)),
    }
  })
  // What keeping an earlier plan is worth decides between equals; it is no part of a plan's own value.
  const value = answer.value - KEEP * (r.keep ?? []).filter(id => isIn.has(id)).length
  const totals = r.holders.map(holder => {
    const mine = r.detainees.filter(d => d.holder === holder && isIn.has(d.id))
    const byCategory: Partial<Record<Category, number>> = {}
    const byPlace: Record<string, number> = {}
    for (const d of mine) {
      for (const c of d.categories) byCategory[c] = (byCategory[c] ?? 0) + 1
      if (d.place !== undefined) byPlace[d.place] = (byPlace[d.place] ?? 0) + 1
    }
    const counted = mine.filter(d => !isUnconditional(d, r) && !d.categories.includes('body')).length
    return { holder, counted, beside: mine.length - counted, byCategory, byPlace }
  })
  return {
    kind: 'optimal',
    value,
    bound: value + (answer.bound - answer.value),
    // Priorities are sums of hundredths at the finest; a gap below that is rounding of the solver's.
    certified: answer.bound - answer.value <= 1e-6 * Math.max(1, Math.abs(answer.value)),
    persons,
    totals,
  }
}

function whyIn(d: Detainee, r: PlanRequest, isIn: ReadonlySet<string>): Words {
  const free = d.categories.find(c => r.unconditional.includes(c))
  if (free)
    return {
      en: `In without condition (${CATEGORY_WORDS[free].en}); not counted against the other side.`,
      ar: `مشمول بلا شرط (${CATEGORY_WORDS[free].ar})، ولا يُحتسب مقابل الطرف الآخر.`,
    }
  if (r.formula.kind === 'all')
    return { en: 'In: the formula is all for all.', ar: 'مشمول: الصيغة هي الكل مقابل الكل.' }
  if (r.conditions.some(c => c.kind === 'agreed' && c.person === d.id))
    return { en: 'In: both sides agreed on this person.', ar: 'مشمول: اتفق الطرفان على هذا الشخص.' }
  const follows = r.conditions.find(c => c.kind === 'only_with' && c.with === d.id && isIn.has(c.person))
  if (follows?.kind === 'only_with')
    return {
      en: `In: ${follows.person} leaves only together with this person.`,
      ar: `مشمول: لا يخرج ${follows.person} إلا مع هذا الشخص.`,
    }
  const family =
    d.family !== undefined && r.detainees.some(o => o.id !== d.id && o.family === d.family && isIn.has(o.id))
  const need = d.categories.filter(c => c !== 'fighter' && c !== 'body')
  const waiting = d.waitingDays === undefined ? undefined : Math.floor(d.waitingDays / 365.25)
  const reasons: Words[] = []
  if (need.length)
    reasons.push({
      en: need.map(c => CATEGORY_WORDS[c].en).join(', '),
      ar: need.map(c => CATEGORY_WORDS[c].ar).join('، '),
    })
  if (waiting !== undefined && waiting > 0)
    reasons.push({ en: `held ${waiting} full years`, ar: `سنوات الاحتجاز الكاملة: ${waiting}` })
  if (family) reasons.push({ en: 'a family that stays together', ar: 'أسرة لا تُفرَّق' })
  if (!reasons.length) reasons.push({ en: 'a place was free within the number', ar: 'بقي مكان ضمن العدد' })
  return {
    en: `In by priority: ${reasons.map(x => x.en).join('; ')}.`,
    ar: `مشمول بحسب الأولوية: ${reasons.map(x => x.ar).join('؛ ')}.`,
  }
}

function whyOut(d: Detainee, r: PlanRequest, isIn: ReadonlySet<string>, lowestIn: number | undefined): Words {
  if (!available(d)) {
    const reply = d.reply ?? 'unknown'
    return {
      en: `Out: the holder has not acknowledged this person (${reply.replaceAll('_', ' ')}).`,
      ar: `غير مشمول: لم تُقرّ الجهة الحاجزة باحتجازه (${REPLY_AR[reply]}).`,
    }
  }
  const veto = r.conditions.find(c => c.kind === 'veto' && c.person === d.id)
  if (veto?.kind === 'veto') return { en: `Out: ${veto.by} objects.`, ar: `غير مشمول: اعتراض من ${veto.by}.` }
  const relative = r.detainees.find(
    o =>
      o.family !== undefined &&
      o.family === d.family &&
      o.id !== d.id &&
      r.conditions.some(c => c.kind === 'veto' && c.person === o.id),
  )
  if (relative)
    return {
      en: `Out: the family stays together, and there is an objection to ${relative.id}.`,
      ar: `غير مشمول: الأسرة لا تُفرَّق وثمة اعتراض على ${relative.id}.`,
    }
  const rival = r.conditions.find(
    c => c.kind === 'not_both' && c.persons.includes(d.id) && c.persons.some(p => p !== d.id && isIn.has(p)),
  )
  if (rival?.kind === 'not_both') {
    const other = rival.persons.find(p => p !== d.id)!
    return {
      en: `Out: not together with ${other}, who is in.`,
      ar: `غير مشمول: لا يجتمع مع ${other} وهو مشمول.`,
    }
  }
  const needs = r.conditions.find(c => c.kind === 'only_with' && c.person === d.id && !isIn.has(c.with))
  if (needs?.kind === 'only_with')
    return {
      en: `Out: only together with ${needs.with}, who is out.`,
      ar: `غير مشمول: لا يخرج إلا مع ${needs.with} وهو غير مشمول.`,
    }
  if (lowestIn !== undefined && priorityOf(d) > lowestIn)
    return {
      en: 'Out, though the priority alone would reach: a share, a balance or a family that stays together took the place.',
      ar: 'غير مشمول وإن كانت أولويته تكفي وحدها: ذهب المكان لحصة منطقة أو لموازنة بين الجانبين أو لأسرة لا تُفرَّق.',
    }
  return {
    en: 'Out: the number is filled by persons of equal or higher priority; stays on the list for the next batch.',
    ar: 'غير مشمول: امتلأ العدد بمن أولويته مساوية أو أعلى، ويبقى على القائمة للدفعة التالية.',
  }
}

const REPLY_AR: Readonly<Record<NonNullable<Detainee['reply']>, string>> = {
  held: 'محتجز لديها',
  not_held: 'ليس لديها',
  released_before: 'أُفرج عنه سابقاً',
  deceased: 'متوفى',
  unknown: 'غير معروف',
  duplicate_of: 'اسم مكرر',
  need_more_data: 'تلزم بيانات أكثر',
  refused_to_answer: 'رفض الإجابة',
}
