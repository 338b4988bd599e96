import { type FormEvent, useId, useMemo, useRef, useState } from 'react'
import type { Draft } from '../../../../core/proposal/proposal.ts'
import { useAccord } from '../../../accord/use-accord.ts'
import { useSaid, useWords } from '../../../locale/locale.tsx'
import { shared } from '../../../words/shared.ts'
import { vocabulary } from '../../../words/vocabulary.ts'
import { inboxWords } from '../words/words.ts'
import { fieldsOf } from './draft-fields.ts'
import { draftFrom, type Editable, isEditable, valuesOf } from './draft-values.ts'
import type { Field, FieldFault, Values } from './form.ts'

type Props = {
  readonly accord: string
  readonly draft: Draft
  readonly onSave: (draft: Draft) => void
  readonly onCancel: () => void
}

/** A proposal in plain fields: change what the reader got wrong, then accept it as corrected. */
export function EditDraft(props: Props) {
  return isEditable(props.draft) ? <Form {...props} draft={props.draft} /> : null
}

function Form({ accord, draft, onSave, onCancel }: Props & { readonly draft: Editable }) {
  const w = useWords(inboxWords).draft
  const v = useWords(vocabulary)
  const common = useWords(shared).common
  const said = useSaid()
  const data = useAccord(accord)
  const tz = data?.tz ?? 'UTC'
  const [values, setValues] = useState<Values>(() => valuesOf(draft, tz))
  const [fault, setFault] = useState<FieldFault>()
  const form = useRef<HTMLFormElement>(null)
  const fields = useMemo(() => fieldsOf(draft, data, { w, v, said }), [draft, data, w, v, said])
  const why = { date: w.badDate, backwards: w.backwards, needed: w.needed, number: w.badNumber }

  const save = (event?: FormEvent) => {
    event?.preventDefault()
    const result = draftFrom(draft, values, tz)
    if (result.ok) return onSave(result.value)
    setFault(result.error)
    form.current?.querySelector<HTMLElement>(`[name="${result.error.field}"]`)?.focus()
  }
  return (
    <form
      ref={form}
      className="edit"
      onSubmit={save}
      onKeyDown={event => {
        if (event.key === 'Escape') {
          event.preventDefault()
          onCancel()
        }
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) save()
      }}
    >
      <div className="edit-fields">
        {fields.map((field, i) => (
          <FieldRow
            key={field.key}
            field={field}
            value={values[field.key] ?? ''}
            focus={i === 0}
            fault={fault?.field === field.key ? why[fault.why] : undefined}
            onChange={value => setValues(now => ({ ...now, [field.key]: value }))}
          />
        ))}
      </div>
      <div className="dialog-actions">
        <button type="button" className="button button-small" onClick={onCancel}>
          {common.cancel} <kbd className="kbd">Esc</kbd>
        </button>
        <button type="submit" className="button button-main button-small">
          {w.save}
        </button>
      </div>
    </form>
  )
}

type RowProps = {
  readonly field: Field
  readonly value: string
  readonly focus: boolean
  readonly fault: string | undefined
  readonly onChange: (value: string) => void
}

function FieldRow({ field, value, focus, fault, onChange }: RowProps) {
  const id = useId()
  const wide = field.kind === 'prose' || field.wide
  const hint = 'hint' in field ? field.hint : undefined
  const common = {
    id,
    name: field.key,
    className: 'input',
    value,
    autoFocus: focus,
    'aria-invalid': fault ? (true as const) : undefined,
    'aria-describedby': fault || hint ? `${id}-note` : undefined,
    onChange: (e: { target: { value: string } }) => onChange(e.target.value),
  }
  return (
    <div className={wide ? 'field field-wide' : 'field'}>
      <label htmlFor={id}>{field.label}</label>
      {field.kind === 'choice' ? (
        <select {...common}>
          {field.options.map(o => (
            <option key={o.id} value={o.id}>
              {o.name}
            </option>
          ))}
        </select>
      ) : field.kind === 'prose' ? (
        <textarea {...common} rows={field.rows ?? 2} dir="auto" />
      ) : (
        <input
          {...common}
          dir={field.kind === 'text' ? 'auto' : 'ltr'}
          inputMode={field.kind === 'number' ? 'numeric' : undefined}
          autoComplete="off"
        />
      )}
      {(fault || hint) && (
        <p id={`${id}-note`} className={fault ? 'field-fault' : 'field-hint'}>
          {fault ?? hint}
        </p>
      )}
    </div>
  )
}
