import type { PageProps } from '../page.ts'
import { InboxList } from './inbox-list.tsx'
import { Review } from './review.tsx'
import './inbox.css'

/** The Inbox: the list of reports, or one report under review. */
export default function InboxPage({ accord, rest }: PageProps) {
  const [report] = rest
  return report ? <Review key={report} accord={accord} report={report} /> : <InboxList accord={accord} />
}
