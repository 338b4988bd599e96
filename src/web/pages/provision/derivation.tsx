import { useState } from 'react'
import type { Explanation, ExplanationNode } from '../../../core/compliance/verdict.ts'
import type { RecordView } from '../../../core/view/board.ts'
import { RecordLine } from '../../evidence/record-line.tsx'
import { useWords } from '../../locale/locale.tsx'
import { Said } from '../../show/said.tsx'
import { provisionWords } from './words/words.ts'

type Shared = {
  readonly accord: string
  readonly tz: string
  readonly records: Readonly<Record<string, RecordView>>
}

/** The derivation as lines inside lines, in sentences; the leaves are records, zones and sums. */
export function Derivation({ explanation, ...rest }: Shared & { readonly explanation: Explanation }) {
  const w = useWords(provisionWords)
  // Undefined: each line as it was left; a new object opens or closes them all.
  const [all, setAll] = useState<{ readonly open: boolean }>()
  return (
    <section className="card">
      <div className="card-head">
        <h2>{w.derivation}</h2>
        <span className="derivation-switch no-print">
          <button type="button" className="link-button small" onClick={() => setAll({ open: true })}>
            {w.expand}
          </button>{' '}
          <button type="button" className="link-button small" onClick={() => setAll({ open: false })}>
            {w.collapse}
          </button>
        </span>
      </div>
      <div className="card-body derivation">
        <p className="faint small">{w.derivationNote}</p>
        <p className="derivation-root">
          <Said words={explanation.words} />
        </p>
        <Branches node={explanation} depth={0} all={all} {...rest} />
      </div>
    </section>
  )
}

type Inner = Shared & { readonly depth: number; readonly all: { readonly open: boolean } | undefined }

function Branches({ node, ...rest }: Inner & { readonly node: Explanation }) {
  const w = useWords(provisionWords)
  return (
    <>
      <Nodes nodes={node.because} {...rest} />
      {node.against.length > 0 && (
        <div className="derivation-side">
          <span className="derivation-label">{w.but}</span>
          <Nodes nodes={node.against} {...rest} />
        </div>
      )}
      {node.missing.length > 0 && (
        <div className="derivation-side">
          <span className="derivation-label">{w.missing}</span>
          <Nodes nodes={node.missing} {...rest} />
        </div>
      )}
    </>
  )
}

function Nodes({ nodes, ...rest }: Inner & { readonly nodes: readonly ExplanationNode[] }) {
  if (!nodes.length) return null
  return (
    <ul className="derivation-list">
      {nodes.map((n, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the tree of one verdict does not change
        <li key={i}>{n.leaf === undefined ? <Branch node={n} {...rest} /> : <Leaf node={n} {...rest} />}</li>
      ))}
    </ul>
  )
}

function Branch({ node, ...rest }: Inner & { readonly node: Explanation }) {
  const w = useWords(provisionWords)
  const { depth, all } = rest
  const certainty =
    node.certainty === undefined ? undefined : [w.certainlyNot, w.perhaps, w.certainly][node.certainty]
  const hasMore = node.because.length + node.against.length + node.missing.length > 0
  const line = (
    <>
      <Said words={node.words} /> {certainty && <span className="tag">{certainty}</span>}
    </>
  )
  if (!hasMore) return <p>{line}</p>
  return (
    // A new key makes "open all" win over what the reader had opened or closed by hand.
    <details key={all ? `all ${all.open}` : 'own'} open={all ? all.open : depth < 2}>
      <summary>{line}</summary>
      <Branches node={node} {...rest} depth={depth + 1} />
    </details>
  )
}

function Leaf({
  node,
  accord,
  tz,
  records,
}: Shared & { readonly node: Extract<ExplanationNode, { leaf: string }> }) {
  const view = node.leaf === 'record' ? records[node.record] : undefined
  if (view) return <RecordLine accord={accord} tz={tz} view={view} />
  return (
    <p className={`derivation-leaf derivation-${node.leaf}`}>
      <Said words={node.words} />
    </p>
  )
}
