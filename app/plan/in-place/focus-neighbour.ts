/** Steps along the cells of a row. */
const along: Partial<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1 }
/** The arrow that leads to the cell before or after another one. */
export const arrowTo = { before: 'ArrowLeft', next: 'ArrowRight' } as const

/** Steps across rows, to the cell of the same kind. */
const across: Partial<Record<string, number>> = { ArrowUp: -1, ArrowDown: 1 }

/**
 * Gives the focus to the cell to which an arrow leads from another one.
 * @param key of the keyboard, such as `ArrowDown`
 * @returns false where there is none
 */
export function focusNeighbour(from: HTMLElement, key: string): boolean {
  const step = along[key] ?? across[key]
  if (step === undefined) return false
  const scope = along[key] === undefined ? from.closest('.table') : from.closest('.row')
  const name = along[key] === undefined ? `[data-cell=${from.dataset['cell']}]` : '[data-cell]'
  const stops = [...(scope?.querySelectorAll<HTMLElement>(name) ?? [])].filter(isShown)
  const next = stops[stops.indexOf(from) + step]
  next?.focus()
  return next !== undefined
}

/** Not within a stage that is folded. */
const isShown = (element: HTMLElement) => !element.closest('details:not([open])')
