import { useAllShortcuts } from '../keys/shortcuts.ts'
import { useWords } from '../locale/locale.tsx'
import { Dialog } from '../show/dialog.tsx'
import { shared } from '../words/shared.ts'

/** Every key that works at the moment, the page's own first. */
export default function KeysDialog({ onClose }: { readonly onClose: () => void }) {
  const w = useWords(shared).keys
  const all = useAllShortcuts()
  const groups = [
    [w.here, all.filter(s => s.where === 'here')],
    [w.everywhere, [...all.filter(s => s.where === 'everywhere'), { keys: 'Esc', does: w.close }]],
  ] as const
  return (
    <Dialog title={w.title} open onClose={onClose}>
      <div className="keys">
        {groups.map(
          ([title, list]) =>
            list.length > 0 && (
              <section key={title}>
                <h3>{title}</h3>
                <dl>
                  {list.map(s => (
                    <div key={s.keys}>
                      <dt>
                        {s.keys.split(' ').map((k, i) => (
                          <span key={k}>
                            {i > 0 && <span className="faint"> {w.andThen} </span>}
                            <kbd className="kbd">{k}</kbd>
                          </span>
                        ))}
                      </dt>
                      <dd>{s.does}</dd>
                    </div>
                  ))}
                </dl>
              </section>
            ),
        )}
      </div>
      <p className="faint small">{w.note}</p>
    </Dialog>
  )
}
