import { defineCommand } from '#app/runner/command.ts'
import { checkCalendarInput } from '../model.ts'
import { markCalendarChecked } from './mark-calendar-checked.server.ts'

/** A participant confirms that a copied calendar is right. Confirming again succeeds without an event. */
export const checkCalendar = defineCommand({
  name: 'check-calendar',
  scope: 'plan',
  input: checkCalendarInput,
  async run(context) {
    const { row, record } = context
    if (await markCalendarChecked(context))
      await record({ event: 'calendar checked', subjectId: row.id, subject: row.project, changes: {} })
    return null
  },
})
