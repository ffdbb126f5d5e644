import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, expect, inject, test } from 'vitest'
import { inWorkspace } from '#db/workspace.ts'
import { newId } from '#app/kit/ids.ts'
import { type ToldPresence, noOneElse } from '#app/plan/presence/told-presence.ts'
import { addTask } from '#app/plan/task/add-task.server.ts'
import type { PersonActor } from '#app/policy/policy.ts'
import { removeParticipant } from '#app/access/participants/remove-participant.server.ts'
import { runCommand } from '#app/runner/run-command.server.ts'
import { type SamplePlan, makeParticipant, makePlan } from '#tests/factories/workspace.ts'
import { freshDatabase } from '#tests/harness/database.ts'
import { slowness } from '#tests/harness/slowness.ts'
import { type Installation, startInstallation } from '#tests/load/installation.ts'
import { finder } from '#tests/reach/canary.ts'
import { ask, buildOnce, formBody, listen } from '#tests/reach/client.ts'
import { lastPresent } from '#tests/reach/present.ts'

/** Who has a plan open, at two processes of the app. */

let installation: Installation
let plan: SamplePlan
const streams: Stream[] = []

beforeAll(async () => {
  await buildOnce(inject('templateServer'))
  installation = await startInstallation({ ...(await freshDatabase()), processes: 2 })
  plan = await makePlan(installation.parts.db)
}, 600_000)

afterEach(async () => {
  for (const stream of streams.splice(0)) await stream.end()
})
afterAll(() => installation.stop())

const cookieOf = (person: PersonActor, workspaceId: string) =>
  installation.signIn(workspaceId, person.kind === 'member' ? { memberId: person.id } : { participantId: person.id })

/** Opens the plan as a person at one of the processes. */
async function open(person: PersonActor, at: 0 | 1, { planId, workspaceId } = plan) {
  const cookie = await cookieOf(person, workspaceId)
  const url = new URL(`/plans/${planId}/events`, installation.apps[at]?.baseUrl)
  const stream = listen(url, { cookie })
  streams.push(stream)
  return stream
}

/** Posts what someone edits, as their page does. @returns the answer's status */
async function tellEditing(
  person: PersonActor,
  at: 0 | 1,
  form: Record<string, string>,
  { planId, workspaceId } = plan,
) {
  const url = new URL(`/plans/${planId}/editing`, installation.apps[at]?.baseUrl)
  const cookie = await cookieOf(person, workspaceId)
  return (
    await ask(url, {
      method: 'POST',
      headers: { cookie },
      body: formBody({ intent: 'tell-editing', page: newId(), field: 'title', ...form }),
    })
  ).status
}

type Stream = ReturnType<typeof listen>
const toldBy = (stream: Stream) => JSON.parse(lastPresent(stream) || JSON.stringify(noOneElse)) as ToldPresence
/** The names that a stream told last, in their order, and the edits. */
const namesIn = (stream: Stream): string[] => toldBy(stream).people.map(({ name }) => name)
const editsIn = (stream: Stream) => toldBy(stream).edits

test('people at two processes read of each other, not of themselves; the vendor’s other members are told to the vendor alone', async () => {
  const [lead, champion] = [await open(plan.lead, 0), await open(plan.champion, 1)]
  await expect.poll(() => namesIn(lead)).toEqual(['Priya Raman'])
  await expect.poll(() => namesIn(champion)).toEqual(['Sam Ortiz'])
  const outsider = await open(plan.outsider, 1)
  const teammate = await open(plan.teammate, 1)
  await expect.poll(() => namesIn(champion)).toEqual(['Noor Haddad', 'Sam Ortiz'])
  await expect.poll(() => namesIn(lead)).toEqual(['Max Lind', 'Noor Haddad', 'Priya Raman'])
  await expect.poll(() => namesIn(outsider)).toEqual(['Noor Haddad', 'Priya Raman', 'Sam Ortiz'])
  await teammate.end()
  await expect.poll(() => namesIn(champion)).toEqual(['Sam Ortiz'])
  const ids = [plan.lead, plan.champion, plan.outsider].map(({ id }) => id)
  for (const stream of streams) expect(finder(ids)(Buffer.from(stream.heard())), 'an id').toBeUndefined()
  // Nothing that the customer's people got so far names who is not on the plan.
  const [viewer, contributor] = [await open(plan.viewer, 0), await open(plan.contributor, 1)]
  await expect.poll(() => namesIn(viewer).length).toBe(3)
  for (const stream of [champion, viewer, contributor])
    expect(finder(['Lind'])(Buffer.from(stream.heard()))).toBeUndefined()
})

test('who is taken off the plan is gone at once; another plan’s people are never told', async () => {
  const other = await makePlan(installation.parts.db)
  const guest = await makeParticipant(installation.parts.db, plan.workspaceId, plan.accountId, {
    name: 'Gast Guest',
    seat: { planId: plan.planId, role: 'contributor' },
  })
  const [lead, elsewhere] = [await open(plan.lead, 0), await open(other.lead, 0, other)]
  await open(guest, 1)
  await expect.poll(() => namesIn(lead)).toEqual(['Gast Guest'])
  const before = performance.now()
  await runCommand(installation.parts, removeParticipant, {
    actor: plan.lead,
    scopeId: plan.planId,
    input: { participantId: guest.id },
  })
  await expect.poll(() => namesIn(lead)).toEqual([])
  expect(performance.now() - before, 'without the wait for a page that is loaded again').toBeLessThan(
    6_000 * slowness(),
  )
  expect(lastPresent(elsewhere)).toBe('')
})

test('what someone edits is told at both processes, until they stop or sign out', async () => {
  const [lead, viewer] = [await open(plan.lead, 0), await open(plan.viewer, 1)]
  const page = newId()
  const [legal = '', train = ''] = [plan.taskIds['legal'], plan.taskIds['train']]
  const edit = (form: Record<string, string>) => tellEditing(plan.contributor, 1, { page, ...form })
  expect(await edit({ taskId: legal, field: 'owner' })).toBe(204)
  const jonas = { names: ['Jonas Berg'], more: 0, side: 'customer' }
  for (const stream of [lead, viewer])
    await expect.poll(() => editsIn(stream)).toEqual([{ ...jonas, taskId: legal, field: 'owner' }])
  expect(namesIn(lead), 'who edits is here').toContain('Jonas Berg')
  expect(await edit({ taskId: train, field: 'dates' })).toBe(204)
  await expect.poll(() => editsIn(lead)).toEqual([{ ...jonas, taskId: train, field: 'dates' }])
  expect(await edit({ taskId: '' })).toBe(204)
  for (const stream of [lead, viewer]) await expect.poll(() => editsIn(stream)).toEqual([])
})

test('of a task that a side keeps to itself the other side is told nothing, and can tell nothing', async () => {
  const { planId } = plan
  const [first = ''] = plan.milestoneIds
  const {
    result: { taskId },
  } = await runCommand(installation.parts, addTask, {
    actor: plan.lead,
    scopeId: planId,
    input: { milestoneId: first, title: 'Kestrel', side: 'vendor', durationDays: '2', owner: '', private: 'yes' },
  })
  const [teammate, champion, viewer] = [
    await open(plan.teammate, 1),
    await open(plan.champion, 0),
    await open(plan.viewer, 1),
  ]
  expect(await tellEditing(plan.lead, 0, { taskId, field: 'title' })).toBe(204)
  await expect.poll(() => editsIn(teammate).map((it) => it.taskId)).toEqual([taskId])
  // Another that may be told, so that it is known when the others have been told everything.
  const legal = plan.taskIds['legal'] ?? ''
  expect(await tellEditing(plan.lead, 1, { taskId: legal })).toBe(204)
  for (const stream of [champion, viewer]) {
    await expect.poll(() => editsIn(stream).map((it) => it.taskId)).toEqual([legal])
    expect(finder(['Kestrel', taskId])(Buffer.from(stream.heard()))).toBeUndefined()
  }
  expect(await tellEditing(plan.champion, 0, { taskId })).toBe(404)
  // A member who is not on the team edits: told to the vendor alone.
  expect(await tellEditing(plan.outsider, 0, { taskId: legal, field: 'dates' })).toBe(204)
  await expect.poll(() => editsIn(teammate).flatMap((it) => it.names)).toContain('Max Lind')
  expect(finder(['Lind'])(Buffer.from(champion.heard() + viewer.heard()))).toBeUndefined()
})

test('only who may see the plan tells what they edit, and only of its tasks', async () => {
  const other = await makePlan(installation.parts.db)
  const legal = plan.taskIds['legal'] ?? ''
  expect(await tellEditing(plan.lead, 0, { taskId: newId() })).toBe(404)
  expect(await tellEditing(plan.lead, 0, { taskId: other.taskIds['legal'] ?? '' })).toBe(404)
  expect(await tellEditing(plan.lead, 0, { taskId: legal }, { ...plan, planId: other.planId })).toBe(404)
  const wrongs: Record<string, string>[] = [{ field: 'colour' }, { page: 'mine' }, { taskId: 'all' }, { page: '' }]
  for (const wrong of wrongs)
    expect(await tellEditing(plan.lead, 0, { taskId: legal, ...wrong }), JSON.stringify(wrong)).toBe(422)
  const url = new URL(`/plans/${plan.planId}/editing`, installation.apps[0]?.baseUrl)
  const body = () => formBody({ intent: 'tell-editing', page: newId(), field: 'title', taskId: legal })
  expect((await ask(url, { method: 'POST', body: body() })).status).toBe(401)
  const cookie = await cookieOf(plan.lead, plan.workspaceId)
  const foreign = { cookie, origin: 'https://elsewhere.example' }
  expect((await ask(url, { method: 'POST', headers: foreign, body: body() })).status).toBe(403)
  // Signed in once: signing in takes longer than posting, and the limit counts what comes within a minute.
  const headers = { cookie: await cookieOf(plan.viewer, plan.workspaceId) }
  const many = await Promise.all(
    Array.from({ length: 160 }, async () => (await ask(url, { method: 'POST', headers, body: body() })).status),
  )
  expect(new Set(many)).toEqual(new Set([204, 429]))
  expect(await tellEditing(plan.viewer, 0, { taskId: newId() }), 'asked before the task is').toBe(429)
})

test('nothing of it is written down', async () => {
  const { workspaceId } = plan
  const stored = () =>
    inWorkspace(installation.parts.db, workspaceId, async (trx) => {
      const { rows } = await sql`
        select (select count(*) from activity where workspace_id = ${workspaceId}) as changes,
          (select count(*) from plan_visit where workspace_id = ${workspaceId}) as visits,
          (select count(*) from notice where workspace_id = ${workspaceId}) as notices`.execute(trx)
      return rows
    })
  const before = await stored()
  const lead = await open(plan.lead, 0)
  await open(plan.champion, 1)
  await expect.poll(() => namesIn(lead)).toContain('Priya Raman')
  expect(await tellEditing(plan.champion, 1, { taskId: plan.taskIds['legal'] ?? '' })).toBe(204)
  expect(await stored()).toEqual(before)
})

test('telling what is edited, as a page does by itself, does not count as using the session', async () => {
  const { workspaceId } = plan
  const headers = { cookie: await cookieOf(plan.contributor, workspaceId) }
  const lastUse = () =>
    inWorkspace(installation.parts.db, workspaceId, async (trx) => {
      const { rows } = await sql`
        select max(seen_at) as at from session where participant_id = ${plan.contributor.id}`.execute(trx)
      return rows
    })
  await inWorkspace(installation.parts.db, workspaceId, (trx) =>
    sql`update session set seen_at = seen_at - interval '2 hours' where participant_id = ${plan.contributor.id}`.execute(
      trx,
    ),
  )
  const before = await lastUse()
  const taskId = plan.taskIds['legal'] ?? ''
  const body = formBody({ intent: 'tell-editing', page: newId(), field: 'title', taskId })
  const url = new URL(`/plans/${plan.planId}/editing`, installation.apps[1]?.baseUrl)
  expect((await ask(url, { method: 'POST', headers, body })).status).toBe(204)
  expect(await lastUse()).toEqual(before)
})

test('the people of a process that is killed are gone after a while, and back when it is', async () => {
  // A plan of its own: what was edited on the other is believed for a while.
  const own = await makePlan(installation.parts.db)
  const [lead] = [await open(own.lead, 0, own), await open(own.champion, 1, own)]
  await expect.poll(() => namesIn(lead)).toEqual(['Priya Raman'])
  await installation.apps[1]?.kill()
  await expect.poll(() => namesIn(lead)).toEqual([])
  await installation.apps[1]?.start()
  await open(own.champion, 1, own)
  await expect.poll(() => namesIn(lead)).toEqual(['Priya Raman'])
})
