import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, expect, inject, test } from 'vitest'
import { inWorkspace } from '#db/workspace.ts'
import type { PersonActor } from '#app/policy/policy.ts'
import { removeParticipant } from '#app/access/participants/remove-participant.server.ts'
import { runCommand } from '#app/runner/run-command.server.ts'
import { type SamplePlan, makeParticipant, makePlan } from '#tests/factories/workspace.ts'
import { freshDatabase } from '#tests/harness/database.ts'
import { type Installation, startInstallation } from '#tests/load/installation.ts'
import { finder } from '#tests/reach/canary.ts'
import { buildOnce, listen } from '#tests/reach/client.ts'
import { lastPresent } from '#tests/reach/present.ts'

/** Who has a plan open, at two processes of the app. */

let installation: Installation
let plan: SamplePlan
const streams: ReturnType<typeof listen>[] = []
const heardWithin = { timeout: 30_000 }

beforeAll(async () => {
  await buildOnce(inject('templateServer'))
  installation = await startInstallation({ ...(await freshDatabase()), processes: 2 })
  plan = await makePlan(installation.parts.db)
}, 240_000)

afterEach(async () => {
  for (const stream of streams.splice(0)) await stream.end()
})
afterAll(() => installation.stop())

/** Opens the plan as a person at one of the processes. */
async function open(person: PersonActor, at: 0 | 1, { planId, workspaceId } = plan) {
  const owner = person.kind === 'member' ? { memberId: person.id } : { participantId: person.id }
  const cookie = await installation.signIn(workspaceId, owner)
  const url = new URL(`/plans/${planId}/events`, installation.apps[at]?.baseUrl)
  const stream = listen(url, { cookie })
  streams.push(stream)
  return stream
}

/** The names that a stream told last, in their order. */
function namesIn(stream: ReturnType<typeof listen>): string[] {
  const told = JSON.parse(lastPresent(stream) || '{"people":[]}') as { people: { name: string }[] }
  return told.people.map(({ name }) => name)
}

test('people at two processes read of each other, not of themselves; the vendor’s other members are told to the vendor alone', async () => {
  const [lead, champion] = [await open(plan.lead, 0), await open(plan.champion, 1)]
  await expect.poll(() => namesIn(lead), heardWithin).toEqual(['Priya Raman'])
  await expect.poll(() => namesIn(champion), heardWithin).toEqual(['Sam Ortiz'])
  const outsider = await open(plan.outsider, 1)
  const teammate = await open(plan.teammate, 1)
  await expect.poll(() => namesIn(champion), heardWithin).toEqual(['Noor Haddad', 'Sam Ortiz'])
  await expect.poll(() => namesIn(lead), heardWithin).toEqual(['Max Lind', 'Noor Haddad', 'Priya Raman'])
  await expect.poll(() => namesIn(outsider), heardWithin).toEqual(['Noor Haddad', 'Priya Raman', 'Sam Ortiz'])
  await teammate.end()
  await expect.poll(() => namesIn(champion), heardWithin).toEqual(['Sam Ortiz'])
  const ids = [plan.lead, plan.champion, plan.outsider].map(({ id }) => id)
  for (const stream of streams) expect(finder(ids)(Buffer.from(stream.heard())), 'an id').toBeUndefined()
  // Nothing that the customer's people got so far names who is not on the plan.
  const [viewer, contributor] = [await open(plan.viewer, 0), await open(plan.contributor, 1)]
  await expect.poll(() => namesIn(viewer).length, heardWithin).toBe(3)
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
  await expect.poll(() => namesIn(lead), heardWithin).toEqual(['Gast Guest'])
  const before = performance.now()
  await runCommand(installation.parts, removeParticipant, {
    actor: plan.lead,
    scopeId: plan.planId,
    input: { participantId: guest.id },
  })
  await expect.poll(() => namesIn(lead), heardWithin).toEqual([])
  expect(performance.now() - before, 'without the wait for a page that is loaded again').toBeLessThan(6_000)
  expect(lastPresent(elsewhere)).toBe('')
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
  await expect.poll(() => namesIn(lead), heardWithin).toEqual(['Priya Raman'])
  expect(await stored()).toEqual(before)
})

test(
  'the people of a process that is killed are gone after a while, and back when it is',
  { timeout: 120_000 },
  async () => {
    const [lead] = [await open(plan.lead, 0), await open(plan.champion, 1)]
    await expect.poll(() => namesIn(lead), heardWithin).toEqual(['Priya Raman'])
    await installation.apps[1]?.kill()
    await expect.poll(() => namesIn(lead), { timeout: 40_000 }).toEqual([])
    await installation.apps[1]?.start()
    await open(plan.champion, 1)
    await expect.poll(() => namesIn(lead), heardWithin).toEqual(['Priya Raman'])
  },
)
