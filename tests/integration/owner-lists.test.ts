import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { inWorkspace } from '#db/workspace.ts'
import { newId } from '#app/kit/ids.ts'
import { ask, formBody, listen } from '#tests/reach/client.ts'
import { type SignedInPlan, startWithPlan } from '#tests/reach/signed-in-plan.ts'

/** A customer sees the vendor's people on the plan and no other members. */

let staged: SignedInPlan

beforeAll(async () => {
  staged = await startWithPlan(inject('templateServer'))
})

afterAll(() => staged.stop())

type Who = keyof SignedInPlan['cookies']

const at = (path: string) =>
  new URL(
    `/plans/${staged.plan.planId}${path.replace(':task', staged.plan.taskIds['legal'] ?? '')}`,
    staged.app.baseUrl,
  )
const read = async (who: Who, path: string) =>
  (await ask(at(path), { headers: { cookie: staged.cookies[who] } })).body.toString()
const edit = (who: Who, fields: Record<string, string>, path = '/tasks/:task') =>
  ask(at(path), {
    method: 'POST',
    headers: { cookie: staged.cookies[who], origin: new URL(staged.app.baseUrl).origin },
    body: formBody({
      intent: 'edit-task',
      taskId: staged.plan.taskIds['legal'] ?? '',
      idempotencyKey: newId(),
      ...fields,
    }),
  })

/** Someone of the vendor who is not on the plan, by name, address and id. */
const outsider = () => [staged.plan.outsider.name, 'max.lind@', staged.plan.outsider.id]
const findIn = (text: string) => outsider().filter((it) => text.includes(it))

const milestone = () => staged.plan.milestoneIds[0] ?? ''

test('the lead chooses among the whole house', async () => {
  expect(findIn(await read('lead', '/tasks/:task'))).toEqual([staged.plan.outsider.name, staged.plan.outsider.id])
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
])('the champion reads no one who is not on the plan at %s, on the page and in its data', async (path) => {
  const url = path.replace(':milestone', milestone())
  const [page, query = ''] = url.split('?')
  for (const text of [await read('champion', url), await read('champion', `${page}.data?${query}`)])
    expect(findIn(text)).toEqual([])
})

test('a form that names such a person is refused, without a word of who that is', async () => {
  for (const path of ['/tasks/:task', '/tasks/:task.data']) {
    const refused = await edit(
      'champion',
      { owner: `member:${staged.plan.outsider.id}`, title: 'Contract at Legal' },
      path,
    )
    expect([422, 200]).toContain(refused.status)
    const text = refused.body.toString()
    expect(text).toContain('Please choose one from the list.')
    expect(text).not.toContain(staged.plan.outsider.name)
    const preview = await edit('champion', { owner: `member:${staged.plan.outsider.id}`, preview: 'yes' }, path)
    expect(preview.body.toString()).not.toContain(staged.plan.outsider.name)
  }
  const stored = await inWorkspace(staged.db, staged.plan.workspaceId, (trx) =>
    trx
      .selectFrom('task')
      .select('ownerMemberId')
      .where('id', '=', staged.plan.taskIds['legal'] ?? '')
      .executeTakeFirstOrThrow(),
  )
  expect(stored.ownerMemberId).toBeNull()
})

test('what is live names no one else either, no matter who changes something', async () => {
  const stream = listen(at('/events'), { cookie: staged.cookies.champion })
  await edit('lead', { title: 'Contract at Legal, again' })
  await edit('champion', { title: 'Contract at Legal' })
  await expect.poll(() => stream.heard().match(/^data: /gm)?.length ?? 0).toBeGreaterThan(1)
  expect(findIn((await stream.end()).toString())).toEqual([])
})

test('once such a person owns a task, the customer reads the name there and nowhere as a choice of others', async () => {
  expect((await edit('lead', { owner: `member:${staged.plan.outsider.id}` })).status).toBeLessThan(400)
  expect(await read('champion', '')).toContain(staged.plan.outsider.name)
  const other = staged.plan.taskIds['build'] ?? ''
  const form = (await ask(at(`/tasks/${other}`), { headers: { cookie: staged.cookies.champion } })).body.toString()
  const options = [...form.matchAll(/<option value="(member:[^"]+)"/g)].map(([, value]) => value)
  // Once as owner and once as the person who approves a result.
  expect([...new Set(options)].sort()).toEqual(
    [staged.plan.lead, staged.plan.teammate]
      .map(({ id }) => `member:${id}`)
      .concat(`member:${staged.plan.outsider.id}`)
      .sort(),
  )
})
