import { expect, test } from 'vitest'
import { inviteParticipant } from '#app/access/participants/invite-participant.server.ts'
import { sendInvitationAgain } from '#app/access/participants/send-invitation-again.server.ts'
import { sendToOtherAddress } from '#app/access/participants/send-to-other-address.server.ts'
import { listReach } from '#app/access/participants/reach-queries.server.ts'
import { editTask } from '#app/plan/task/edit-task.server.ts'
import { runCommand } from '#app/runner/run-command.server.ts'
import { type Erasing, erasing } from '#tests/factories/erasing.ts'

async function stage() {
  const it = await erasing()
  const { parts, plan, order } = it
  const email = 'jonas.wirth@halden.example'
  const input = { name: 'Jonas Wirth', email, role: 'contributor' }
  const { result } = await runCommand(parts, inviteParticipant, { ...order(plan.lead), input })
  const participantId = result.participantIds[0] ?? ''
  const reach = () =>
    it.within(async (trx) =>
      (await listReach(trx, { workspaceId: it.workspaceId, planId: plan.planId }))('Europe/Berlin').get(participantId),
    )
  return { ...it, email, participantId, reach }
}

const bounce = (it: Erasing, address: string) =>
  it.within((trx) =>
    trx
      .insertInto('blockedAddress')
      .values({ workspaceId: it.workspaceId, address, reason: 'bounced', since: it.parts.clock.now() })
      .execute(),
  )

/** Someone opens the plan. */
const opened = (it: Erasing, participantId: string) =>
  it.within((trx) =>
    trx
      .updateTable('planParticipant')
      .set({ joinedAt: it.parts.clock.now() })
      .where('participantId', '=', participantId)
      .execute(),
  )

const seatsOf = (it: Erasing) =>
  it.within((trx) =>
    trx
      .selectFrom('planParticipant')
      .innerJoin('participant', 'participant.id', 'planParticipant.participantId')
      .select(['participantId', 'participant.email', 'role', 'isKey', 'removedAt'])
      .where('planId', '=', it.plan.planId)
      .execute(),
  )

test('an invitation is waiting, sent, delivered, then the plan opened and last seen', async () => {
  const it = await stage()
  const { reach, participantId, workspaceId, plan } = it
  const on = '2026-06-17'
  expect(await reach()).toEqual({ blocked: null, invitation: { state: 'waiting', on }, openedOn: null, seenOn: null })
  await it.sendAll()
  expect((await reach())?.invitation).toEqual({ state: 'sent', on })
  await it.within((trx) =>
    trx
      .updateTable('notice')
      .set({ deliveredAt: new Date('2026-06-17T23:30:00Z') })
      .where('participantId', '=', participantId)
      .execute(),
  )
  expect((await reach())?.invitation, 'a day in the zone of the plan').toEqual({ state: 'delivered', on: '2026-06-18' })
  await it.within(async (trx) => {
    await trx
      .updateTable('planParticipant')
      .set({ joinedAt: new Date('2026-06-19T08:00:00Z') })
      .where('participantId', '=', participantId)
      .execute()
    const visit = { sinceNumber: 0, sinceAt: new Date(0), seenNumber: 0, seenAt: new Date('2026-06-20T08:00:00Z') }
    await trx
      .insertInto('planVisit')
      .values({ workspaceId, planId: plan.planId, readerId: participantId, ...visit })
      .execute()
  })
  expect(await reach()).toMatchObject({ openedOn: '2026-06-19', seenOn: '2026-06-20' })
  await bounce(it, it.email)
  expect((await reach())?.blocked).toBe('bounced')
})

test('an invitation is sent again by one press until the plan was opened', async () => {
  const it = await stage()
  const { parts, plan, order, participantId, email } = it
  parts.clock.set('2026-06-17T09:00:00Z')
  await runCommand(parts, sendInvitationAgain, { ...order(plan.champion), input: { participantId } })
  const mails = await it.mailTo(email)
  expect(mails.map(({ kind }) => kind)).toEqual(['invitation', 'invitation'])
  expect((await it.open(mails[0]?.link ?? '')).status, 'the first link has ended').not.toBe(200)
  expect((await it.open(mails[1]?.link ?? '')).status).toBe(200)
  await opened(it, participantId)
  const again = runCommand(parts, sendInvitationAgain, { ...order(plan.lead), input: { participantId } })
  await expect(again).rejects.toMatchObject({ status: 422, faults: [{ field: 'participantId' }] })
})

test('another address takes over seat, role and open tasks, and the old link ends', async () => {
  const it = await stage()
  const { parts, plan, order, participantId, email } = it
  const taskId = plan.taskIds['legal'] ?? ''
  await runCommand(parts, editTask, { ...order(plan.lead), input: { taskId, owner: `participant:${participantId}` } })
  await it.within((trx) =>
    trx.updateTable('planParticipant').set({ isKey: true }).where('participantId', '=', participantId).execute(),
  )
  await bounce(it, email)
  const before = await it.mailTo(email)
  const other = 'j.wirth@halden.example'
  const { result } = await runCommand(parts, sendToOtherAddress, {
    ...order(plan.lead),
    input: { participantId, email: other },
  })
  const seats = await seatsOf(it)
  expect(seats.find((seat) => seat.participantId === participantId)?.removedAt).not.toBeNull()
  expect(seats.find((seat) => seat.email === other)).toMatchObject({
    role: 'contributor',
    isKey: true,
    removedAt: null,
  })
  const task = await it.within((trx) =>
    trx
      .selectFrom('task')
      .select(['ownerParticipantId', 'ownerPlaceholder'])
      .where('id', '=', taskId)
      .executeTakeFirst(),
  )
  expect(task).toEqual({
    ownerParticipantId: (result as { participantId: string }).participantId,
    ownerPlaceholder: null,
  })
  expect((await it.mailTo(other)).map(({ kind }) => kind)).toEqual(['invitation'])
  expect((await it.open(before[0]?.link ?? '')).status).not.toBe(200)
})

test('no one gets an invitation at another address who has opened the plan, or at one that is on it', async () => {
  const it = await stage()
  const { parts, plan, order, participantId } = it
  const send = (id: string, to: string) =>
    runCommand(parts, sendToOtherAddress, { ...order(plan.lead), input: { participantId: id, email: to } })
  const onPlan = await it.addressOf(plan.viewer.id)
  await expect(send(participantId, onPlan)).rejects.toMatchObject({ status: 422, faults: [{ field: 'email' }] })
  await expect(send(participantId, 'not an address')).rejects.toMatchObject({ status: 422 })
  await expect(send(participantId, 'sam.ortiz@brightline.example')).rejects.toMatchObject({ status: 422 })
  await opened(it, participantId)
  await expect(send(participantId, 'j.wirth@halden.example')).rejects.toMatchObject({ status: 422 })
  await expect(send(plan.champion.id, 'x@halden.example')).rejects.toMatchObject({ status: 422 })
  expect((await seatsOf(it)).filter(({ removedAt }) => removedAt !== null)).toEqual([])
})
