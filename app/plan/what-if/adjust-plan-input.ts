import { z } from 'zod'
import { fieldWords } from '#app/kit/field-words.ts'
import { bounds } from '#app/kit/limits.ts'
import { editRefusals } from '../edits/edit-refusal-words.ts'
import { readEdit } from '../edits/read-edits.ts'

/** A what-if that is applied: values by the names of `edits/edit.ts`, such as `durationDays.ID`, and nothing else. */
export const adjustPlanInput = z
  .object({})
  .catchall(z.string())
  .superRefine((values, context) => {
    if (Object.keys(values).length > bounds.edits)
      return context.addIssue({
        code: 'custom',
        path: [],
        message: editRefusals.tooMany,
      })
    for (const [name, text] of Object.entries(values)) {
      const read = readEdit(name, text)
      if (read && 'edit' in read) continue
      context.addIssue({ code: 'custom', path: [name], message: read?.fault ?? fieldWords.notValid })
    }
  })
