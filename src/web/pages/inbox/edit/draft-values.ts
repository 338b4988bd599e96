import type { Credibility, Figure, Reliability } from '../../../../core/evidence/record.ts'
import type { Draft } from '../../../../core/proposal/proposal.ts'
import { fail, ok, type Result } from '../../../../core/result.ts'
import type { SpeechAct } from '../../../../core/statement/statement.ts'
import type { Stance } from '../../../../core/talks/position.ts'
import { whenOf } from '../../../../core/time/civil.ts'
import { type FieldFault, filled, type Values } from './form.ts'
import { whenFrom, whenTexts } from './when-field.ts'

/** Drafts that a person edits; the others are parts of these. */
export type Editable = Extract<Draft, { kind: 'statement' | 'event' | 'undertaking' | 'position' }>

export const isEditable = (draft: Draft): draft is Editable =>
  draft.kind === 'statement' ||
  draft.kind === 'event' ||
  draft.kind === 'undertaking' ||
  draft.kind === 'position'

/** Several types stay together in one choice until a person settles for one. */
export const TYPES_AS_READ = (types: readonly string[]) => types.join(' ')

/** A draft as the texts of its form. */
export function valuesOf(draft: Editable, tz: string): Values {
  switch (draft.kind) {
    case 'statement': {
      const s = draft.statement
      return {
        speaker: s.speaker?.name ?? '',
        role: s.speaker?.role ?? '',
        named: s.speaker?.named ?? 'unnamed',
        party: s.speaker?.party ?? '',
        chain: s.chain.map(r => r.name).join('\n'),
        act: s.act,
        quote: s.quote ?? '',
        paraphrase: s.paraphrase ?? '',
        condition: s.condition ?? '',
        provision: s.about?.provision ?? '',
        agenda: s.about?.agenda ?? '',
        exception: s.claimedException ? 'yes' : '',
        ...whenTexts(s.when, tz),
      }
    }
    case 'event': {
      const c = draft.claim
      const figure = (what: Figure['what']) => c.figures?.find(f => f.what === what)
      return {
        types: TYPES_AS_READ(c.types),
        actor: [c.actor ?? ''].flat().join(' '),
        target: c.target ?? '',
        stance: c.stance,
        source: c.source,
        reliability: c.grade.reliability,
        credibility: String(c.grade.credibility),
        killedLow: text(figure('killed')?.low),
        killedHigh: text(figure('killed')?.high),
        woundedLow: text(figure('wounded')?.low),
        woundedHigh: text(figure('wounded')?.high),
        summaryEn: c.summary?.en ?? '',
        summaryAr: c.summary?.ar ?? '',
        ...whenTexts(c.when, tz),
      }
    }
    case 'undertaking': {
      const u = draft.undertaking
      return {
        party: u.party,
        mode: u.mode,
        types: TYPES_AS_READ(u.types),
        quantity: text(u.quantity),
        each: u.each ?? '',
        deadline: u.deadline ?? '',
        zone: u.zone ?? '',
        condition: u.condition ?? '',
        wordsEn: u.words.en ?? '',
        wordsAr: u.words.ar ?? '',
        ...whenTexts(u.when, tz),
      }
    }
    case 'position': {
      const p = draft.position
      return {
        item: p.item,
        party: p.party ?? '',
        stance: p.stance,
        condition: p.condition ?? '',
        waitsFor: p.waitsFor ?? '',
        ...whenTexts(p.when, tz),
      }
    }
  }
}

const text = (n: number | undefined) => (n === undefined ? '' : String(n))

/** The form's texts back into a draft; what the form does not show stays as the reader had it. */
export function draftFrom(before: Editable, values: Values, tz: string): Result<Editable, FieldFault> {
  const when = whenFrom(values, tz)
  if (!when.ok) return when
  switch (before.kind) {
    case 'statement': {
      const { speaker, quote, paraphrase, condition, about, claimedException, ...rest } = before.statement
      const [name, role, party] = [filled(values, 'speaker'), filled(values, 'role'), filled(values, 'party')]
      const [provision, agenda] = [filled(values, 'provision'), filled(values, 'agenda')]
      const kept = {
        ...without(about, 'provision', 'agenda'),
        ...(provision && { provision }),
        ...(agenda && { agenda }),
      }
      const lines = (filled(values, 'chain') ?? '')
        .split('\n')
        .map(l => l.trim())
        .filter(Boolean)
      return ok({
        kind: 'statement',
        statement: {
          ...rest,
          ...((name || role || party || speaker) && {
            speaker: {
              named: (values.named ?? 'unnamed') as 'named' | 'office_only' | 'unnamed' | 'collective',
              ...(name && { name }),
              ...(role && { role }),
              ...(party && { party }),
            },
          }),
          chain: lines.map(l => before.statement.chain.find(r => r.name === l) ?? { name: l }),
          act: values.act as SpeechAct,
          ...optional(values, 'quote', 'paraphrase', 'condition'),
          ...(Object.keys(kept).length > 0 && { about: kept }),
          ...(values.exception === 'yes' && {
            claimedException: { ...without(claimedException, 'provision'), ...(provision && { provision }) },
          }),
          when: when.value,
        },
      })
    }
    case 'event': {
      const { actor, target, summary, figures, ...rest } = before.claim
      const source = filled(values, 'source')
      if (!source) return fail({ field: 'source', why: 'needed' })
      const counted = figuresFrom(values)
      if (!counted.ok) return counted
      const others = (figures ?? []).filter(f => f.what !== 'killed' && f.what !== 'wounded')
      const all = [...others, ...counted.value]
      const actors = (filled(values, 'actor') ?? '').split(' ').filter(Boolean)
      const said = { ...optionalAs(values, 'summaryEn', 'en'), ...optionalAs(values, 'summaryAr', 'ar') }
      return ok({
        kind: 'event',
        claim: {
          ...rest,
          types: (values.types ?? '').split(' ').filter(Boolean),
          ...(actors.length > 0 && { actor: actors.length === 1 ? actors[0]! : actors }),
          ...optional(values, 'target'),
          source,
          // A source that was changed is its own origin until somebody says otherwise.
          root: source === before.claim.source ? before.claim.root : source,
          grade: {
            reliability: values.reliability as Reliability,
            credibility: Number(values.credibility) as Credibility,
          },
          stance: values.stance as 'asserts' | 'denies',
          ...(all.length > 0 && { figures: all }),
          ...(Object.keys(said).length > 0 && { summary: said }),
          when: when.value,
        },
      })
    }
    case 'undertaking': {
      const { quantity, each, deadline, zone, condition, words, ...rest } = before.undertaking
      const party = filled(values, 'party')
      if (!party) return fail({ field: 'party', why: 'needed' })
      const many = numberFrom(values, 'quantity')
      if (!many.ok) return many
      const by = filled(values, 'deadline')
      if (by && !whenOf(by, tz).ok) return fail({ field: 'deadline', why: 'date' })
      return ok({
        kind: 'undertaking',
        undertaking: {
          ...rest,
          party,
          types: (values.types ?? '').split(' ').filter(Boolean),
          mode: values.mode as 'do' | 'refrain',
          ...(many.value !== undefined && { quantity: many.value }),
          ...(values.each === 'side' && { each: 'side' as const }),
          ...optional(values, 'deadline', 'zone', 'condition'),
          words: { ...optionalAs(values, 'wordsEn', 'en'), ...optionalAs(values, 'wordsAr', 'ar') },
          when: when.value,
        },
      })
    }
    case 'position': {
      const { party, condition, waitsFor, ...rest } = before.position
      const item = filled(values, 'item')
      if (!item) return fail({ field: 'item', why: 'needed' })
      return ok({
        kind: 'position',
        position: {
          ...rest,
          item,
          stance: values.stance as Stance,
          ...optional(values, 'party', 'condition', 'waitsFor'),
          when: when.value,
        },
      })
    }
  }
}

function optional<K extends string>(values: Values, ...keys: readonly K[]): { readonly [P in K]?: string } {
  return Object.fromEntries(keys.flatMap(k => (filled(values, k) ? [[k, filled(values, k)!]] : []))) as {
    [P in K]?: string
  }
}

function optionalAs<K extends string>(values: Values, key: string, as: K): { readonly [P in K]?: string } {
  const value = filled(values, key)
  return (value ? { [as]: value } : {}) as { [P in K]?: string }
}

function without<T extends object>(value: T | undefined, ...keys: readonly (keyof T)[]): Partial<T> {
  return Object.fromEntries(
    Object.entries(value ?? {}).filter(([k]) => !keys.includes(k as keyof T)),
  ) as Partial<T>
}

function numberFrom(values: Values, key: string): Result<number | undefined, FieldFault> {
  const typed = filled(values, key)
  if (typed === undefined) return ok(undefined)
  const n = Number(typed.replace(/[٠-٩]/g, d => String('٠١٢٣٤٥٦٧٨٩'.indexOf(d))))
  return Number.isFinite(n) && n >= 0 ? ok(n) : fail({ field: key, why: 'number' })
}

function figuresFrom(values: Values): Result<readonly Figure[], FieldFault> {
  const figures: Figure[] = []
  for (const what of ['killed', 'wounded'] as const) {
    const low = numberFrom(values, `${what}Low`)
    const high = numberFrom(values, `${what}High`)
    if (!low.ok) return low
    if (!high.ok) return high
    const [a, b] = [low.value ?? high.value, high.value ?? low.value]
    if (a === undefined || b === undefined) continue
    if (b < a) return fail({ field: `${what}High`, why: 'backwards' })
    figures.push({ what, low: a, high: b })
  }
  return ok(figures)
}
