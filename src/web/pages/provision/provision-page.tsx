import type { ProvisionView } from '../../../core/view/board.ts'
import { useAccord } from '../../accord/use-accord.ts'
import { api } from '../../data/paths.ts'
import { useResource } from '../../data/resource.ts'
import { useWords } from '../../locale/locale.tsx'
import { pathTo } from '../../route/address.ts'
import { Link, useAsked } from '../../route/router.tsx'
import { Loaded } from '../../show/loaded.tsx'
import { Code, Said } from '../../show/said.tsx'
import { vocabulary, wordFor } from '../../words/vocabulary.ts'
import type { PageProps } from '../page.ts'
import { Disputes } from './disputes.tsx'
import { Positions } from './positions.tsx'
import { Text } from './text.tsx'
import { Verdicts } from './verdicts.tsx'
import { provisionWords } from './words/words.ts'
import './provision.css'

/** One provision: what it says and to whom, who reads it how, and its verdicts with the way they were reached. */
export default function ProvisionPage({ accord, rest }: PageProps) {
  const asked = useAsked()
  const view = useResource<ProvisionView>(rest[0] ? api.provision(accord, rest[0], asked) : undefined)
  return (
    <Loaded of={view} lines={12}>
      {data => <Provision view={data} />}
    </Loaded>
  )
}

function Provision({ view }: { readonly view: ProvisionView }) {
  const w = useWords(provisionWords)
  const v = useWords(vocabulary)
  const provision = useAccord(view.accord)?.provisions.find(p => p.id === view.provision)
  return (
    <article className="provision">
      <header className="provision-head">
        <p className="crumbs">
          <Link to={pathTo(view.accord, 'state')}>{w.back}</Link> <span aria-hidden="true">/</span>{' '}
          <Said words={view.document.title} />
        </p>
        <h1>
          <Said words={view.title} />
        </h1>
        <p className="provision-kind">
          <Code>{view.provision}</Code> <span className="tag">{wordFor(v.modality, view.kind)}</span>
        </p>
      </header>
      <div className="provision-columns">
        <div className="provision-main">
          <Verdicts view={view} />
        </div>
        <div className="provision-side">
          <Text view={view} provision={provision} />
          <Disputes accord={view.accord} disputes={view.disputes} />
          <Positions view={view} />
        </div>
      </div>
    </article>
  )
}
