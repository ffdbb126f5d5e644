import { expect, test } from 'vitest'
import { beginSession } from '#app/access/core/session.server.ts'
import { newId } from '#app/kit/ids.ts'
import * as activityPage from '#app/plan/activity/activity.page.tsx'
import * as calendarPage from '#app/plan/calendar/calendar.page.tsx'
import * as eventsRoute from '#app/plan/page/plan-events.route.ts'
import * as milestonePage from '#app/plan/milestone/edit-milestone.page.tsx'
import * as newMilestonePage from '#app/plan/milestone/new-milestone.page.tsx'
import * as newTaskPage from '#app/plan/task/new-task.page.tsx'
import { receivePlan } from '#app/plan/page/sent-plan.ts'
import * as planPage from '#app/plan/page/plan.page.tsx'
import * as editTaskPage from '#app/plan/task/edit-task.page.tsx'
import * as termsPage from '#app/plan/terms/terms.page.tsx'
import { inWorkspace } from '#db/workspace.ts'
import { loadContext } from '#tests/factories/load-context.ts'
import { testParts } from '#tests/factories/parts.ts'
import { type MemberActor, type ParticipantActor, makePlan } from '#tests/factories/workspace.ts'
import { testDatabase } from '#tests/harness/database.ts'
import { entryText } from '#app/plan/activity/activity-entry.ts'

type Person = MemberActor | ParticipantActor
type Fields = Record<string, string> | [string, string][]

async function begin() {
  const { db, appUrl, listenUrl } = await testDatabase()
  const parts = await testParts(db, appUrl, { listenUrl })
  const plan = await makePlan(db)
  const context = loadContext(parts)
  const cookieOf = async (person: Person) => {
    const owner = person.kind === 'member' ? { memberId: person.id } : { participantId: person.id }
    const header = await inWorkspace(db, plan.workspaceId, (trx) =>
      beginSession(parts, trx, plan.workspaceId, owner, null),
    )
    return header.split(';')[0] ?? ''
  }
  const at = `/plans/${plan.planId}`
  const asked = async (
    person: Person | null,
    path: string,
    more: Record<string, string | undefined> = {},
    rest: RequestInit = {},
  ) => ({
    request: new Request(new URL(at + path, parts.environment.appUrl), {
      ...rest,
      headers: person ? { cookie: await cookieOf(person) } : {},
    }),
    params: { planId: plan.planId, ...more },
    context,
  })
  const posted = (person: Person | null, path: string, fields: Fields, more?: Record<string, string | undefined>) => {
    const body = new URLSearchParams(fields)
    body.set('idempotencyKey', newId())
    return asked(person, path, more, { method: 'POST', body })
  }
  return { ...plan, parts, asked, posted, at }
}

/** What a page threw or answered: its status, where it goes, and the faults beside the fields. */
async function outcome(work: Promise<unknown>) {
  const answer: unknown = await work.catch((thrown: unknown) => thrown)
  if (answer instanceof Response) return { status: answer.status, to: answer.headers.get('location') }
  if (answer instanceof Error) throw answer
  const { init, data } = answer as { init: { status: number }; data: { faults?: { field: string }[] } }
  return { status: init.status, faults: data.faults?.map(({ field }) => field) ?? [] }
}

test('pages open for those who may, in plain data', async () => {
  const it = await begin()
  const { plan, win, number } = await planPage.loader(await it.asked(it.champion, ''))
  expect(plan).toMatchObject({
    id: it.planId,
    project: 'Faster month-end close',
    viewer: { name: 'Priya Raman' },
  })
  expect(win).toMatchObject({ won: null, mayConfirm: true })
  expect(number).toBe(0)
  const task = { taskId: it.taskIds['legal'] }
  const editing = await editTaskPage.loader(await it.asked(it.contributor, '/tasks/x', task))
  expect(editing.task.values).toMatchObject({ title: 'Contract at Legal', owner: 'placeholder:Customer’s legal' })
  expect(editing.task.owners.placeholders.map(({ text }) => text)).toContain('Customer’s board')
  expect(editing.task.choices.map(({ title }) => title)).not.toContain('Contract at Legal')
  const { terms } = await termsPage.loader(await it.asked(it.lead, '/terms'))
  expect(terms).toMatchObject({ dates: { criticalDate: '2026-09-15' }, win: { baseline: '30', target: '1' } })
  expect((await calendarPage.loader(await it.asked(it.viewer, '/calendar'))).mayEdit).toBe(false)
  expect((await activityPage.loader(await it.asked(it.viewer, '/activity'))).entries).toEqual([])
})

test('pages answer 401, 403 and 404', async () => {
  const it = await begin()
  const task = { taskId: it.taskIds['legal'] }
  expect(await outcome(planPage.loader(await it.asked(null, '')))).toMatchObject({ status: 401 })
  expect(await outcome(editTaskPage.loader(await it.asked(it.viewer, '/tasks/x', task)))).toMatchObject({ status: 403 })
  expect(await outcome(termsPage.loader(await it.asked(it.outsider, '/terms')))).toMatchObject({ status: 403 })
  for (const taskId of [newId(), 'nothing'])
    expect(await outcome(editTaskPage.loader(await it.asked(it.lead, '/tasks/x', { taskId })))).toMatchObject({
      status: 404,
    })
  const nowhere = newTaskPage.loader(await it.asked(it.lead, `/tasks/new?milestone=${newId()}`))
  expect(await outcome(nowhere)).toMatchObject({ status: 404 })
  const unknown = planPage.action(await it.posted(it.lead, '', { intent: 'no such thing' }))
  expect(await outcome(unknown)).toMatchObject({ status: 400 })
  const other = await begin()
  const { params } = await other.asked(null, '')
  const strange = await it.asked(it.champion, '')
  expect(await outcome(planPage.loader({ ...strange, params }))).toMatchObject({ status: 404 })
})

test('all ticks of a page share a form: each task is checked off under a key of its own, which can be sent twice', async () => {
  const it = await begin()
  const { scope = '', legal = '' } = it.taskIds
  const tick = async (taskId: string, keys: Record<string, string>) => {
    const body = new URLSearchParams({ intent: 'complete-task', taskId, ...keys })
    return outcome(planPage.action(await it.asked(it.champion, '', {}, { method: 'POST', body })))
  }
  const pageKey = newId()
  for (const taskId of [scope, legal, scope])
    expect(await tick(taskId, { pageKey })).toEqual({ status: 303, to: `${it.at}#task-${taskId}` })
  const { entries } = await activityPage.loader(await it.asked(it.viewer, '/activity'))
  expect(entries).toHaveLength(2)
  expect((await tick(scope, {})).status).toBe(400)
})

test('forms do what they say and come back to where they were', async () => {
  const it = await begin()
  const { scope, legal } = it.taskIds
  const tick = planPage.action(await it.posted(it.champion, '', { intent: 'complete-task', taskId: scope ?? '' }))
  expect(await outcome(tick)).toEqual({ status: 303, to: `${it.at}#task-${scope}` })
  const added = newTaskPage.action(
    await it.posted(it.champion, '/tasks/new', [
      ['intent', 'add-task'],
      ['milestoneId', it.milestoneIds[1] ?? ''],
      ['title', 'Security review'],
      ['owner', 'else'],
      ['ownerName', 'Customer’s IT'],
      ['side', 'customer'],
      ['durationDays', '4'],
      ['notBefore', ''],
      ['notAfter', ''],
      ['dependsOn', scope ?? ''],
      [`lag.${scope}`, '2'],
      [`lag.${legal}`, '0'],
    ]),
  )
  expect(await outcome(added)).toMatchObject({ status: 303 })
  const { plan, number } = await planPage.loader(await it.asked(it.champion, ''))
  const [review] = receivePlan(plan).stages[1]?.milestones[0]?.tasks.slice(-1) ?? []
  expect(review).toMatchObject({ title: 'Security review', durationDays: 4, owner: { name: 'Customer’s IT' } })
  const form = await editTaskPage.loader(await it.asked(it.champion, '/tasks/x', { taskId: review?.id ?? '' }))
  expect(form.task.values.dependsOn).toMatchObject([{ task: scope, lagDays: 2 }])
  expect(number).toBe(2)

  const { entries } = await activityPage.loader(await it.asked(it.viewer, '/activity'))
  expect(entries.map(entryText)).toEqual([
    'Priya Raman added “Security review”',
    'Priya Raman checked off “Agree on the scope”',
  ])
  const saved = milestonePage.action(
    await it.posted(
      it.lead,
      '/milestones/x',
      { intent: 'edit-milestone', title: 'Goals are clear', stage: 'Discovery' },
      { milestoneId: it.milestoneIds[0] },
    ),
  )
  expect(await outcome(saved)).toEqual({ status: 303, to: it.at })
  const made = newMilestonePage.action(
    await it.posted(it.lead, '/milestones/new', { intent: 'add-milestone', title: 'Tested', stage: 'Implementation' }),
  )
  expect(await outcome(made)).toEqual({ status: 303, to: it.at })
})

test('what is wrong in a form stands beside its field', async () => {
  const it = await begin()
  const blank = newTaskPage.action(
    await it.posted(it.lead, '/tasks/new', {
      intent: 'add-task',
      milestoneId: it.milestoneIds[0] ?? '',
      owner: 'else',
    }),
  )
  const refused = await outcome(blank)
  expect(refused.status).toBe(422)
  expect(refused).toMatchObject({ faults: expect.arrayContaining(['title', 'side', 'durationDays']) as string[] })
  const early = termsPage.action(await it.posted(it.lead, '/terms', { intent: 'edit-terms', winBy: '2026-09-01' }))
  expect(await outcome(early)).toEqual({ status: 422, faults: ['winBy'] })
  const calendar = calendarPage.action(
    await it.posted(it.lead, '/calendar', [
      ['intent', 'edit-calendar'],
      ['vendorWorkweek', '1'],
      ['customerWorkweek', '1'],
      ['vendorClosed.0.from', '2026-08-10'],
      ['vendorClosed.0.to', '2026-08-03'],
      ['vendorClosed.0.why', 'Holidays'],
      ['vendorClosed.1.from', ''],
    ]),
  )
  expect(await outcome(calendar)).toEqual({ status: 422, faults: ['vendorClosed'] })
  const stale = planPage.action(await it.posted(it.lead, '', { intent: 'agree-plan', termsVersion: '7' }))
  expect(await outcome(stale)).toMatchObject({ status: 409 })
})

test('the form of a task that was deleted meanwhile is answered with what happened, on a page of its own without script', async () => {
  const it = await begin()
  const { legal: taskId = '' } = it.taskIds
  const removal = await it.posted(it.lead, `/tasks/${taskId}`, { intent: 'remove-task' }, { taskId })
  await editTaskPage.action(removal).catch(() => null)
  const saving = { intent: 'edit-task', title: 'Contract' }
  for (const fields of [saving, { ...saving, preview: 'yes' }]) {
    const edit = await it.posted(it.champion, `/tasks/${taskId}`, fields, { taskId })
    await expect(editTaskPage.action(edit)).rejects.toMatchObject({
      init: { status: 409 },
      data: { message: expect.stringMatching(/^“Contract at Legal” was deleted by /) as string },
    })
  }
})

test('who listens hears the number of each change, until the page goes away', async () => {
  const it = await begin()
  const gone = new AbortController()
  const asked = await it.asked(it.champion, '/events')
  const response = await eventsRoute.loader({ ...asked, context: { ...asked.context, gone: gone.signal } })
  expect(response.headers.get('content-type')).toBe('text/event-stream')
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
  expect((await reader?.read())?.value).toMatch(/^retry: [2-5]\d{3}\n\n$/)
  await outcome(
    planPage.action(await it.posted(it.lead, '', { intent: 'complete-task', taskId: it.taskIds['scope'] ?? '' })),
  )
  expect((await reader?.read())?.value).toBe('data: 1\n\n')
  gone.abort()
  expect((await reader?.read())?.done).toBe(true)
})
