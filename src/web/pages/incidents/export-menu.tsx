import { useLocale, useWords } from '../../locale/locale.tsx'
import { useAsked } from '../../route/router.tsx'
import { Choice } from '../../show/choice.tsx'
import { type Filters, incidentPaths } from './paths.ts'
import { incidentsWords } from './words/words.ts'

const FORMATS = ['csv', 'xlsx', 'geojson', 'acled', 'hxl', 'ftm'] as const

/** What the filters let through, as a file: the same incidents as the list, never more. */
export function ExportMenu({ accord, filters }: { readonly accord: string; readonly filters: Filters }) {
  const w = useWords(incidentsWords)
  const { language } = useLocale()
  const asked = useAsked()
  return (
    <Choice
      label={w.export}
      hideLabel
      value=""
      options={[{ id: '', name: w.export }, ...FORMATS.map(id => ({ id, name: w.format[id] }))]}
      onChange={id => {
        if (!id) return
        const link = document.createElement('a')
        link.href = `${incidentPaths.exported(accord, asked, filters, id)}&lang=${language}`
        link.download = ''
        link.click()
      }}
    />
  )
}
