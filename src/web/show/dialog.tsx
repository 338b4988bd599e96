import type { ReactNode } from 'react'
import { Dialog as AriaDialog } from 'react-aria-components/Dialog'
import { Heading } from 'react-aria-components/Heading'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { useWords } from '../locale/locale.tsx'
import { shared } from '../words/shared.ts'
import { Icon } from './icon.tsx'
import './dialog.css'

type Props = {
  readonly title: string
  readonly open: boolean
  readonly onClose: () => void
  readonly children: ReactNode
  readonly wide?: boolean
}

/** A question in front of everything else; Escape and a press outside close it, focus returns where it was. */
export function Dialog({ title, open, onClose, children, wide = false }: Props) {
  const w = useWords(shared).common
  return (
    <ModalOverlay className="veil" isOpen={open} isDismissable onOpenChange={is => !is && onClose()}>
      <Modal className={wide ? 'modal modal-wide' : 'modal'}>
        <AriaDialog className="dialog">
          <div className="dialog-head">
            <Heading slot="title" level={2}>
              {title}
            </Heading>
            <button type="button" className="icon-button" aria-label={w.close} onClick={onClose}>
              <Icon name="close" />
            </button>
          </div>
          <div className="dialog-body">{children}</div>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}
