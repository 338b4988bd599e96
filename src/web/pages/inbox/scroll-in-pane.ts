/** Room kept above and below, for heads that stay in sight. */
const MARGIN = 56

/**
 * Brings an element into sight by scrolling its own pane, never the page: two panes that follow each other
 * would otherwise pull the page about. Does nothing where the pane does not scroll (a phone).
 */
export function scrollInPane(element: HTMLElement, where: 'middle' | 'near'): void {
  const pane = element.closest<HTMLElement>('.pane')
  if (!pane || pane.scrollHeight <= pane.clientHeight + 1) return
  const top = element.getBoundingClientRect().top - pane.getBoundingClientRect().top
  const bottom = top + element.offsetHeight
  if (where === 'middle') {
    if (top > MARGIN && bottom < pane.clientHeight - MARGIN) return
    pane.scrollTop += top - (pane.clientHeight - element.offsetHeight) / 2
  } else if (top < MARGIN) pane.scrollTop += top - MARGIN
  else if (bottom > pane.clientHeight - 12)
    pane.scrollTop += Math.min(bottom - pane.clientHeight + 12, top - MARGIN)
}
