import type { ViewerSide } from '../core/viewer-side.ts'

/** What of a task someone edits: what a row shows, or something else of it. */
export const editedFields = ['title', 'side', 'owner', 'dates', 'status', 'task'] as const
export type EditedField = (typeof editedFields)[number]

type Told = { name: string; side: ViewerSide }
/** A field, once, with those who edit it: the first few by name, how many more there are, and the first one's side. */
export type ToldEdit = {
  names: readonly string[]
  more: number
  side: ViewerSide
  taskId: string
  field: EditedField
}

/** What an open page is told: the others who have the plan open, by name, how many more there are, and what they edit. */
export type ToldPresence = { people: readonly Told[]; more: number; edits: readonly ToldEdit[] }

/** No one else, or nothing known. */
export const noOneElse: ToldPresence = { people: [], more: 0, edits: [] }
