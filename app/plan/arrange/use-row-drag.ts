import { type RefObject, useEffect, useRef, useState } from 'react'

/** For how long a finger rests on a row before it takes it along, in milliseconds: a shorter touch scrolls or presses. */
const rest = 350
/** How far a pointer may move and still be at rest, in pixels. */
const still = { mouse: 5, touch: 10 }
/** How near to the edge of the window it scrolls, and how far in each frame. */
const edge = { within: 56, by: 12 }

export type Drag = { row: HTMLElement; x: number; y: number }

type Press = Drag & { isTouch: boolean; id: number }

export type DragListeners = {
  /** Whether a press on this can take a row along, and which. */
  rowAt(target: Element): HTMLElement | null
  onDrop(drag: Drag): void
  /** A finger that rested and did not move. */
  onRest(row: HTMLElement): void
}

/**
 * Takes rows of the table along with the pointer: a mouse or pen once it moves, a finger once it has rested. Escape lets go.
 * @returns what is dragged, and where the pointer is
 */
export function useRowDrag(table: RefObject<HTMLElement>, listeners: DragListeners): Drag | null {
  const [drag, setDrag] = useState<Drag | null>(null)
  const latest = useRef(listeners)
  useEffect(() => {
    latest.current = listeners
  })
  useEffect(() => {
    const element = table.current
    if (!element) return
    let press: Press | null = null
    let held: Drag | null = null
    let wait = 0
    let frame = 0

    const show = (next: Drag | null) => {
      held = next
      setDrag(next)
    }
    const release = () => {
      clearTimeout(wait)
      cancelAnimationFrame(frame)
      if (held) element.classList.remove('is-dragging')
      press = null
      show(null)
    }
    const scroll = () => {
      const { y } = held ?? {}
      if (y === undefined) return
      if (y < edge.within) window.scrollBy(0, -edge.by)
      if (y > innerHeight - edge.within) window.scrollBy(0, edge.by)
      frame = requestAnimationFrame(scroll)
    }
    const take = ({ row, x, y, id }: Press) => {
      element.classList.add('is-dragging')
      element.setPointerCapture(id)
      show({ row, x, y })
      frame = requestAnimationFrame(scroll)
    }
    const onDown = (event: PointerEvent) => {
      const row = event.target instanceof Element ? latest.current.rowAt(event.target) : null
      if (!row || !event.isPrimary || event.button !== 0 || event.shiftKey || event.ctrlKey || event.metaKey) return
      const isTouch = event.pointerType === 'touch'
      press = { row, x: event.clientX, y: event.clientY, isTouch, id: event.pointerId }
      if (isTouch) wait = window.setTimeout(() => press && take(press), rest)
    }
    const onMove = (event: PointerEvent) => {
      if (!press || event.pointerId !== press.id) return
      const far = Math.hypot(event.clientX - press.x, event.clientY - press.y)
      if (held) {
        if (far > still.touch || held.x !== press.x || held.y !== press.y || !press.isTouch)
          show({ row: press.row, x: event.clientX, y: event.clientY })
      } else if (press.isTouch) {
        if (far > still.touch) release()
      } else if (event.buttons === 0) release()
      else if (far > still.mouse) take({ ...press, x: event.clientX, y: event.clientY })
    }
    const onUp = (event: PointerEvent) => {
      if (!press || event.pointerId !== press.id) return
      const [was, dropped] = [press, held]
      release()
      if (!dropped) return
      swallowClick()
      if (was.isTouch && dropped.x === was.x && dropped.y === was.y) latest.current.onRest(was.row)
      else latest.current.onDrop(dropped)
    }
    const onKey = (event: KeyboardEvent) => {
      if (!held || event.key !== 'Escape') return
      event.preventDefault()
      event.stopPropagation()
      release()
      swallowClick()
    }
    // A finger that holds a row does not scroll, and asks for no menu; links are not dragged as such.
    const onTouch = (event: TouchEvent) => held && event.preventDefault()
    const onMenu = (event: Event) => press?.isTouch && event.preventDefault()
    const onOwnDrag = (event: DragEvent) => press && event.preventDefault()

    element.addEventListener('pointerdown', onDown)
    element.addEventListener('pointermove', onMove)
    // Until a row is taken along, the pointer may leave the table and let go elsewhere.
    window.addEventListener('pointerup', onUp)
    element.addEventListener('pointercancel', release)
    element.addEventListener('touchmove', onTouch, { passive: false })
    element.addEventListener('contextmenu', onMenu)
    element.addEventListener('dragstart', onOwnDrag)
    window.addEventListener('keydown', onKey, { capture: true })
    return () => {
      release()
      element.removeEventListener('pointerdown', onDown)
      element.removeEventListener('pointermove', onMove)
      window.removeEventListener('pointerup', onUp)
      element.removeEventListener('pointercancel', release)
      element.removeEventListener('touchmove', onTouch)
      element.removeEventListener('contextmenu', onMenu)
      element.removeEventListener('dragstart', onOwnDrag)
      window.removeEventListener('keydown', onKey, { capture: true })
    }
  }, [table])
  return drag
}

/** Letting go of a row is no press on what lies there. */
function swallowClick() {
  const swallow = (event: Event) => {
    event.preventDefault()
    event.stopPropagation()
  }
  window.addEventListener('click', swallow, { capture: true, once: true })
  setTimeout(() => window.removeEventListener('click', swallow, { capture: true }), 0)
}
