import { z } from 'zod'
import * as fields from '#app/kit/field-schemas.ts'
import { editedFields } from './told-presence.ts'

/** What a page tells: its own name, and the field of a task that is edited in it; no task for nothing any longer. */
export const editingInput = z.object({
  page: fields.requiredId(),
  taskId: z.preprocess((value) => (value === '' ? null : value), fields.requiredId().nullable()),
  field: fields.oneOf(editedFields),
})
