import { Component, type ReactNode } from 'react'
import { useWords } from '../locale/locale.tsx'
import { EmptyState } from '../show/empty-state.tsx'
import { shared } from '../words/shared.ts'

/** Keeps a fault of one page from taking the frame with it. */
export class CrashGuard extends Component<{ children: ReactNode }, { crashed: boolean }> {
  override state = { crashed: false }
  static getDerivedStateFromError() {
    return { crashed: true }
  }
  override componentDidCatch(error: unknown) {
    console.error(error)
  }
  override render() {
    return this.state.crashed ? <Crashed /> : this.props.children
  }
}

function Crashed() {
  const w = useWords(shared).fault
  return (
    <div role="alert">
      <EmptyState
        whole
        title={w.crash}
        actions={
          <button type="button" className="button" onClick={() => location.reload()}>
            {w.reload}
          </button>
        }
      >
        {w.crashWay}
      </EmptyState>
    </div>
  )
}
