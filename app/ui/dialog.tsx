import type { ReactNode } from 'react'
import { useId, useRef } from 'react'
import { Button } from './button.tsx'

export type DialogProps = {
  /** The words on the button that opens it. */
  open: string
  title: string
  children: ReactNode
}

/** The browser's own dialog behind a button. An enhancement: what it holds must also have a page. */
export function Dialog({ open, title, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const id = useId()
  return (
    <>
      <Button onClick={() => dialog.current?.showModal()}>{open}</Button>
      <dialog ref={dialog} className="dialog" aria-labelledby={id}>
        <h2 id={id}>{title}</h2>
        {children}
        <form method="dialog" className="acts">
          <Button type="submit">Close</Button>
        </form>
      </dialog>
    </>
  )
}
