import type { Edit } from './edits.ts'

/** What an edit is called in forms, addresses and comparisons: `durationDays.ID`, `lag.ID.OTHER`, `criticalDate`. */
export function nameOf(edit: Edit): string {
  switch (edit.field) {
    case 'lag':
      return `lag.${edit.task}.${edit.after}`
    case 'criticalDate':
    case 'winBy':
      return edit.field
    case 'closed':
      return `closed.${edit.side}.${edit.from}.${edit.to}`
    default:
      return `${edit.field}.${edit.task}`
  }
}

/** A value as forms carry it; empty for nothing. */
export const textOf = (value: Edit['value']): string => (value === null ? '' : String(value))

/** The fields of a what-if's forms: the edits by their names. */
export const editFields = (edits: readonly Edit[]): Record<string, string> =>
  Object.fromEntries(edits.map((edit) => [nameOf(edit), textOf(edit.value)]))
