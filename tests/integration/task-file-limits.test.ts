import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { inWorkspace } from '#db/workspace.ts'
import { day } from '#app/kit/durations.ts'
import { bounds } from '#app/kit/limits.ts'
import { newId } from '#app/kit/ids.ts'
import { forgetOld } from '#app/jobs/forget-old.server.ts'
import { editTask } from '#app/plan/task/edit-task.server.ts'
import { runCommand } from '#app/runner/run-command.server.ts'
import { addLink } from '#app/talk/files/add-link.server.ts'
import { refusalOf } from '#tests/factories/plan-setting.ts'
import { wordsOf } from '#tests/reach/client.ts'
import { type TaskFiles, type Who, pdf, startTaskFiles } from '#tests/reach/task-files.ts'

/** How many links and files there may be, and that no others are kept. */

let it: TaskFiles
beforeAll(async () => {
  it = await startTaskFiles(inject('templateServer'))
}, 600_000)
afterAll(() => it.stop())

test('a side is told about a full task by what it sees itself', async () => {
  const share = (isPrivate: boolean) =>
    runCommand(it.parts, editTask, {
      actor: it.plan.lead,
      scopeId: it.plan.planId,
      input: { taskId: it.task('build'), private: isPrivate },
    })
  await share(true)
  for (let n = 0; n < bounds.attachments; n++)
    await runCommand(it.parts, addLink, {
      actor: it.plan.lead,
      scopeId: it.plan.planId,
      input: { taskId: it.task('build'), url: `https://halden.example/${n}` },
    })
  await share(false)
  const full = 'This task has 20 links and files'
  const saysFull = async (who: Who) => (await it.open(it.links().taskPage(it.task('build')), who)).body.includes(full)
  expect([await saysFull('lead'), await saysFull('champion')]).toEqual([true, false])
  expect((await it.upload('full.pdf', pdf(20), { who: 'lead', taskKey: 'build' })).status).toBe(422)
  expect((await it.upload('room.pdf', pdf(20), { taskKey: 'build' })).status).toBe(303)
})

test('a night deletes all files that were never added', async () => {
  const { workspaceId, planId, lead } = it.plan
  const ofOld = { workspaceId, planId, subjectId: it.task(), name: 'left.pdf', side: 'vendor', addedById: lead.id }
  const createdAt = new Date(it.parts.clock.now().getTime() - 2 * day)
  await inWorkspace(it.db, workspaceId, (trx) =>
    trx
      .insertInto('attachment')
      .values(Array.from({ length: 120 }, () => ({ ...ofOld, id: newId(), addedByName: lead.name, createdAt })))
      .execute(),
  )
  await forgetOld(it.parts, workspaceId)
  expect((await it.rows()).attachments.filter(({ name }) => name === 'left.pdf')).toEqual([])
})

test('a link is added by its address, shown by where it leads, and bounded with the files', async () => {
  const add = (url: string, linkTitle = '') =>
    runCommand(it.parts, addLink, {
      actor: it.plan.champion,
      scopeId: it.plan.planId,
      input: { taskId: it.task('sign'), url, linkTitle },
    })
  await add('www.brightline.example/offer?x=1')
  await add('https://halden.example/', 'Our <b>portal</b>')
  const page = (await it.open(it.links().taskPage(it.task('sign')), 'lead')).body.toString()
  expect(page).toContain('<a href="https://www.brightline.example/offer?x=1" rel="noopener noreferrer nofollow">')
  expect(page).toContain('brightline.example/offer')
  expect(page).toContain('Our &lt;b&gt;portal&lt;/b&gt;')
  expect((await refusalOf(add('javascript:alert(1)'))).faults).toMatchObject([{ field: 'url' }])
  for (let n = 2; n < bounds.attachments; n++) await add(`https://halden.example/${n}`)
  expect((await refusalOf(add('https://halden.example/more'))).faults).toEqual([
    { field: 'url', message: 'This task has 20 links and files, which is the limit. Remove one first.' },
  ])
  const before = await it.rows()
  expect((await it.upload('more.pdf', pdf(20, 'more'), { taskKey: 'sign' })).status).toBe(422)
  expect(await it.rows()).toEqual(before)
})

test('the files of a plan that a side sees have a largest size together', async () => {
  const { workspaceId, planId, lead } = it.plan
  const added = {
    side: 'vendor',
    addedById: lead.id,
    addedByName: lead.name,
    createdAt: it.parts.clock.now(),
    addedAt: it.parts.clock.now(),
  }
  const fill = (subjectId: string, visibleTo: 'vendor' | null) =>
    inWorkspace(it.db, workspaceId, (trx) =>
      trx
        .insertInto('attachment')
        .values({
          ...{
            workspaceId,
            planId,
            id: newId(),
            subjectId,
            visibleTo,
            name: 'all.zip',
            contentType: 'application/zip',
          },
          ...{ size: bounds.planFiles - 1_000, digest: '0'.repeat(64), ...added },
        })
        .execute(),
    )
  const deletedTask = newId()
  await fill(deletedTask, null)
  expect((await it.upload('first.pdf', pdf(2_000_000, 'first'), { who: 'lead' })).status).toBe(303)
  await fill(it.task(), 'vendor')
  expect((await it.upload('own.pdf', pdf(2_000_000, 'own'), { who: 'lead' })).status).toBe(422)
  expect((await it.upload('other.pdf', pdf(2_000_000, 'other'))).status).toBe(303)
  await fill(it.task(), null)
  const before = await it.rows()
  const answer = await it.upload('last.pdf', pdf(2_000_000, 'last'))
  expect(await it.rows()).toEqual(before)
  expect(answer.status).toBe(422)
  expect(wordsOf(answer)).toContain('The files of this plan can take up to 250 MB in total')
})
