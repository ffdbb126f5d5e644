import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { type Database, createDatabase } from '#db/connection.ts'
import { inWorkspace } from '#db/workspace.ts'
import { beginSession } from '#app/access/core/session.server.ts'
import { readEnvironment } from '#app/kit/environment.server.ts'
import { newId } from '#app/kit/ids.ts'
import { testParts } from '#tests/factories/parts.ts'
import { type SamplePlan, makePlan } from '#tests/factories/workspace.ts'
import type { RunningApp } from '#tests/harness/app.ts'
import { runClock } from '#tests/harness/clock.ts'
import { ask, formBody, listen, startBuiltApp } from '#tests/reach/client.ts'

/** A customer learns of the vendor's people on the plan, and of nobody else in the vendor's house. */

let app: RunningApp
let db: Database
let plan: SamplePlan
const cookies = { lead: '', champion: '' }

beforeAll(async () => {
  app = await startBuiltApp(inject('templateServer'))
  db = createDatabase(app.appUrl, { max: 2 })
  const parts = {
    ...(await testParts(db, app.appUrl, { now: runClock.now().toISOString() })),
    environment: readEnvironment(app.variables),
  }
  plan = await makePlan(db)
  const { workspaceId, lead, champion } = plan
  await inWorkspace(db, workspaceId, async (trx) => {
    const session = async (who: { memberId: string } | { participantId: string }) =>
      (await beginSession(parts, trx, workspaceId, who, null)).split(';')[0] ?? ''
    cookies.lead = await session({ memberId: lead.id })
    cookies.champion = await session({ participantId: champion.id })
  })
}, 120_000)

afterAll(async () => {
  await db.destroy()
  await app.stop()
})

type Who = keyof typeof cookies

const at = (path: string) =>
  new URL(`/plans/${plan.planId}${path.replace(':task', plan.taskIds['legal'] ?? '')}`, app.baseUrl)
const read = async (who: Who, path: string) =>
  (await ask(at(path), { headers: { cookie: cookies[who] } })).body.toString()
const edit = (who: Who, fields: Record<string, string>, path = '/tasks/:task') =>
  ask(at(path), {
    method: 'POST',
    headers: { cookie: cookies[who], origin: new URL(app.baseUrl).origin },
    body: formBody({
      intent: 'edit-task',
      taskId: plan.taskIds['legal'] ?? '',
      idempotencyKey: newId(),
      ...fields,
    }),
  })

/** Somebody of the vendor who is not on the plan, by name, address and id. */
const outsider = () => [plan.outsider.name, 'max.lind@', plan.outsider.id]
const findIn = (text: string) => outsider().filter((it) => text.includes(it))

const milestone = () => plan.milestoneIds[0] ?? ''

test('the lead chooses among the whole house', async () => {
  expect(findIn(await read('lead', '/tasks/:task'))).toEqual([plan.outsider.name, plan.outsider.id])
})

test.each([
  '',
  '/tasks/:task',
  '/tasks/new?milestone=:milestone',
  '/activity',
  '/terms',
  '/calendar',
  '/agreed/1',
  '/invite',
  '/situations',
  '/win',
])('the champion reads nobody who is not on the plan at %s, on the page and in its data', async (path) => {
  const url = path.replace(':milestone', milestone())
  const [page, query = ''] = url.split('?')
  for (const text of [await read('champion', url), await read('champion', `${page}.data?${query}`)])
    expect(findIn(text)).toEqual([])
})

test('a form that names such a person is refused, without a word of who that is', async () => {
  for (const path of ['/tasks/:task', '/tasks/:task.data']) {
    const refused = await edit('champion', { owner: `member:${plan.outsider.id}`, title: 'Contract at Legal' }, path)
    expect([422, 200]).toContain(refused.status)
    const text = refused.body.toString()
    expect(text).toContain('Please choose one of the list.')
    expect(text).not.toContain(plan.outsider.name)
    const preview = await edit('champion', { owner: `member:${plan.outsider.id}`, preview: 'yes' }, path)
    expect(preview.body.toString()).not.toContain(plan.outsider.name)
  }
  const stored = await inWorkspace(db, plan.workspaceId, (trx) =>
    trx
      .selectFrom('task')
      .select('ownerMemberId')
      .where('id', '=', plan.taskIds['legal'] ?? '')
      .executeTakeFirstOrThrow(),
  )
  expect(stored.ownerMemberId).toBeNull()
})

test('what is live names nobody else either, whoever changes something', async () => {
  const stream = listen(at('/events'), { cookie: cookies.champion })
  await edit('lead', { title: 'Contract at Legal, again' })
  await edit('champion', { title: 'Contract at Legal' })
  await expect.poll(() => stream.heard().match(/^data: /gm)?.length ?? 0, { timeout: 10_000 }).toBeGreaterThan(1)
  expect(findIn((await stream.end()).toString())).toEqual([])
})

test('once such a person owns a task, the customer reads the name there and nowhere as a choice of others', async () => {
  expect((await edit('lead', { owner: `member:${plan.outsider.id}` })).status).toBeLessThan(400)
  expect(await read('champion', '')).toContain(plan.outsider.name)
  const other = plan.taskIds['build'] ?? ''
  const form = (await ask(at(`/tasks/${other}`), { headers: { cookie: cookies.champion } })).body.toString()
  const options = [...form.matchAll(/<option value="(member:[^"]+)"/g)].map(([, value]) => value)
  expect(options.sort()).toEqual(
    [plan.lead, plan.teammate]
      .map(({ id }) => `member:${id}`)
      .concat(`member:${plan.outsider.id}`)
      .sort(),
  )
})
