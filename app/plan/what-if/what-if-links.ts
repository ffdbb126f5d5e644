import { planLinks } from '#app/kit/paths.ts'
import type { PlanRows } from '../core/compute-plan.ts'
import { type Edit, editFields, editNameOf, editValueText } from '../edits/edit.ts'
import { readEdit } from '../edits/read-edits.ts'
import { storedEditValue } from '../edits/with-edit.ts'

/** What the sender of a what-if sees stored, by the same names. */
export const seenFields = (rows: PlanRows, edits: readonly Edit[]): Record<string, string> =>
  Object.fromEntries(edits.map((edit) => [editNameOf(edit), editValueText(storedEditValue(rows, edit) ?? null)]))

/** The page of a what-if, for where no script runs and for what could not be kept. */
export const whatIfPath = (planId: string, edits: readonly Edit[]): string =>
  `${planLinks(planId).try}?${new URLSearchParams(editFields(edits)).toString()}`

/** Of everything that a form posted, the edits. */
export const editsPosted = (values: Record<string, string | string[]>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) =>
      typeof value === 'string' && readEdit(name, value) !== null ? [[name, value]] : [],
    ),
  )

/** A mark of these edits for an idempotency key: the same edits, the same mark. */
export function markOfEdits(edits: readonly Edit[]): string {
  let mark = 0
  for (const letter of JSON.stringify(editFields(edits))) mark = (Math.imul(mark, 31) + letter.charCodeAt(0)) >>> 0
  return mark.toString(36)
}
