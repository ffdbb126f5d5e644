import { useCallback, useEffect, useRef, useState } from 'react'
import { ShortcutList } from './shortcut-list.tsx'

/**
 * The keys of a task that are not about moving: E edits, Space marks done, N adds a task to the milestone, ? lists all keys. They work on a row
 * that has the focus alone, so that neither a screen reader's keys nor dictated text set them off (WCAG 2.1.4).
 */
export function RowShortcuts() {
  const table = useRef<Element | null>(null)
  const mark = useCallback((within: Element | null) => {
    table.current = within?.closest('.table') ?? null
  }, [])
  const [isListed, setListed] = useState(false)
  useEffect(() => {
    const element = table.current
    const press = (event: Event) => {
      if (!(event instanceof KeyboardEvent) || event.ctrlKey || event.metaKey || event.altKey || event.isComposing)
        return
      const at = event.target
      if (event.defaultPrevented || !(at instanceof HTMLElement) || at.dataset['cell'] === undefined) return
      if (event.key === '?') setListed(true)
      else if (!pressed(event.key, at)) return
      event.preventDefault()
    }
    element?.addEventListener('keydown', press)
    return () => element?.removeEventListener('keydown', press)
  }, [])
  return (
    <>
      <span ref={mark} hidden />
      {isListed && <ShortcutList onClose={() => setListed(false)} />}
    </>
  )
}

/** @returns whether the key does something at this cell of a row, and that is done */
function pressed(key: string, at: HTMLElement): boolean {
  const row = at.closest('.row')
  const isTitle = at.dataset['cell'] === 'open'
  switch (key.toLowerCase()) {
    case 'e':
      return press(isTitle ? row?.querySelector('[data-cell=title]') : at)
    // On a cell the browser itself presses its button.
    case ' ':
      return isTitle && press(row?.querySelector('button.tick'))
    case 'n': {
      const field = at.closest('.milestone')?.querySelector('.add-row')?.querySelector('textarea')
      field?.focus()
      return field != null
    }
    default:
      return false
  }
}

function press(control: Element | null | undefined): boolean {
  if (!(control instanceof HTMLElement)) return false
  control.click()
  return true
}
