import { type RefObject, useLayoutEffect } from 'react'
import type { RowStop } from './cells.ts'

/** What is left between a field and the edge of the window, in pixels. */
const margin = 12

/** Lays something over a cell, above everything else of the page: a row is too low for it, and the sheet would cut it off. */
export function useOverCell(
  box: RefObject<HTMLElement>,
  stopAt: (at: RowStop) => HTMLElement | null,
  at: RowStop,
): void {
  useLayoutEffect(() => {
    const element = box.current
    if (!element) return
    if ('showPopover' in element) {
      element.popover = 'manual'
      element.showPopover()
    }
    const lay = () => {
      const cell = stopAt(at)
      const over = (cell?.closest('.title') ?? cell)?.getBoundingClientRect()
      if (!over) return
      element.style.minWidth = `${over.width}px`
      const most = document.documentElement.clientWidth - element.offsetWidth - margin
      element.style.left = `${Math.max(margin, Math.min(over.left, most)) + window.scrollX}px`
      element.style.top = `${over.top + window.scrollY}px`
    }
    lay()
    element.scrollIntoView({ block: 'nearest' })
    // Rows above may become higher, and what it holds may arrive later.
    const watch = new ResizeObserver(lay)
    watch.observe(element)
    watch.observe(document.body)
    return () => watch.disconnect()
  }, [box, stopAt, at])
}
