import type { Entry } from '../ledger/entry.ts'
import type { Block, Brief, ReleaseLevel, SectionId } from './brief.ts'
import type { BriefRequest } from './brief-of.ts'

/** What a person added or left out before release. The computed text stays as it is beside it. */
export type BriefEdits = {
  /** A note of the editor at the head of a section, marked as one. */
  readonly notes?: Readonly<Partial<Record<SectionId, string>>>
  /** Sections left out; the brief says that they were. */
  readonly omit?: readonly SectionId[]
}

/** A brief that went out, frozen: `brief.released` in the ledger. */
export type ReleasedBrief = {
  readonly id: string
  /** As composed, without the edits. */
  readonly brief: Brief
  /** Over the canonical JSON of `brief`. */
  readonly sha256: string
  readonly edits: BriefEdits
  readonly level: ReleaseLevel
  /** Seconds UTC before which only those inside may see it. */
  readonly notBefore?: number
  /** The released brief that this one corrects, and what changed, in the editor's words. */
  readonly corrects?: { readonly id: string; readonly changed: string }
  /** From what it is recomputed: the ledger up to this entry, and the request. */
  readonly basis: { readonly seq: number; readonly request: BriefRequest }
}

/** A released brief with the entry that released it. */
export type HeldBrief = ReleasedBrief & {
  readonly seq: number
  readonly releasedAt: number
  readonly by: string
}

/** The released briefs of a ledger, newest first. */
export function releasedBriefs(entries: readonly Entry[]): readonly HeldBrief[] {
  return entries
    .flatMap(e =>
      e.body.kind === 'brief.released' && 'data' in e.body
        ? [{ ...(e.body.data as ReleasedBrief), seq: e.seq, releasedAt: e.recordedAt, by: e.by }]
        : [],
    )
    .toReversed()
}

/** May somebody with this release level see it at this moment? Inside sees all, parties what is for them or all. */
export function maySeeBrief(
  b: Pick<ReleasedBrief, 'level' | 'notBefore'>,
  release: ReleaseLevel,
  now: number,
): boolean {
  if (release === 'internal') return true
  if (b.notBefore !== undefined && now < b.notBefore) return false
  return release === 'parties' ? b.level !== 'internal' : b.level === 'public'
}

/** The brief as it goes out: the editor's notes in their sections, what was left out said. */
export function withEdits(brief: Brief, edits: BriefEdits): Brief {
  const omitted =
    brief.locale === 'ar'
      ? 'حذف المحرّر هذا القسم قبل النشر.'
      : 'The editor left this section out before release.'
  return {
    ...brief,
    sections: brief.sections.map(s => {
      const text = edits.notes?.[s.id]?.trim()
      const note: readonly Block[] = text ? [{ kind: 'note', runs: [{ text }] }] : []
      if (edits.omit?.includes(s.id))
        return { ...s, blocks: [...note, { kind: 'note', runs: [{ text: omitted }] }] }
      return note.length ? { ...s, blocks: [...note, ...s.blocks] } : s
    }),
  }
}
