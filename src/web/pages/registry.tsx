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
  {
    name: 'inbox',
    title: { en: 'Inbox', ar: 'الوارد' },
    icon: 'inbox',
    key: 'i',
    rail: true,
    phone: true,
    load: () => import('./inbox/inbox-page.tsx'),
  },
  {
    name: 'provision',
    title: { en: 'Provision', ar: 'بند' },
    icon: 'accord',
    rail: false,
    under: 'state',
    load: () => import('./provision/provision-page.tsx'),
  },
]

export function pageNamed(name: string): Page | undefined {
  return PAGES.find(p => p.name === name)
}
