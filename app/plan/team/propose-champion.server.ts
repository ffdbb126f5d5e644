import { participantInput } from '#app/access/model.ts'
import { writeSecurityEvent } from '#app/access/security-log/write-security-event.server.ts'
import { findProposal, insertProposal } from '#app/access/participants/champion-proposals.server.ts'
import { findChampion, getSeat, listSeats } from '#app/access/participants/seats.server.ts'
import { tellParticipants } from '#app/access/participants/tell-champion.server.ts'
import { defineCommand } from '#app/runner/command.ts'
import { fieldRefusal } from '#app/runner/refusal.ts'
import { todayIn } from '#app/kit/clock.ts'
import { afterWorkingDays } from './after-working-days.ts'
import { scheduleOf } from '../core/compute-plan.ts'
import { takePlan } from '../core/take-task.server.ts'
import { proposalRefusals } from './team-words.ts'

/** How long the customer's people have to object, in working days of their calendar. */
const workingDaysToObject = 2

/**
 * An admin wants the champion's role to pass to someone accepted, where the champion is gone. Every participant is told right away; it
 * takes effect when the champion agrees, or after the time to object.
 */
export const proposeChampion = defineCommand({
  name: 'propose-champion',
  scope: 'plan',
  input: participantInput,
  async run(context) {
    const { trx, actor, workspaceId, row, input, now, record, todayIn: today } = context
    const { participantId } = input
    const next = await getSeat(trx, workspaceId, row.id, participantId)
    const champion = await findChampion(trx, workspaceId, row.id)
    if (!row.championJoinedAt) throw fieldRefusal('participantId', proposalRefusals.noneJoined)
    if (next.role === 'champion') throw fieldRefusal('participantId', proposalRefusals.isChampion(next.name))
    if (!next.acceptedAt)
      throw fieldRefusal('participantId', proposalRefusals.notAccepted({ champion: champion?.name, person: next.name }))
    const open = await findProposal(trx, workspaceId, row.id)
    if (open?.participantId === participantId) return { participantId }
    if (open) throw fieldRefusal('participantId', proposalRefusals.isProposed(open.name))
    const { calendars } = scheduleOf(await takePlan(context), today(row.timeZone)).request
    const earliestAt = afterWorkingDays(calendars, { now, timeZone: row.timeZone, days: workingDaysToObject })
    if (actor.kind !== 'member') throw new Error('Only a member can propose a champion')
    await insertProposal(trx, {
      workspaceId,
      planId: row.id,
      participantId,
      proposedBy: actor.id,
      proposedAt: now,
      earliestAt,
    })
    await record({
      event: 'champion proposed',
      subjectId: participantId,
      subject: next.name,
      changes: { champion: { before: champion?.name ?? null, after: next.name } },
    })
    await writeSecurityEvent(
      trx,
      workspaceId,
      {
        kind: 'champion proposed',
        person: { id: participantId, name: next.name },
        detail: { by: actor.name, planId: row.id },
      },
      now,
    )
    const earliestOn = todayIn(row.timeZone, earliestAt)
    const said = { person: next.name, champion: champion?.name ?? null, by: actor.name, earliestOn }
    const readerOf = (id: string): { reader?: 'proposed' | 'champion' } =>
      id === participantId ? { reader: 'proposed' } : id === champion?.participantId ? { reader: 'champion' } : {}
    await tellParticipants(context, await listSeats(trx, workspaceId, row.id), (told, seat) => ({
      kind: 'champion-proposed',
      facts: { ...told, ...said, ...readerOf(seat.participantId) },
    }))
    return { participantId }
  },
})
