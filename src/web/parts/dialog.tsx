import { type ReactNode, useEffect } from 'react'
import { Dialog as AriaDialog } from 'react-aria-components/Dialog'
import { Heading } from 'react-aria-components/Heading'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { cx } from './class.ts'
import css from './dialog.module.css'

export type DialogProps = {
  open: boolean
  /** Esc, and a press outside where it is not an alert. */
  onClose: () => void
  heading: ReactNode
  /** The ways out, the act first. */
  acts?: ReactNode
  /** Asks before something that matters: a press outside does not leave it. */
  alert?: boolean
  wide?: boolean
  children?: ReactNode
}

/** The focus goes back to what opened the dialog; where that is gone, to the heading of the page. */
const useReturn = (open: boolean): void => {
  useEffect(() => {
    if (!open) return
    return () => {
      setTimeout(() => {
        if (document.activeElement === document.body) document.querySelector<HTMLElement>('main h1')?.focus()
      }, 80)
    }
  }, [open])
}

/** A dialog over the page; on a phone it stands at the foot. */
export const Dialog = ({ open, onClose, heading, acts, alert = false, wide = false, children }: DialogProps) => {
  useReturn(open)
  return (
    <ModalOverlay
      className={css.over ?? ''}
      isOpen={open}
      isDismissable={!alert}
      onOpenChange={(next) => {
        if (!next) onClose()
      }}
    >
      <Modal className={cx(css.panel, wide && css.wide)}>
        <AriaDialog role={alert ? 'alertdialog' : 'dialog'}>
          <Heading slot="title" className={css.heading ?? ''}>
            {heading}
          </Heading>
          <div className={css.body}>{children}</div>
          {acts && <div className={css.acts}>{acts}</div>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}

/** Asks once before something that matters. */
export const AlertDialog = (props: Omit<DialogProps, 'alert'>) => <Dialog {...props} alert />
