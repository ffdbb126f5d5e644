import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { inWorkspace } from '#db/workspace.ts'
import { collectDaily } from '#app/daily/collect-daily.server.ts'
import { addTask } from '#app/plan/task/add-task.server.ts'
import { closePlan } from '#app/plan/closing/close-plan.server.ts'
import { editCalendar } from '#app/plan/calendar/edit-calendar.server.ts'
import { editTask } from '#app/plan/task/edit-task.server.ts'
import { editTerms } from '#app/plan/terms/edit-terms.server.ts'
import { reopenPlan } from '#app/plan/closing/reopen-plan.server.ts'
import { restoreAgreed } from '#app/plan/agreement/restore-agreed.server.ts'
import { undoChange } from '#app/plan/undo/undo-change.server.ts'
import { removeTask } from '#app/plan/task/remove-task.server.ts'
import { planStateWords } from '#app/plan/view/plan-words.ts'
import { runCommand } from '#app/runner/run-command.server.ts'
import { type Person, agreed, emailsOn, view } from '#tests/factories/agreeing.ts'
import { type Setting, eventsOf, planOf, refusalOf, taskOf } from '#tests/factories/plan-setting.ts'

const changeDate = (it: Setting, actor: Person, criticalDate: string) =>
  runCommand(it.parts, editTerms, { actor, scopeId: it.planId, input: { criticalDate } })

const restore = async (it: Setting, actor: Person, part: string) => {
  const found = (await view(it, actor)).changedSinceAgreed.find((change) => change.part === part)
  if (found?.back?.by !== 'restore-agreed') throw new Error(`${part} offers no way back`)
  return { part, now: found.back.now }
}
const putBack = (it: Setting, actor: Person, input: { part: string; now: string }) =>
  runCommand(it.parts, restoreAgreed, { actor, scopeId: it.planId, input })

test('a changed date stands on the page with both values, who changed it and when, and both sides read it by email that day', async () => {
  const it = await agreed()
  await changeDate(it, it.teammate, '2026-09-22')
  for (const reader of [it.lead, it.champion]) {
    const page = await view(it, reader)
    expect(page.changedSinceAgreed).toEqual([
      {
        part: 'criticalDate',
        title: 'Target date',
        kind: 'changed',
        before: '15 September',
        after: '22 September',
        by: it.teammate.name,
        on: '2026-06-17',
        back: { by: 'restore-agreed', now: '"2026-09-22"' },
      },
    ])
    expect(planStateWords(page)).toMatch(/agreed by both sides on 17 June, changed since$/)
    expect(page.agreements.map(({ current }) => current)).toEqual([false, false])
  }
  const emails = await emailsOn(it, '2026-06-17T12:05:00Z')
  const told = emails.filter(({ text }) => text.includes('Changed since both sides agreed'))
  expect(told).toHaveLength(2)
  for (const { text } of told) {
    expect(text).toContain(`Target date: 15 September → 22 September (${it.teammate.name}, 17 June)`)
    expect(text).toContain('agree again')
  }
  expect(new Set(told.map(({ to }) => to)).size).toBe(2)
  expect(await emailsOn(it, '2026-06-17T15:05:00Z')).toEqual([])
})

test('many changes of one day are one email, and those that were taken back are in none', async () => {
  const it = await agreed()
  await changeDate(it, it.lead, '2026-09-22')
  await changeDate(it, it.champion, '2026-09-23')
  await runCommand(it.parts, editTask, {
    actor: it.lead,
    scopeId: it.planId,
    input: { taskId: it.taskIds['legal'], durationDays: 12 },
  })
  const [first, ...more] = (await emailsOn(it, '2026-06-17T12:05:00Z')).filter(({ text }) => text.includes('Changed'))
  expect(more).toHaveLength(1)
  expect(first?.text).toContain('Target date: 15 September → 23 September')
  expect(first?.text).toContain('Working days of “Contract at Legal”: 10 → 12')
  const next = await agreed()
  await changeDate(next, next.lead, '2026-09-22')
  await putBack(next, next.champion, await restore(next, next.champion, 'criticalDate'))
  const emails = await emailsOn(next, '2026-06-18T06:05:00Z')
  expect(emails.filter(({ text }) => text.includes('Changed since'))).toEqual([])
})

test('what is taken back stands as agreed again, and no one has to agree twice; the taking back can be undone', async () => {
  const it = await agreed()
  await changeDate(it, it.lead, '2026-09-22')
  await putBack(it, it.champion, await restore(it, it.champion, 'criticalDate'))
  expect(await planOf(it)).toMatchObject({ criticalDate: '2026-09-15' })
  const page = await view(it, it.lead)
  expect(page.changedSinceAgreed).toEqual([])
  expect(page.agreements.every(({ current }) => current)).toBe(true)
  const last = (await eventsOf(it)).at(-1)
  expect(last).toMatchObject({ event: 'agreed value restored', actorName: it.champion.name })
  // A second time there is nothing to do, and no event.
  await putBack(it, it.champion, { part: 'criticalDate', now: '"2026-09-22"' })
  expect((await eventsOf(it)).at(-1)?.number).toBe(last?.number)
  await runCommand(it.parts, undoChange, {
    actor: it.champion,
    scopeId: it.planId,
    input: { number: Number(last?.number) },
  })
  expect(await planOf(it)).toMatchObject({ criticalDate: '2026-09-22' })
})

test('a value that was changed again meanwhile is not taken back unseen', async () => {
  const it = await agreed()
  await changeDate(it, it.lead, '2026-09-22')
  const seen = await restore(it, it.champion, 'criticalDate')
  await changeDate(it, it.lead, '2026-09-24')
  const refusal = await refusalOf(putBack(it, it.champion, seen))
  expect(refusal).toMatchObject({ status: 409 })
  expect(refusal.message).toContain('Target date has been changed again')
  expect(await planOf(it)).toMatchObject({ criticalDate: '2026-09-24' })
})

test('every agreed value of a task, the first win and the calendars comes back', async () => {
  const it = await agreed()
  const order = { actor: it.lead, scopeId: it.planId }
  const legal = it.taskIds['legal']
  const before = { plan: await planOf(it), task: await taskOf(it, legal) }
  const links = () =>
    inWorkspace(it.parts.db, it.workspaceId, (trx) =>
      trx.selectFrom('taskLink').selectAll().orderBy('taskId').orderBy('dependsOnId').execute(),
    )
  const linked = await links()
  await runCommand(it.parts, editTask, {
    ...order,
    input: {
      taskId: legal,
      title: 'Contract',
      side: 'both',
      durationDays: 4,
      dependsOn: [],
      sittings: { every: 'week', weekdays: [2], weeks: 1, name: null, notIn: [], notOn: [], from: null },
    },
  })
  await runCommand(it.parts, editTerms, {
    ...order,
    input: {
      statement: 'We closed in two days.',
      target: '2',
      unit: 'working days',
      unitHolds: 'yes',
      announcedTo: 'everybody',
    },
  })
  await runCommand(it.parts, editCalendar, {
    ...order,
    input: {
      vendorWorkweek: ['1', '2', '3', '4'],
      customerClosed: [{ from: '2026-07-06', to: '2026-07-10', why: 'Fair' }],
    },
  })
  const parts = (await view(it, it.champion)).changedSinceAgreed.map(({ part }) => part)
  expect(parts).toEqual(
    expect.arrayContaining(['statement', 'unit', 'target', 'announcedTo', 'vendorWorkweek', 'customerClosed']),
  )
  for (const name of ['title', 'side', 'durationDays', 'dependsOn', 'sittings'])
    expect(parts).toContain(`${name}.${legal ?? ''}`)
  for (const part of parts) await putBack(it, it.champion, await restore(it, it.champion, part))
  expect((await view(it, it.champion)).changedSinceAgreed).toEqual([])
  const { winStatement, winTarget, winUnit, winAnnouncedTo, vendorCalendar, customerCalendar } = before.plan
  const now = await planOf(it)
  expect(now).toMatchObject({ winStatement, winTarget, winUnit, winAnnouncedTo, vendorCalendar, customerCalendar })
  expect(now.winVersion).toBeGreaterThan(before.plan.winVersion)
  expect(await taskOf(it, legal)).toEqual(before.task)
  expect(await links()).toEqual(linked)
})

test.each(['lead', 'champion'] as const)(
  'the agreed links come back, by the %s, without those to a task that one side keeps to itself being lost',
  async (who) => {
    const it = await agreed()
    const [close = '', build = '', legal = '', train = ''] = ['close', 'build', 'legal', 'train'].map(
      (key) => it.taskIds[key] ?? '',
    )
    const edit = (taskId: string, input: object) =>
      runCommand(it.parts, editTask, { actor: it.lead, scopeId: it.planId, input: { taskId, ...input } })
    const linkTo = (...tasks: string[]) => tasks.map((task) => ({ task, lagDays: 0, type: 'FS' }))
    await edit(build, { private: 'yes' })
    await edit(close, { dependsOn: linkTo(train, build, legal) })
    const part = `dependsOn.${close}`
    await putBack(it, it[who], await restore(it, it[who], part))
    const waited = await inWorkspace(it.parts.db, it.workspaceId, (trx) =>
      trx.selectFrom('taskLink').select('dependsOnId').where('taskId', '=', close).execute(),
    )
    expect(waited.map(({ dependsOnId }) => dependsOnId).sort()).toEqual([train, build].sort())
  },
)

test('a removed task is offered to be undone, and a task that one side takes to itself says no more than that it went', async () => {
  const it = await agreed()
  await runCommand(it.parts, removeTask, { actor: it.lead, scopeId: it.planId, input: { taskId: it.taskIds['legal'] } })
  const [gone] = (await view(it, it.champion)).changedSinceAgreed.filter(({ kind }) => kind === 'removed')
  expect(gone).toMatchObject({ title: '“Contract at Legal” removed', by: it.lead.name })
  if (gone?.back?.by !== 'undo-change') throw new Error('It cannot be undone')
  const { number } = gone.back
  await runCommand(it.parts, undoChange, { actor: it.champion, scopeId: it.planId, input: { number } })
  expect((await view(it, it.lead)).changedSinceAgreed).toEqual([])

  const scopeId = it.planId
  const build = it.taskIds['build'] ?? ''
  await runCommand(it.parts, editTask, { actor: it.lead, scopeId, input: { taskId: build, private: 'yes' } })
  await runCommand(it.parts, editTask, {
    actor: it.lead,
    scopeId,
    input: { taskId: build, title: 'Secret counsel', durationDays: 19 },
  })
  await runCommand(it.parts, addTask, {
    actor: it.lead,
    scopeId,
    input: {
      milestoneId: it.milestoneIds[1],
      title: 'Secret discount',
      owner: 'else',
      ownerName: 'Nobody',
      side: 'vendor',
      durationDays: 2,
      private: 'yes',
    },
  })
  const { changedSinceAgreed, objections } = await view(it, it.champion)
  // Ids hold any digits.
  const shown = JSON.stringify([changedSinceAgreed, objections]).replaceAll(
    /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g,
    'id',
  )
  expect(shown).not.toMatch(/Secret|19/)
  expect(changedSinceAgreed.map(({ part }) => part)).toContain(`removed.${build}`)
  const emails = await emailsOn(it, '2026-06-18T06:05:00Z')
  expect(emails.length).toBeGreaterThan(0)
  for (const { text } of emails) expect(text).not.toContain('Secret')
})

/** How many statements wait for a lock. */
async function waitingForLocks(it: Setting): Promise<number> {
  const { rows } = await sql<{ waiting: string }>`
    select count(*) as waiting from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock'`.execute(it.parts.db)
  return Number(rows[0]?.waiting)
}

test('a change that meets an email being written waits, and gets an email by itself', async () => {
  const it = await agreed()
  await changeDate(it, it.lead, '2026-09-22')
  const told = { kind: 'terms-changed', state: 'waiting' }
  // As the email of the day does: it locks the notices, and closes them.
  const { changing } = await inWorkspace(it.parts.db, it.workspaceId, async (trx) => {
    await trx.selectFrom('notice').select('id').where('kind', '=', told.kind).orderBy('id').forUpdate().execute()
    const change = changeDate(it, it.champion, '2026-09-23')
    await expect.poll(() => waitingForLocks(it)).toBe(1)
    await trx.updateTable('notice').set({ state: 'sent' }).where('kind', '=', told.kind).execute()
    return { changing: change }
  })
  await changing
  const waiting = await inWorkspace(it.parts.db, it.workspaceId, (trx) =>
    trx.selectFrom('notice').select('id').where('kind', '=', told.kind).where('state', '=', told.state).execute(),
  )
  expect(waiting).toHaveLength(2)
})

test('a change made while the emails of the day are written is told by the next ones', async () => {
  const it = await agreed()
  await changeDate(it, it.lead, '2026-09-22')
  it.parts.clock.set('2026-06-17T12:05:00Z')
  // Held at the workspace's row, after it has compared the plan with what was agreed.
  const { collecting } = await inWorkspace(it.parts.db, it.workspaceId, async (trx) => {
    await trx.selectFrom('workspace').select('name').forNoKeyUpdate().executeTakeFirstOrThrow()
    const job = collectDaily(it.parts, it.workspaceId)
    await expect.poll(() => waitingForLocks(it)).toBe(1)
    await changeDate(it, it.champion, '2026-09-23')
    return { collecting: job }
  })
  await collecting
  const told = await emailsOn(it, '2026-06-18T06:05:00Z')
  const changed = told.filter(({ text }) => text.includes('Changed since both sides agreed'))
  expect(changed).toHaveLength(2)
  for (const { text } of changed) expect(text).toContain('Target date: 15 September → 23 September')
})

test('what was agreed before a plan was closed binds no one once it is opened again', async () => {
  const it = await agreed()
  const order = { actor: it.lead, scopeId: it.planId }
  await runCommand(it.parts, closePlan, { ...order, input: { reason: 'postponed' } })
  await runCommand(it.parts, reopenPlan, { ...order, input: {} })
  const page = await view(it, it.champion)
  expect(page.changedSinceAgreed).toEqual([])
  expect(page.agreements.every(({ current }) => current)).toBe(false)
})
