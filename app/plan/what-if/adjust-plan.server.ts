import { sightOf } from '#app/policy/policy.ts'
import { defineCommand } from '#app/runner/command.ts'
import { adjustPlanInput } from './adjust-plan-input.ts'
import { makeEdits, refuseFaults, requireKnown } from './make-edits.server.ts'
import { takePlan } from '../core/take-task.server.ts'
import { makeUndoable } from '../undo/make-undoable.server.ts'
import { editLabel } from './edit-words.ts'
import { readEdits } from '../edits/read-edits.ts'
import { storedEditValue } from '../edits/with-edit.ts'
import { editNameOf, editValueText } from '../edits/edit.ts'
import { unwantedIn } from './preview-edits.ts'

/** Keeps a what-if: all its edits in one change, which is undone in one. */
export const adjustPlan = defineCommand({
  name: 'adjust-plan',
  scope: 'plan',
  input: adjustPlanInput,
  async current(context) {
    const rows = await takePlan(context)
    const sight = sightOf(context.standings)
    const { edits } = readEdits(Object.entries(context.input))
    await requireKnown(context, rows, edits)
    const told = { rows, sight, today: rows.plan.startOn }
    return {
      subjectId: rows.plan.id,
      fields: Object.fromEntries(
        edits.map((edit) => [
          editNameOf(edit),
          {
            label: editLabel(told, edit),
            value: editValueText(storedEditValue(rows, edit) ?? null),
            noted: {
              subjectId: 'task' in edit ? edit.task : rows.plan.id,
              field: edit.field === 'lag' ? 'dependsOn' : edit.field === 'closed' ? `${edit.side}Closed` : edit.field,
            },
          },
        ]),
      ),
    }
  },
  run: makeUndoable(async (context, touched) => {
    const rows = await takePlan(context)
    const { edits } = readEdits(Object.entries(context.input))
    const wanted = edits.filter((edit) => touched.has(editNameOf(edit)) && storedEditValue(rows, edit) !== edit.value)
    if (wanted.length === 0) return { number: null }
    refuseFaults(unwantedIn({ rows, today: context.todayIn(context.row.timeZone) }, wanted))
    return { number: await makeEdits(context, rows, wanted) }
  }),
})
