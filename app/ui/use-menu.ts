import { type FocusEvent, type RefObject, useEffect, useId, useRef, useState } from 'react'

type Menu = {
  /** Around button and menu. */
  box: RefObject<HTMLDivElement>
  button: RefObject<HTMLButtonElement>
  menuId: string
  isOpen: boolean
  toggle(): void
  /** For the box: the menu closes when the focus goes elsewhere. */
  onBlur(event: FocusEvent): void
}

/** A menu below its button: closed by Escape, which gives the focus back, by a press elsewhere, and when the focus leaves it. */
export function useMenu(): Menu {
  const [isOpen, setOpen] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const menuId = useId()
  useEffect(() => {
    if (!isOpen) return undefined
    const close = (event: Event) => {
      if (event instanceof KeyboardEvent ? event.key !== 'Escape' : isWithin(box.current, event.target)) return
      if (event instanceof KeyboardEvent && isWithin(box.current, document.activeElement)) button.current?.focus()
      setOpen(false)
    }
    document.addEventListener('pointerdown', close)
    document.addEventListener('keydown', close)
    return () => {
      document.removeEventListener('pointerdown', close)
      document.removeEventListener('keydown', close)
    }
  }, [isOpen])
  return {
    box,
    button,
    menuId,
    isOpen,
    toggle: () => setOpen(!isOpen),
    onBlur({ relatedTarget }) {
      if (relatedTarget && !isWithin(box.current, relatedTarget)) setOpen(false)
    },
  }
}

const isWithin = (box: HTMLElement | null, target: EventTarget | null) =>
  target instanceof Node && box !== null && box.contains(target)
