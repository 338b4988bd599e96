import { type DragEvent, lazy, Suspense, useEffect, useRef, useState } from 'react'
import { useWords } from '../../locale/locale.tsx'
import { Icon } from '../../show/icon.tsx'
import type { Incoming } from './incoming.ts'
import { inboxWords } from './words/words.ts'

const IntakeDialog = lazy(() => import('./intake-dialog.tsx'))

/** The way in: drop a file anywhere on the page, paste a text, or press a button. */
export function Intake({ accord }: { readonly accord: string }) {
  const w = useWords(inboxWords).intake
  const [incoming, setIncoming] = useState<Incoming>()
  const [over, setOver] = useState(false)
  const picker = useRef<HTMLInputElement>(null)

  useEffect(() => {
    const isForm = (target: EventTarget | null) =>
      (target as HTMLElement | null)?.closest?.('input, textarea, .veil')
    const onPaste = (event: ClipboardEvent) => {
      if (isForm(event.target)) return
      const file = event.clipboardData?.files[0]
      const text = event.clipboardData?.getData('text/plain')
      if (file) setIncoming({ kind: 'file', file })
      else if (text?.trim()) setIncoming({ kind: 'text', text })
    }
    addEventListener('paste', onPaste)
    return () => removeEventListener('paste', onPaste)
  }, [])

  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    const file = event.dataTransfer.files[0]
    const text = event.dataTransfer.getData('text/plain')
    if (file) setIncoming({ kind: 'file', file })
    else if (text.trim()) setIncoming({ kind: 'text', text })
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a convenience; the two buttons do the same
    <div
      className="intake no-print"
      data-over={over || undefined}
      onDragOver={event => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <span className="intake-icon">
        <Icon name="inbox" width="22" height="22" />
      </span>
      <p>
        <strong>{w.drop}</strong>
        <span className="quiet small">{w.formats}</span>
      </p>
      <div className="intake-ways">
        <button type="button" className="button" onClick={() => picker.current?.click()}>
          <Icon name="file" /> {w.choose}
        </button>
        <button type="button" className="button" onClick={() => setIncoming({ kind: 'text', text: '' })}>
          <Icon name="pencil" /> {w.write}
        </button>
        <input
          ref={picker}
          type="file"
          hidden
          aria-label={w.choose}
          accept=".txt,.html,.htm,.pdf,.docx,.eml,.md,text/*"
          onChange={event => {
            const file = event.target.files?.[0]
            if (file) setIncoming({ kind: 'file', file })
            event.target.value = ''
          }}
        />
      </div>
      <Suspense>
        {incoming && (
          <IntakeDialog accord={accord} incoming={incoming} onClose={() => setIncoming(undefined)} />
        )}
      </Suspense>
    </div>
  )
}
