import { useState } from 'react'
import { sentenceOf } from '../../../core/problem.ts'
import type { ReportReview } from '../../../core/view/inbox.ts'
import { useAccord } from '../../accord/use-accord.ts'
import { todayIn } from '../../app/step-day.ts'
import { Fault } from '../../data/fault.ts'
import { api } from '../../data/paths.ts'
import { post } from '../../data/request.ts'
import { invalidate } from '../../data/resource.ts'
import { useWords } from '../../locale/locale.tsx'
import { DayField } from '../../show/day-field.tsx'
import { Dialog } from '../../show/dialog.tsx'
import { Said } from '../../show/said.tsx'
import { shared } from '../../words/shared.ts'
import { inboxWords } from './words/words.ts'

type Props = { readonly accord: string; readonly review: ReportReview; readonly onClose: () => void }

/** Sets the day of publication, from which the report is read again. */
export default function PublishedDialog({ accord, review, onClose }: Props) {
  const w = useWords(inboxWords)
  const common = useWords(shared)
  const tz = useAccord(accord)?.tz ?? 'UTC'
  const [day, setDay] = useState(review.reading.publishedAt?.slice(0, 10))
  const [fault, setFault] = useState<string>()
  const save = async () => {
    if (!day) return setFault(w.intake.needDay)
    try {
      await post(api.published(accord, review.report.id), { publishedAt: day })
      invalidate(api.accord(accord))
      onClose()
    } catch (error) {
      if (!(error instanceof Fault)) throw error
      setFault(error.problem ? sentenceOf(error.problem) : common.fault.offlineWay)
    }
  }
  return (
    <Dialog title={w.review.dayTitle} open onClose={onClose}>
      <form
        className="intake-form"
        onSubmit={event => {
          event.preventDefault()
          void save()
        }}
      >
        <DayField
          label={w.intake.day}
          value={day}
          max={todayIn(tz, Date.now() / 1000)}
          onChange={setDay}
          focus
        />
        <p className="field-hint">{w.review.dayNote}</p>
        {fault && (
          <p className="field-fault" role="alert">
            <Said words={fault} />
          </p>
        )}
        <div className="dialog-actions">
          <button type="button" className="button" onClick={onClose}>
            {common.common.cancel}
          </button>
          <button type="submit" className="button button-main">
            {w.review.setDay}
          </button>
        </div>
      </form>
    </Dialog>
  )
}
