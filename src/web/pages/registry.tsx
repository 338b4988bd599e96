import type { Page } from './page.ts'

/** Every page, in the order of the rail. To add one: docs/design-language.md, "To add a page". */
export const PAGES: readonly Page[] = [
  {
    name: 'state',
    title: { en: 'State', ar: 'الحال' },
    icon: 'state',
    key: 's',
    rail: true,
    phone: true,
    load: () => import('./state/state-page.tsx'),
  },
]

export function pageNamed(name: string): Page | undefined {
  return PAGES.find(p => p.name === name)
}
