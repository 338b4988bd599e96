import { useState } from 'react'
import { sentenceOf } from '../../../core/problem.ts'
import { useAccord } from '../../accord/use-accord.ts'
import { todayIn } from '../../app/step-day.ts'
import type { ReceivedAnswer } from '../../data/answers.ts'
import { Fault } from '../../data/fault.ts'
import { api } from '../../data/paths.ts'
import { post } from '../../data/request.ts'
import { invalidate } from '../../data/resource.ts'
import { useCount, useWords } from '../../locale/locale.tsx'
import { askedOf, hrefTo, pathTo } from '../../route/address.ts'
import { navigate } from '../../route/router.tsx'
import { DayField } from '../../show/day-field.tsx'
import { Dialog } from '../../show/dialog.tsx'
import { Foreign, Said } from '../../show/said.tsx'
import { toast } from '../../show/toast.tsx'
import { shared } from '../../words/shared.ts'
import type { Incoming } from './incoming.ts'
import { inboxWords } from './words/words.ts'

type Props = { readonly accord: string; readonly incoming: Incoming; readonly onClose: () => void }

/** Asks what the report cannot say for itself, above all its day of publication; "I do not know" is an answer. */
export default function IntakeDialog({ accord, incoming, onClose }: Props) {
  const words = useWords(inboxWords)
  const w = words.intake
  const common = useWords(shared)
  const tz = useAccord(accord)?.tz ?? 'UTC'
  const [text, setText] = useState(incoming.kind === 'text' ? incoming.text : '')
  const [knows, setKnows] = useState<boolean>()
  const [day, setDay] = useState<string>()
  const [outlet, setOutlet] = useState('')
  const [url, setUrl] = useState('')
  const [sending, setSending] = useState(false)
  const [fault, setFault] = useState<string>()

  const missing = () => {
    if (incoming.kind === 'text' && !text.trim()) return w.needText
    if (knows === undefined || (knows && !day)) return w.needDay
    return undefined
  }
  const send = async () => {
    const lack = missing()
    setFault(lack)
    if (lack) return
    setSending(true)
    const fields = {
      ...(knows && day && { publishedAt: day }),
      ...(outlet.trim() && { outlet: outlet.trim() }),
      ...(url.trim() && { url: url.trim() }),
    }
    try {
      const answer = await post<ReceivedAnswer>(
        api.reports(accord),
        incoming.kind === 'file' ? formOf(incoming.file, fields) : { text, ...fields },
      )
      invalidate(api.accord(accord))
      onClose()
      if (answer.same) toast(w.same)
      navigate(
        hrefTo(pathTo(accord, 'inbox', answer.report.id), askedOf(new URLSearchParams(location.search))),
      )
    } catch (error) {
      setSending(false)
      setFault(error instanceof Fault && error.problem ? sentenceOf(error.problem) : common.fault.offlineWay)
      if (!(error instanceof Fault)) throw error
    }
  }
  return (
    <Dialog title={w.title} open onClose={onClose} wide>
      <form
        className="intake-form"
        onSubmit={event => {
          event.preventDefault()
          void send()
        }}
      >
        {incoming.kind === 'file' ? (
          <FileLine file={incoming.file} />
        ) : (
          <div className="field">
            <label htmlFor="intake-text">{w.text}</label>
            <textarea
              id="intake-text"
              className="input intake-text"
              dir="auto"
              rows={9}
              value={text}
              autoFocus={!text}
              onChange={e => setText(e.target.value)}
            />
            <p className="field-hint">{w.textHint}</p>
          </div>
        )}
        <fieldset className="intake-day">
          <legend>{w.published}</legend>
          <p className="field-hint">{w.publishedHint}</p>
          <div className="intake-choices">
            <label className="check">
              <input type="radio" name="knows" checked={knows === true} onChange={() => setKnows(true)} />
              {w.known}
            </label>
            <label className="check">
              <input type="radio" name="knows" checked={knows === false} onChange={() => setKnows(false)} />
              {w.unknown}
            </label>
          </div>
          {knows === true && (
            <DayField
              label={w.day}
              hideLabel
              value={day}
              max={todayIn(tz, Date.now() / 1000)}
              onChange={setDay}
              focus
            />
          )}
          {knows === false && <p className="field-hint">{w.unknownHint}</p>}
        </fieldset>
        <div className="intake-pair">
          <div className="field">
            <label htmlFor="intake-outlet">{w.outlet}</label>
            <input
              id="intake-outlet"
              className="input"
              dir="auto"
              value={outlet}
              onChange={e => setOutlet(e.target.value)}
            />
          </div>
          <div className="field">
            <label htmlFor="intake-url">{w.url}</label>
            <input
              id="intake-url"
              className="input"
              dir="ltr"
              inputMode="url"
              placeholder="https://"
              value={url}
              onChange={e => setUrl(e.target.value)}
            />
          </div>
        </div>
        {fault && (
          <p className="field-fault" role="alert">
            <Said words={fault} />
          </p>
        )}
        <div className="dialog-actions">
          <button type="button" className="button" onClick={onClose}>
            {common.common.cancel}
          </button>
          <button type="submit" className="button button-main" disabled={sending}>
            {sending ? w.sending : w.send}
          </button>
        </div>
      </form>
    </Dialog>
  )
}

function FileLine({ file }: { readonly file: File }) {
  const w = useWords(inboxWords).intake
  const count = useCount()
  return (
    <p className="intake-file">
      <strong>
        <Foreign text={file.name} />
      </strong>{' '}
      <span className="quiet small">
        {file.size < 2048 ? w.size(count(file.size)) : w.kilobytes(count(Math.round(file.size / 1024)).text)}
      </span>
    </p>
  )
}

function formOf(file: File, fields: Readonly<Record<string, string>>): FormData {
  const form = new FormData()
  for (const [key, value] of Object.entries(fields)) form.append(key, value)
  // Last, so that a reader of the stream knows the fields before the bytes.
  form.append('file', file, file.name)
  return form
}
