import { useWords } from '../locale/locale.tsx'
import { shared } from '../words/shared.ts'
import { Icon } from './icon.tsx'

/** A link to another site, by its host; opens apart and sends no referrer. */
export function OutsideLink({ url }: { readonly url: string }) {
  const w = useWords(shared).common
  // Only web addresses become links: a source field is somebody's text.
  if (!/^https?:\/\//i.test(url)) return <bdi dir="auto">{url}</bdi>
  return (
    <a className="outside" href={url} target="_blank" rel="noreferrer noopener" title={url}>
      <bdi dir="ltr">{hostOf(url)}</bdi> <Icon name="outside" width="12" height="12" />
      <span className="said-only"> ({w.outside})</span>
    </a>
  )
}

function hostOf(url: string): string {
  try {
    return new URL(url).hostname.replace(/^www\./, '')
  } catch {
    return url
  }
}
