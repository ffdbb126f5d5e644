import { sightOf } from '#app/policy/policy.ts'
import { defineCommand } from '#app/runner/command.ts'
import { adjustPlanInput } from '../model.ts'
import { makeEdits, refuseFaults, requireKnown } from './make-edits.server.ts'
import { takePlan } from '../core/take-task.server.ts'
import { undoably } from '../undo/undoably.server.ts'
import { editLabel } from './edit-words.ts'
import { readEdits, storedValue } from '../core/edits.ts'
import { editNameOf, editValueText } from '../core/edit.ts'
import { unwantedIn } from './what-if.ts'

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
            value: editValueText(storedValue(rows, edit) ?? null),
            noted: {
              subjectId: 'task' in edit ? edit.task : rows.plan.id,
              field: edit.field === 'lag' ? 'dependsOn' : edit.field === 'closed' ? `${edit.side}Closed` : edit.field,
            },
          },
        ]),
      ),
    }
  },
  run: undoably(async (context, touched) => {
    const rows = await takePlan(context)
    const { edits } = readEdits(Object.entries(context.input))
    const wanted = edits.filter((edit) => touched.has(editNameOf(edit)) && storedValue(rows, edit) !== edit.value)
    if (wanted.length === 0) return { number: null }
    refuseFaults(unwantedIn({ rows, today: context.todayIn(context.row.timeZone) }, wanted))
    return { number: await makeEdits(context, rows, wanted) }
  }),
})
