import { useState } from 'react'
import type { AccordsAnswer, VerifyAnswer } from '../../data/answers.ts'
import { Fault } from '../../data/fault.ts'
import { api } from '../../data/paths.ts'
import { get } from '../../data/request.ts'
import { useResource } from '../../data/resource.ts'
import { useCount, useLocale, useWords } from '../../locale/locale.tsx'
import { Code, Said } from '../../show/said.tsx'
import { Segments } from '../../show/segments.tsx'
import { shared } from '../../words/shared.ts'
import type { PageProps } from '../page.ts'
import { settingsWords } from './words/words.ts'
import './settings.css'

/** The reader's own choices, and what is known of the house that answers. */
export default function SettingsPage({ accord }: PageProps) {
  const w = useWords(settingsWords)
  const { language, numerals, theme, change } = useLocale()
  return (
    <div className="settings">
      <h1>{w.title}</h1>
      <section className="card">
        <div className="card-head">
          <h2>{w.reading}</h2>
          <span className="faint small">{w.readingNote}</span>
        </div>
        <div className="card-body settings-list">
          <Segments
            label={w.language}
            value={language}
            options={[
              { id: 'ar', name: shared.ar.languageName },
              { id: 'en', name: shared.en.languageName },
            ]}
            onChange={id => change({ language: id })}
          />
          <Segments
            label={w.numerals}
            hint={w.numeralsNote}
            value={numerals}
            options={[
              { id: 'latn', name: '0123' },
              { id: 'arab', name: '٠١٢٣' },
            ]}
            onChange={id => change({ numerals: id })}
          />
          <Segments
            label={w.theme}
            value={theme}
            options={[
              { id: 'system', name: w.system },
              { id: 'light', name: w.light },
              { id: 'dark', name: w.dark },
            ]}
            onChange={id => change({ theme: id })}
          />
        </div>
      </section>
      <House accord={accord} />
    </div>
  )
}

function House({ accord }: { readonly accord: string }) {
  const w = useWords(settingsWords)
  const words = useWords(shared)
  const count = useCount()
  const health = useResource<{ readonly version: string }>(api.health)
  const accords = useResource<AccordsAnswer>(api.accords)
  const [verified, setVerified] = useState<VerifyAnswer | Fault>()
  const verify = async () => {
    const answer = await get<VerifyAnswer>(api.verify(accord)).catch((error: unknown) => {
      if (error instanceof Fault) return error
      throw error
    })
    setVerified(answer)
  }
  return (
    <section className="card">
      <div className="card-head">
        <h2>{w.about}</h2>
      </div>
      <dl className="card-body facts">
        {health.data && (
          <div>
            <dt>{w.version}</dt>
            <dd>
              <Code>{health.data.version}</Code>
            </dd>
          </div>
        )}
        <div>
          <dt>{w.accords}</dt>
          <dd>
            <ul>
              {accords.data?.accords.map(a => (
                <li key={a.id}>
                  <Said words={a.title} /> <span className="quiet small">{w.entries(count(a.entries))}</span>
                </li>
              ))}
            </ul>
          </dd>
        </div>
        <div>
          <dt>API</dt>
          <dd>
            <a href="/api/openapi.json">{w.api}</a>
          </dd>
        </div>
      </dl>
      <div className="card-body settings-verify">
        <button type="button" className="button" onClick={() => void verify()}>
          {w.verify}
        </button>
        <span role="status">
          {verified &&
            (verified instanceof Fault
              ? words.fault.offlineTitle
              : verified.whole
                ? w.whole(count(verified.entries))
                : w.broken)}
        </span>
      </div>
    </section>
  )
}
