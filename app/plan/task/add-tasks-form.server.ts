import { fieldRefusal } from '#app/runner/refusal.ts'
import type { FormValues } from '#app/ui/form-reply.ts'
import { addRowForm } from './add-row-values.ts'
import { withOtherRows } from './other-rows.ts'
import { taskRefusals } from './task-refusal-words.ts'

/** In characters of an address: more does not fit into a request beside a browser's cookies. */
const longest = 6_000

type Made = { taskIds: string[] }

/** The form of all rows on the plan's page. @param then where it leads; what other rows hold goes along */
export const addTasksForm = (then: (made: Made) => string) => ({
  ...addRowForm,
  before: refuseLongRows,
  then: (made: Made, values: FormValues) => withOtherRows(then(made), values),
})

/** @throws Refusal 422 where other rows hold more than can be kept while this one is added; the reply to it keeps all of them */
function refuseLongRows(values: FormValues): undefined {
  if (withOtherRows('', values).length > longest) throw fieldRefusal('titles', taskRefusals.otherRowsTooLong)
}
