import { useId } from 'react'
import './segments.css'

type Props<T extends string> = {
  readonly label: string
  readonly hint?: string
  readonly value: T
  readonly options: readonly { readonly id: T; readonly name: string }[]
  readonly onChange: (id: T) => void
}

/** One of a few, all in sight: radio buttons that look like one control. */
export function Segments<T extends string>({ label, hint, value, options, onChange }: Props<T>) {
  const id = useId()
  return (
    <fieldset className="segments">
      <legend>{label}</legend>
      <div>
        {options.map(o => (
          <label key={o.id}>
            <input type="radio" name={id} checked={o.id === value} onChange={() => onChange(o.id)} />
            <span>{o.name}</span>
          </label>
        ))}
      </div>
      {hint && <p className="field-hint">{hint}</p>}
    </fieldset>
  )
}
