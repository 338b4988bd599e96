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
    name: 'incidents',
    title: { en: 'Incidents', ar: 'الحوادث' },
    icon: 'incidents',
    key: 'n',
    rail: true,
    phone: true,
    load: () => import('./incidents/incidents-page.tsx'),
  },
  {
    name: 'statements',
    title: { en: 'Statements', ar: 'التصريحات' },
    icon: 'statements',
    key: 't',
    rail: true,
    phone: true,
    load: () => import('./statements/statements-page.tsx'),
  },
  {
    name: 'talks',
    title: { en: 'Talks', ar: 'المحادثات' },
    icon: 'talks',
    key: 'k',
    rail: true,
    load: () => import('./talks/talks-page.tsx'),
  },
  {
    name: 'warning',
    title: { en: 'Warning', ar: 'الإنذار' },
    icon: 'warning',
    key: 'w',
    rail: true,
    load: () => import('./warning/warning-page.tsx'),
  },
  {
    name: 'briefs',
    title: { en: 'Briefs', ar: 'الإحاطات' },
    icon: 'briefs',
    key: 'b',
    rail: true,
    load: () => import('./briefs/briefs-page.tsx'),
  },
  {
    name: 'accord',
    title: { en: 'Accord', ar: 'الاتفاق' },
    icon: 'accord',
    key: 'a',
    rail: true,
    phone: true,
    load: () => import('./accord/accord-page.tsx'),
  },
  {
    name: 'settings',
    title: { en: 'Settings', ar: 'الإعدادات' },
    icon: 'settings',
    rail: true,
    load: () => import('./settings/settings-page.tsx'),
  },
  {
    name: 'import',
    title: { en: 'Import', ar: 'الاستيراد' },
    icon: 'incidents',
    rail: false,
    under: 'incidents',
    load: () => import('./import/import-page.tsx'),
  },
  {
    name: 'provision',
    title: { en: 'Provision', ar: 'بند' },
    icon: 'accord',
    rail: false,
    under: 'state',
    load: () => import('./provision/provision-page.tsx'),
  },
  {
    name: 'record',
    title: { en: 'Record', ar: 'سجل' },
    icon: 'file',
    rail: false,
    load: () => import('./record/record-page.tsx'),
  },
]

export function pageNamed(name: string): Page | undefined {
  return PAGES.find(p => p.name === name)
}
