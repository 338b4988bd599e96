import { Button } from 'react-aria-components/Button'
import { Label } from 'react-aria-components/Label'
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox'
import { Popover } from 'react-aria-components/Popover'
import { Select, SelectValue } from 'react-aria-components/Select'
import { Icon } from './icon.tsx'
import './choice.css'

type Option = { readonly id: string; readonly name: string; readonly note?: string }

type Props = {
  readonly label: string
  /** The label is read out but not drawn. */
  readonly hideLabel?: boolean
  readonly options: readonly Option[]
  readonly value: string
  readonly onChange: (id: string) => void
}

/** One of several, from a list that opens: chooser of the header, select of forms. */
export function Choice({ label, hideLabel = false, options, value, onChange }: Props) {
  return (
    <Select
      className="choice"
      value={value}
      onChange={key => key !== null && onChange(String(key))}
      {...(hideLabel && { 'aria-label': label })}
    >
      {!hideLabel && <Label className="field-label">{label}</Label>}
      <Button className="choice-button">
        <SelectValue className="choice-value" />
        <Icon name="down" />
      </Button>
      <Popover className="popover">
        <ListBox className="listbox" items={options}>
          {o => (
            <ListBoxItem className="listbox-item" id={o.id} textValue={o.name}>
              <span>{o.name}</span>
              {o.note && <span className="listbox-note">{o.note}</span>}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </Select>
  )
}
