import { type AnchorHTMLAttributes, type MouseEvent, useMemo, useSyncExternalStore } from 'react'
import { type Address, type Asked, addressOf, askedOf, hrefTo } from './address.ts'

/** Fires after every change of address, by us or by the browser's buttons. */
const MOVED = 'hudna:moved'

function subscribe(changed: () => void): () => void {
  addEventListener('popstate', changed)
  addEventListener(MOVED, changed)
  return () => {
    removeEventListener('popstate', changed)
    removeEventListener(MOVED, changed)
  }
}

/** Goes to an address of our own without loading the page again. */
export function navigate(href: string, { replace = false } = {}): void {
  if (href === location.pathname + location.search) return
  history[replace ? 'replaceState' : 'pushState'](null, '', href)
  dispatchEvent(new Event(MOVED))
}

export function useAddress(): Address {
  const href = useSyncExternalStore(subscribe, () => location.pathname + location.search)
  return useMemo(() => {
    const [pathname, search] = href.split('?')
    return addressOf(pathname ?? '/', search ?? '')
  }, [href])
}

/** The header's three questions, and how to change them in place. */
export function useAsked(): Asked & {
  readonly ask: (next: Partial<Record<keyof Asked, string | undefined>>) => void
} {
  const { query } = useAddress()
  return useMemo(
    () => ({
      ...askedOf(query),
      ask: next => {
        const changed = new URLSearchParams(location.search)
        for (const [key, value] of Object.entries(next)) {
          if (value) changed.set(key, value)
          else changed.delete(key)
        }
        const text = changed.toString()
        navigate(text ? `${location.pathname}?${text}` : location.pathname)
      },
    }),
    [query],
  )
}

/** Changes one parameter of the present address (a filter, an open drawer); undefined removes it. */
export function setParameter(key: string, value: string | undefined, { replace = true } = {}): void {
  const query = new URLSearchParams(location.search)
  if (value) query.set(key, value)
  else query.delete(key)
  const text = query.toString()
  navigate(text ? `${location.pathname}?${text}` : location.pathname, { replace })
}

type LinkProps = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href'> & {
  /** A path of pathTo(). */
  readonly to: string
  readonly extra?: Readonly<Record<string, string | undefined>>
  /** Overrides of the header's questions, e.g. the date on which a verdict changed. */
  readonly asked?: Asked
}

/** A link inside the product: carries the header's questions along; a new tab works as in any page. */
export function Link({ to, extra, asked: other, onClick, ...rest }: LinkProps) {
  const { query } = useAddress()
  const href = hrefTo(to, { ...askedOf(query), ...other }, extra)
  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event)
    const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey
    if (!plain || event.defaultPrevented || rest.target) return
    event.preventDefault()
    navigate(href)
    scrollTo(0, 0)
  }
  return <a {...rest} href={href} onClick={follow} />
}
