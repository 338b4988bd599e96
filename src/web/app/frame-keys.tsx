import { lazy, Suspense, useState } from 'react'
import { useAccord } from '../accord/use-accord.ts'
import { useShortcuts } from '../keys/shortcuts.ts'
import { useLocale, useWords } from '../locale/locale.tsx'
import { PAGES } from '../pages/registry.tsx'
import { askedOf, hrefTo, pathTo } from '../route/address.ts'
import { navigate } from '../route/router.tsx'
import { shared } from '../words/shared.ts'
import { openAsOf } from './frame-state.ts'
import { useStepDays } from './use-step-days.ts'

const KeysDialog = lazy(() => import('./keys-dialog.tsx'))

/** The keys that work everywhere, and the dialog that lists all keys. */
export function FrameKeys({ accord }: { readonly accord: string }) {
  const w = useWords(shared).keys
  const { language, change } = useLocale()
  const [open, setOpen] = useState(false)
  const step = useStepDays(useAccord(accord)?.tz ?? 'UTC')
  const go = (page: string) =>
    navigate(hrefTo(pathTo(accord, page), askedOf(new URLSearchParams(location.search))))

  useShortcuts([
    { keys: '?', does: w.help, where: 'everywhere', run: () => setOpen(true) },
    ...PAGES.flatMap(p =>
      p.key
        ? [
            {
              keys: `g ${p.key}`,
              does: `${w.go} ${p.title[language]}`,
              where: 'everywhere' as const,
              run: () => go(p.name),
            },
          ]
        : [],
    ),
    { keys: 't', does: w.asOf, where: 'everywhere', run: openAsOf },
    { keys: ',', does: w.dayBack, where: 'everywhere', run: () => step(-1) },
    { keys: '.', does: w.dayOn, where: 'everywhere', run: () => step(1) },
    {
      keys: 'L',
      does: w.language,
      where: 'everywhere',
      run: () => change({ language: language === 'ar' ? 'en' : 'ar' }),
    },
  ])
  return <Suspense>{open && <KeysDialog onClose={() => setOpen(false)} />}</Suspense>
}
