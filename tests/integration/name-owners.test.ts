import { expect, test } from 'vitest'
import { inWorkspace } from '#db/workspace.ts'
import { editTask } from '#app/plan/task/edit-task.server.ts'
import { inviteOwner } from '#app/plan/task/invite-owner.server.ts'
import { getOpenSeats } from '#app/plan/team/open-seats-queries.server.ts'
import { runCommand } from '#app/runner/run-command.server.ts'
import { standingsOnPlan } from '#app/runner/standing.server.ts'
import { activityOf, makePrivate, rowsOf, undo } from '#tests/factories/adjusting.ts'
import { type Setting, refusalOf, setUp, statusOf } from '#tests/factories/plan-setting.ts'

type Person = Setting['lead'] | Setting['champion']

const placeholder = 'placeholder:Customer’s legal'
const edit = (it: Setting, key: string, input: object, { actor = it.champion, seen = {} }: Asking = {}) =>
  runCommand(it.parts, editTask, { actor, scopeId: it.planId, seen, input: { taskId: it.taskIds[key], ...input } })
type Asking = { actor?: Person; seen?: Record<string, string> }
const invite = (it: Setting, key: string, input: object, { actor = it.champion, seen = {} }: Asking = {}) =>
  runCommand(it.parts, inviteOwner, { actor, scopeId: it.planId, seen, input: { taskId: it.taskIds[key], ...input } })
const ownerOf = async (it: Setting, key: string) =>
  (await rowsOf(it))?.tasks.find(({ id }) => id === it.taskIds[key])?.owner?.name ?? null
const seatsOf = async (it: Setting, actor: Person) =>
  getOpenSeats(
    it.parts,
    {
      actor,
      standings: await inWorkspace(it.parts.db, it.workspaceId, (trx) => standingsOnPlan(trx, actor, it.planId)),
    },
    it.planId,
  )
const lastUndo = async (it: Setting, actor: Person = it.champion) => {
  const { entries } = await activityOf(it, actor)
  return undo(it, entries.find(({ mayBeUndone }) => mayBeUndone)?.number ?? null, { actor })
}
const placeholders = async (it: Setting, ...keys: string[]) => {
  for (const key of keys) await edit(it, key, { owner: placeholder, side: 'customer' })
}
const invitations = ({ parts, workspaceId }: Setting, address: string) =>
  inWorkspace(parts.db, workspaceId, (trx) =>
    trx.selectFrom('notice').select('kind').where('toAddress', '=', address).execute(),
  )

test('a placeholder that gets a person takes the tasks along that were named, and one undo brings all back', async () => {
  const it = await setUp()
  await placeholders(it, 'scope', 'legal', 'sign')
  const also = [it.taskIds['legal'], it.taskIds['sign'], it.taskIds['build']]
  const before = await ownerOf(it, 'build')
  await edit(it, 'scope', { owner: `participant:${it.champion.id}`, alsoFor: also })
  expect([await ownerOf(it, 'scope'), await ownerOf(it, 'legal'), await ownerOf(it, 'sign')]).toEqual(
    Array(3).fill(it.champion.name),
  )
  // A task of someone else never goes along.
  expect(await ownerOf(it, 'build')).toBe(before)
  const { entries } = await activityOf(it, it.lead)
  expect(entries.slice(0, 3).map(({ changes }) => changes[0]?.after)).toEqual(Array(3).fill(it.champion.name))
  await lastUndo(it)
  expect([await ownerOf(it, 'scope'), await ownerOf(it, 'legal'), await ownerOf(it, 'sign')]).toEqual(
    Array(3).fill('Customer’s legal'),
  )
})

test('without that the others stay with the placeholder, and for another placeholder too', async () => {
  const it = await setUp()
  await placeholders(it, 'scope', 'legal')
  await edit(it, 'scope', { owner: `participant:${it.champion.id}` })
  expect(await ownerOf(it, 'legal')).toBe('Customer’s legal')
  await placeholders(it, 'scope')
  await edit(it, 'scope', { owner: 'placeholder:Their board', alsoFor: [it.taskIds['legal']] })
  expect(await ownerOf(it, 'legal')).toBe('Customer’s legal')
})

test('who is invited by email becomes the owner in one go, as a contributor, with the placeholder’s other tasks', async () => {
  const it = await setUp()
  await placeholders(it, 'scope', 'legal')
  const email = 'ida.berg@halden.example'
  await invite(it, 'scope', { email, alsoFor: [it.taskIds['legal']] }, { actor: it.lead, seen: { owner: placeholder } })
  expect([await ownerOf(it, 'scope'), await ownerOf(it, 'legal')]).toEqual(['Ida Berg', 'Ida Berg'])
  expect(await invitations(it, email)).toEqual([{ kind: 'invitation' }])
  const seat = await inWorkspace(it.parts.db, it.workspaceId, (trx) =>
    trx.selectFrom('planParticipant').select(['role', 'acceptedAt']).where('name', '=', 'Ida Berg').execute(),
  )
  expect(seat).toEqual([{ role: 'contributor', acceptedAt: null }])
  await lastUndo(it, it.lead)
  expect(await ownerOf(it, 'scope')).toBe('Customer’s legal')
  // Once more: who is on the plan already gets no second invitation.
  await invite(it, 'scope', { email }, { actor: it.lead })
  expect(await ownerOf(it, 'scope')).toBe('Ida Berg')
  expect(await invitations(it, email)).toHaveLength(1)
})

test('only who may invite can, never an address of the vendor’s, and no one who was named meanwhile is replaced', async () => {
  const it = await setUp()
  await placeholders(it, 'scope')
  const email = 'ida.berg@halden.example'
  expect(await statusOf(invite(it, 'scope', { email }, { actor: it.viewer as Person }))).toBe(403)
  expect((await refusalOf(invite(it, 'scope', { email: 'someone@brightline.example' }))).faults).toMatchObject([
    { field: 'email' },
  ])
  await edit(it, 'scope', { owner: `participant:${it.champion.id}` })
  expect(await statusOf(invite(it, 'scope', { email }, { seen: { owner: placeholder } }))).toBe(409)
  expect(await invitations(it, email)).toEqual([])
})

test('a private task stays with its side: inviting someone for it is refused, and invites no one', async () => {
  const it = await setUp()
  await makePrivate(it, 'legal', 'vendor')
  const order = invite(it, 'legal', { email: 'ida.berg@halden.example' }, { actor: it.lead })
  expect((await refusalOf(order)).faults).toMatchObject([{ field: 'owner' }])
  expect(await invitations(it, 'ida.berg@halden.example')).toEqual([])
})

test('the open seats of one’s own side are one list, without those of the other side, done tasks and what is hidden', async () => {
  const it = await setUp()
  for (const key of Object.keys(it.taskIds)) await edit(it, key, { owner: `participant:${it.champion.id}` })
  await edit(it, 'scope', { owner: '', side: 'customer' })
  await edit(it, 'legal', { owner: placeholder, side: 'both' })
  await edit(it, 'sign', { owner: placeholder, side: 'vendor' })
  const titles = async (actor: Person) => (await seatsOf(it, actor)).seats.map(({ id }) => id)
  expect(await titles(it.champion)).toEqual([it.taskIds['scope'], it.taskIds['legal']])
  expect(await titles(it.lead)).toEqual([it.taskIds['legal'], it.taskIds['sign']])
  const { seats, owners } = await seatsOf(it, it.champion)
  expect(seats[1]).toMatchObject({ owner: placeholder, alsoOwns: [it.taskIds['sign']] })
  // Of the vendor's people the customer is offered those who work on the plan.
  expect(owners.vendor.map(({ text }) => text)).toEqual([it.teammate.name, it.lead.name])
  await makePrivate(it, 'sign', 'vendor')
  expect((await seatsOf(it, it.champion)).seats[1]?.alsoOwns).toEqual([])
})
