import pg from 'pg'
import { beforeAll, expect, test, vi } from 'vitest'
import { newId } from '#app/kit/ids.ts'
import { assignTasks } from '#app/plan/task/assign-tasks.server.ts'
import { editTask } from '#app/plan/task/edit-task.server.ts'
import { redirectTelling } from '#app/runner/outcome-cookie.server.ts'
import { runCommand } from '#app/runner/run-command.server.ts'
import { keepPages } from '#app/server/keep-pages.server.ts'
import { inWorkspace } from '#db/workspace.ts'
import { type TestParts, testParts } from '#tests/factories/parts.ts'
import { type SamplePlan, makePlan } from '#tests/factories/workspace.ts'
import { type Reader, bundleAnswer, bundlePages, cookieOf } from '#tests/harness/bundle-pages.ts'
import { testDatabase } from '#tests/harness/database.ts'

/** How many statements the busiest pages run, and in how many round trips, root included, when opened again. A page that needs more must raise its number here. */

let it: SamplePlan
let parts: TestParts
const readers = new Map<string, Reader>()

beforeAll(async () => {
  const { db, appUrl } = await testDatabase()
  parts = await testParts(db, appUrl)
  it = await makePlan(db)
  const readAs = await bundlePages(parts)
  readers.set('lead', await readAs(it.workspaceId, { memberId: it.lead.id }))
  readers.set('champion', await readAs(it.workspaceId, { participantId: it.champion.id }))
}, 600_000)

type Sent = {
  texts: string[]
  /** How often the connection was idle when a text was sent: all that is sent until its answer arrives belongs to the same round trip. */
  roundTrips: number
}

/** What is sent while `work` runs. */
async function sentWhile(work: () => Promise<unknown>): Promise<Sent> {
  const sent: Sent = { texts: [], roundTrips: 0 }
  const unanswered = new Map<pg.Client, number>()
  const query: (...args: unknown[]) => Promise<unknown> = pg.Client.prototype.query
  using spied = vi.spyOn(pg.Client.prototype as { query: typeof query }, 'query')
  spied.mockImplementation(function (this: pg.Client, ...args: unknown[]) {
    const [asked] = args
    sent.texts.push(typeof asked === 'string' ? asked : (asked as { text: string }).text)
    const before = unanswered.get(this) ?? 0
    if (before === 0) sent.roundTrips++
    unanswered.set(this, before + 1)
    return query.apply(this, args).finally(() => unanswered.set(this, (unanswered.get(this) ?? 1) - 1))
  })
  await work()
  return sent
}

const frames = /^(begin|start transaction|commit|rollback|set local)\b/i

test.each<[who: string, path: (plan: SamplePlan) => string, statements: number, roundTrips: number]>([
  ['champion', ({ planId }) => `/plans/${planId}`, 16, 4],
  ['lead', ({ planId }) => `/plans/${planId}`, 15, 4],
  ['champion', ({ planId }) => `/plans/${planId}/activity`, 6, 4],
  ['champion', ({ planId, taskIds }) => `/plans/${planId}/tasks/${taskIds['legal'] ?? ''}`, 8, 5],
  ['champion', ({ planId, taskIds }) => `/plans/${planId}/tasks/${taskIds['legal'] ?? ''}/view`, 14, 6],
  ['lead', ({ planId, taskIds }) => `/plans/${planId}/tasks/${taskIds['legal'] ?? ''}/beside`, 13, 6],
  ['champion', ({ planId, milestoneIds }) => `/plans/${planId}/milestones/${milestoneIds[1] ?? ''}/view`, 12, 6],
  ['lead', ({ planId, milestoneIds }) => `/plans/${planId}/tasks/new?milestone=${milestoneIds[0] ?? ''}`, 6, 5],
  ['lead', ({ planId }) => `/plans/${planId}/invite`, 6, 4],
  ['champion', ({ planId }) => `/plans/${planId}/win`, 9, 6],
  ['champion', ({ planId, taskIds }) => `/plans/${planId}/try?duration.${taskIds['legal'] ?? ''}=20`, 7, 4],
  ['lead', () => '/plans', 4, 4],
  ['lead', () => '/search?q=halden+legal', 12, 7],
  ['lead', () => '/search?q=hladen+legla', 13, 8],
  ['lead', ({ accountId }) => `/accounts/${accountId}`, 8, 4],
  ['lead', () => '/references', 6, 4],
  ['lead', () => '/references/library', 6, 5],
  ['lead', () => '/references/credit', 6, 4],
  ['champion', () => '/your-plans', 3, 3],
  ['champion', () => '/', 2, 3],
])('%s, page %#: one transaction that reads, and so many statements', async (who, path, statements, roundTrips) => {
  const reader = readers.get(who)
  if (!reader) throw new Error(`Nobody is called ${who}`)
  await reader.open(path(it))
  const sent = await sentWhile(async () => {
    const { status } = await reader.open(path(it))
    expect([200, 302]).toContain(status)
  })
  const asked = sent.texts.filter((text) => !frames.test(text))
  expect(sent.texts.filter((text) => /^begin/i.test(text))).toEqual([
    expect.stringMatching(/^begin isolation level repeatable read read only; set local app\.workspace/),
  ])
  // What starts the transaction and what ends it are one text each.
  expect(sent.texts).toHaveLength(asked.length + 2)
  expect(asked.filter((text) => !text.startsWith('select'))).toEqual([])
  expect(new Set(asked).size, 'no statement twice').toBe(asked.length)
  expect(asked.length).toBeLessThanOrEqual(statements)
  expect(sent.roundTrips).toBeLessThanOrEqual(roundTrips)
})

test('a page that a form led to tells what happened within the same transaction', async () => {
  const reader = readers.get('lead')
  if (!reader) throw new Error('Nobody is called lead')
  const told = { scope: 'plan', scopeId: it.planId, number: 1, lastNumber: 1 } as const
  const { headers } = redirectTelling(parts, {
    request: new Request(parts.environment.appUrl),
    personId: it.lead.id,
    path: '/plans',
    told,
  })
  const cookie = headers.getSetCookie()[0]?.split(';')[0] ?? ''
  await reader.open('/plans')
  const sent = await sentWhile(async () => expect((await reader.open('/plans', { cookie })).status).toBe(200))
  expect(sent.texts.filter((text) => text.includes('from "activity"'))).toHaveLength(1)
  expect(sent.texts.filter((text) => /^(begin|start)/i.test(text))).toHaveLength(1)
})

test('a plan page takes one round trip while it is unchanged, and six when it has changed', async () => {
  const [{ answer: answerKept }, bundle] = [keepPages(10_000_000), await bundleAnswer()]
  const path = `/plans/${it.planId}`
  for (const person of [{ participantId: it.champion.id }, { memberId: it.lead.id }]) {
    const headers = { cookie: await cookieOf(parts, it.workspaceId, person) }
    const open = async () => {
      const marks = { requestId: newId(), cspNonce: newId() }
      const answered = await answerKept({ method: 'GET', originalUrl: path, headers }, { parts, ...marks }, (context) =>
        bundle(new Request(parts.environment.appUrl + path, { headers }), context),
      )
      return answered instanceof Response ? answered.status : 'kept'
    }
    expect(await open()).toBe(200)
    const unchanged = await sentWhile(async () => expect(await open()).toBe('kept'))
    expect(unchanged.texts).toHaveLength(1)
    await inWorkspace(parts.db, it.workspaceId, (trx) =>
      trx.updateTable('plan').set({ ifMissed: newId() }).where('id', '=', it.planId).execute(),
    )
    const changed = await sentWhile(async () => expect(await open()).toBe(200))
    expect(changed.roundTrips).toBeLessThanOrEqual(6)
  }
})

test('a look at a plan writes nothing, but the first one, and one that shows what others have changed', async () => {
  const plan = await makePlan(parts.db)
  const reader = await (await bundlePages(parts))(plan.workspaceId, { participantId: plan.champion.id })
  const written = async () => {
    const sent = await sentWhile(async () => expect((await reader.open(`/plans/${plan.planId}`)).status).toBe(200))
    return sent.texts.filter((text) => !frames.test(text) && !text.startsWith('select') && text.includes('plan_visit'))
  }
  const rename = (actor: typeof plan.champion | typeof plan.lead, title: string) =>
    runCommand(parts, editTask, { actor, scopeId: plan.planId, input: { taskId: plan.taskIds['legal'], title } })
  expect(await written()).toHaveLength(1)
  expect(await written()).toEqual([])
  await rename(plan.champion, 'Contract')
  expect(await written(), 'an own change').toEqual([])
  await rename(plan.lead, 'The contract')
  expect(await written()).toHaveLength(1)
  expect(await written()).toEqual([])
})

test.each(['assigned together', 'of one placeholder'] as const)(
  'private tasks %s ask once whether their owner may see them',
  async (how) => {
    const plan = await makePlan(parts.db)
    const { workspaceId, planId, champion, contributor } = plan
    const taskIds = Object.values(plan.taskIds)
    const [taskId, ...alsoFor] = taskIds
    const secret = { privateTo: 'customer', side: 'customer' }
    const placeholder = { ownerMemberId: null, ownerParticipantId: null, ownerPlaceholder: 'Their auditor' }
    await inWorkspace(parts.db, workspaceId, (trx) =>
      trx
        .updateTable('task')
        .set({ ...secret, ...placeholder })
        .where('planId', '=', planId)
        .execute(),
    )
    const order = { actor: champion, scopeId: planId }
    const owner = `participant:${contributor.id}`
    const sent = await sentWhile(() =>
      how === 'assigned together'
        ? runCommand(parts, assignTasks, { ...order, input: { taskIds, owner } })
        : runCommand(parts, editTask, { ...order, input: { taskId, owner, alsoFor } }),
    )
    const asked = sent.texts.filter((text) => /from "plan_participant" .*"accepted_at" is null/.test(text))
    // The form of a task asks for this task, and for the others that go along.
    expect(asked).toHaveLength(how === 'assigned together' ? 1 : 2)
  },
)
