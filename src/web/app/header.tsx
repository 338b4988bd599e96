import { lazy, Suspense } from 'react'
import { useAccord } from '../accord/use-accord.ts'
import type { AccordsAnswer } from '../data/answers.ts'
import { api } from '../data/paths.ts'
import { useResource } from '../data/resource.ts'
import { civilText } from '../locale/dates.ts'
import { type Theme, useLocale, useSaid, useWords } from '../locale/locale.tsx'
import { hrefTo, pathTo } from '../route/address.ts'
import { navigate, useAddress, useAsked } from '../route/router.tsx'
import { Choice } from '../show/choice.tsx'
import { Icon } from '../show/icon.tsx'
import { shared } from '../words/shared.ts'
import { closeAsOf, openAsOf, useAsOfOpen } from './frame-state.ts'
import { useStepDays } from './use-step-days.ts'

const AsOfDialog = lazy(() => import('./as-of-dialog.tsx'))

/** What the whole product is asked: which accord, at which moment, under which reading; and how it is shown. */
export function Header({ accord }: { readonly accord: string }) {
  const w = useWords(shared).header
  const said = useSaid()
  const { page } = useAddress()
  const { reading, ask } = useAsked()
  const accords = useResource<AccordsAnswer>(api.accords).data?.accords ?? []
  const data = useAccord(accord)
  const asOfOpen = useAsOfOpen()

  return (
    <header className="header">
      <div className="header-accord">
        {accords.length > 1 ? (
          <Choice
            label={w.accord}
            hideLabel
            value={accord}
            options={accords.map(a => ({ id: a.id, name: said(a.title) }))}
            onChange={id =>
              navigate(
                hrefTo(pathTo(id, page && !['provision', 'record'].includes(page) ? page : 'state'), {}),
              )
            }
          />
        ) : (
          <span className="header-title">{data ? said(data.title) : ' '}</span>
        )}
      </div>
      <Moment tz={data?.tz ?? 'UTC'} />
      {data && data.readings.length > 1 && (
        <div className="header-reading">
          <span className="faint small" id="reading-label">
            {w.reading}
          </span>
          <Choice
            label={w.reading}
            hideLabel
            value={reading ?? 'default'}
            options={data.readings.map(r => ({
              id: r.id,
              name: said(r.name),
              ...(r.basis && { note: said(r.basis) }),
            }))}
            onChange={id => ask({ reading: id === 'default' ? undefined : id })}
          />
        </div>
      )}
      <Switches />
      <Suspense>{asOfOpen && data && <AsOfDialog tz={data.tz} onClose={closeAsOf} />}</Suspense>
    </header>
  )
}

function Moment({ tz }: { readonly tz: string }) {
  const w = useWords(shared).header
  const { language, numerals } = useLocale()
  const { asOf, knownAt } = useAsked()
  const step = useStepDays(tz)
  const past = asOf !== undefined || knownAt !== undefined
  return (
    <div className="moment" data-past={past || undefined}>
      <button type="button" className="icon-button" aria-label={w.dayBack} onClick={() => step(-1)}>
        <Icon name="back" />
      </button>
      <button type="button" className="moment-button" onClick={openAsOf} aria-haspopup="dialog">
        <Icon name="clock" />
        <span className="moment-label">{w.asOf}</span>
        <bdi className="num">{asOf ? civilText(asOf, { language, numerals }) : w.now}</bdi>
      </button>
      <button
        type="button"
        className="icon-button"
        aria-label={w.dayOn}
        disabled={asOf === undefined}
        onClick={() => step(1)}
      >
        <Icon name="forward" />
      </button>
    </div>
  )
}

const NEXT_THEME: Readonly<Record<Theme, Theme>> = { system: 'light', light: 'dark', dark: 'system' }
const THEME_ICON = { system: 'device', light: 'sun', dark: 'moon' } as const

function Switches() {
  const w = useWords(shared).header
  const { language, theme, change } = useLocale()
  const other = language === 'ar' ? 'en' : 'ar'
  return (
    <div className="switches">
      <button
        type="button"
        className="icon-button header-help"
        aria-label={w.help}
        title={w.help}
        onClick={() => dispatchEvent(new KeyboardEvent('keydown', { key: '?' }))}
      >
        <Icon name="keyboard" />
      </button>
      <button
        type="button"
        className="icon-button"
        aria-label={w.themeNow[theme]}
        title={w.themeNow[theme]}
        onClick={() => change({ theme: NEXT_THEME[theme] })}
      >
        <Icon name={THEME_ICON[theme]} />
      </button>
      <button type="button" className="language" lang={other} onClick={() => change({ language: other })}>
        {w.otherLanguage}
      </button>
    </div>
  )
}
