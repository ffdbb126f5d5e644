import { defineCommand } from '#app/runner/command.ts'
import { changedFields } from '#app/runner/events/changed-fields.ts'
import { fieldRefusal } from '#app/runner/refusal.ts'
import { answerTimeInput } from '../model.ts'
import { answerTimeFormWords, settingsRefusals } from './settings-words.ts'

const fields = ['answerHours', 'answerFrom', 'answerTo'] as const

/** Changes what a customer who asks from now on is promised. Questions that were asked keep their promise. */
export const setAnswerTime = defineCommand({
  name: 'set-answer-time',
  scope: 'workspace',
  input: answerTimeInput,
  current: ({ row, workspaceId }) =>
    Promise.resolve({
      subjectId: workspaceId,
      fields: {
        answerHours: { label: answerTimeFormWords.hours, value: row.answerHours },
        answerFrom: { label: answerTimeFormWords.from, value: row.answerFrom },
        answerTo: { label: answerTimeFormWords.to, value: row.answerTo },
      },
    }),
  async run({ trx, workspaceId, row, input, record }, touched) {
    if (touched.size === 0) return null
    const next = {
      answerHours: touched.has('answerHours') ? input.answerHours : row.answerHours,
      answerFrom: touched.has('answerFrom') ? input.answerFrom : row.answerFrom,
      answerTo: touched.has('answerTo') ? input.answerTo : row.answerTo,
    }
    if (next.answerTo <= next.answerFrom) throw fieldRefusal('answerTo', settingsRefusals.endsBeforeItBegins)
    await trx.updateTable('workspace').set(next).where('workspaceId', '=', workspaceId).execute()
    await record({
      event: 'answer time changed',
      subjectId: workspaceId,
      subject: row.name,
      changes: changedFields(
        fields.filter((field) => touched.has(field)),
        row,
        next,
      ),
    })
    return null
  },
})
