import { useState } from 'react'
import { useWords } from '../../locale/locale.tsx'
import { Dialog } from '../../show/dialog.tsx'
import { Said } from '../../show/said.tsx'
import { shared } from '../../words/shared.ts'
import { incidentsWords } from './words/words.ts'

type Props = {
  readonly title: string
  readonly lead: string
  readonly onClose: () => void
  /** Resolves to what was wrong, or undefined. */
  readonly onSend: (why: string) => Promise<string | undefined>
}

/** Asks why before something is taken back: the reason stays in the ledger. */
export function ReasonDialog({ title, lead, onClose, onSend }: Props) {
  const w = useWords(incidentsWords)
  const c = useWords(shared).common
  const [why, setWhy] = useState('')
  const [fault, setFault] = useState<string>()
  return (
    <Dialog title={title} open onClose={onClose}>
      <form
        className="entry-form"
        onSubmit={event => {
          event.preventDefault()
          if (!why.trim()) return setFault(w.sayWhy)
          void onSend(why.trim()).then(wrong => (wrong === undefined ? onClose() : setFault(wrong)))
        }}
      >
        <p className="quiet">{lead}</p>
        <label className="field">
          <span className="field-label">{w.why}</span>
          <textarea
            className="input"
            rows={3}
            dir="auto"
            value={why}
            onChange={e => setWhy(e.target.value)}
          />
        </label>
        {fault && (
          <p className="field-fault" role="alert">
            <Said words={fault} />
          </p>
        )}
        <div className="dialog-actions">
          <button type="button" className="button" onClick={onClose}>
            {c.cancel}
          </button>
          <button type="submit" className="button button-main">
            {title}
          </button>
        </div>
      </form>
    </Dialog>
  )
}
