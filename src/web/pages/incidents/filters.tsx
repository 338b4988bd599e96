import { useEffect, useState } from 'react'
import type { IncidentCounts } from '../../../core/view/incident-counts.ts'
import { useBearerName } from '../../accord/party-name.tsx'
import { partyName, useAccord } from '../../accord/use-accord.ts'
import { useCount, useSaid, useWords } from '../../locale/locale.tsx'
import { setParameter } from '../../route/router.tsx'
import { Choice } from '../../show/choice.tsx'
import { vocabulary, wordFor } from '../../words/vocabulary.ts'
import { FILTERS, type Filters as Filter, type FilterName } from './paths.ts'
import { incidentsWords } from './words/words.ts'

type Props = {
  readonly accord: string
  readonly filters: Filter
  /** Of all incidents, so that a choice once made does not take the others away. */
  readonly all: IncidentCounts | undefined
}

const choose = (key: FilterName) => (id: string) => setParameter(key, id === 'any' ? undefined : id)

/** The filters as words; each stands in the page's address. */
export function Filters({ accord, filters, all }: Props) {
  const w = useWords(incidentsWords)
  const v = useWords(vocabulary)
  const said = useSaid()
  const count = useCount()
  const name = useBearerName(accord)
  const data = useAccord(accord)
  const listed = (
    tally: Readonly<Record<string, number>> | undefined,
    label: (id: string) => string,
    chosen?: string,
  ) => {
    const ids = Object.keys(tally ?? {})
    if (chosen !== undefined && chosen !== '?' && !ids.includes(chosen)) ids.unshift(chosen)
    return ids.map(id => ({
      id,
      name: label(id),
      ...(tally?.[id] !== undefined && { note: count(tally[id]).text }),
    }))
  }
  const some = Object.keys(filters).length > 0
  return (
    <search className="incidents-filters no-print" aria-label={w.filters}>
      <TextFilter value={filters.text ?? ''} label={w.text} />
      <Choice
        label={w.type}
        hideLabel
        value={filters.type ?? 'any'}
        options={[
          { id: 'any', name: w.anyType },
          ...listed(all?.types, t => wordFor(v.eventType, t), filters.type),
        ]}
        onChange={choose('type')}
      />
      <Choice
        label={w.actor}
        hideLabel
        value={filters.actor ?? 'any'}
        options={[
          { id: 'any', name: w.anyActor },
          ...listed(all?.actors, a => name([a]), filters.actor),
          { id: '?', name: w.unknownActor, ...(all && { note: count(all.withoutActor).text }) },
        ]}
        onChange={choose('actor')}
      />
      {data && data.zones.length > 0 && (
        <Choice
          label={w.zone}
          hideLabel
          value={filters.zone ?? 'any'}
          options={[
            { id: 'any', name: w.anyZone },
            ...data.zones.map(z => ({ id: z.id, name: said(z.name) })),
          ]}
          onChange={choose('zone')}
        />
      )}
      {filters.zone && (
        <Choice
          label={w.answer}
          hideLabel
          value={filters.answer ?? 'any'}
          options={[
            { id: 'any', name: w.insideOrPerhaps },
            { id: 'inside', name: w.inside },
            { id: 'cannot-tell', name: w['cannot-tell'] },
            { id: 'outside', name: w.outside },
          ]}
          onChange={choose('answer')}
        />
      )}
      <Choice
        label={w.sources}
        hideLabel
        value={filters.source ?? 'any'}
        options={[
          { id: 'any', name: w.anySource },
          ...listed(all?.sources, s => said(partyName(data, s)), filters.source),
        ]}
        onChange={choose('source')}
      />
      <Toggle name="denied" on={filters.denied === 'true'} label={w.deniedOnly} />
      <Toggle name="versions" on={filters.versions === 'true'} label={w.versionsOnly} />
      {some && (
        <button
          type="button"
          className="button button-bare button-small"
          onClick={() => {
            for (const f of FILTERS) setParameter(f, undefined)
          }}
        >
          {w.clear}
        </button>
      )}
    </search>
  )
}

function Toggle({
  name,
  on,
  label,
}: {
  readonly name: FilterName
  readonly on: boolean
  readonly label: string
}) {
  return (
    <label className="check">
      <input
        type="checkbox"
        checked={on}
        onChange={e => setParameter(name, e.target.checked ? 'true' : undefined)}
      />
      {label}
    </label>
  )
}

/** Asks a moment after the last letter: each letter would be a question of its own. */
function TextFilter({ value, label }: { readonly value: string; readonly label: string }) {
  const [typed, setTyped] = useState(value)
  useEffect(() => setTyped(value), [value])
  useEffect(() => {
    if (typed.trim() === value) return
    const timer = setTimeout(() => setParameter('text', typed.trim() || undefined), 250)
    return () => clearTimeout(timer)
  }, [typed, value])
  return (
    <input
      className="input incidents-search"
      type="search"
      dir="auto"
      aria-label={label}
      placeholder={label}
      value={typed}
      onChange={e => setTyped(e.target.value)}
    />
  )
}
