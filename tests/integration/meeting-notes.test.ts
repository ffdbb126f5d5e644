import { expect, test } from 'vitest'
import { inWorkspace } from '#db/workspace.ts'
import { action, loader } from '#app/portfolio/notes/meeting-notes.page.tsx'
import { askedBy, outcomeOf } from '#tests/factories/page-request.ts'
import { answerOf } from '#tests/factories/plan-with-sign-in.ts'
import { setUp } from '#tests/factories/plan-setting.ts'

test('lines of notes are accepted one by one, and nothing is added before', async () => {
  const it = await setUp()
  const path = `/plans/${it.planId}/notes`
  const post = async (fields: Record<string, string>) =>
    (await answerOf(async () => action(await askedBy(it, it.champion, path, fields)))).body as {
      status: string
      values: Record<string, string>
      faults?: { field: string }[]
    }
  const titles = () =>
    inWorkspace(it.parts.db, it.workspaceId, async (trx) =>
      (await trx.selectFrom('task').select('title').where('planId', '=', it.planId).execute()).map(
        ({ title }) => title,
      ),
    )
  const before = await titles()
  const notes = '- Send the contract by Friday\n- Order the licences'
  expect((await post({ intent: 'read-notes', notes })).values['notes']).toBe(notes)
  expect(await titles()).toEqual(before)
  const task = {
    intent: 'add-task',
    notes,
    line: '0',
    owner: '',
    side: 'customer',
    durationDays: '1',
    notAfter: '2026-06-19',
  }
  const milestoneId = it.milestoneIds[1] ?? ''
  const refused = await post({ ...task, milestoneId, title: '' })
  expect(refused).toMatchObject({ status: 'invalid', values: { notes, line: '0' }, faults: [{ field: 'title' }] })
  const taken = await post({ ...task, milestoneId, title: 'Send the contract' })
  expect(taken).toMatchObject({ status: 'previewed', values: { notes: '- Order the licences' } })
  expect((await post({ intent: 'skip-line', notes: '- Order the licences', line: '0' })).values['notes']).toBe('')
  expect((await titles()).filter((title) => !before.includes(title))).toEqual(['Send the contract'])
})

test('who may not add tasks does not get the page', async () => {
  const it = await setUp()
  const asked = await askedBy(it, it.viewer, `/plans/${it.planId}/notes`)
  expect((await outcomeOf(loader(asked))).status).toBe(403)
})
