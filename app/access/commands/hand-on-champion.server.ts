import { participantInput } from '#app/access/model.ts'
import { writeSecurityEvent } from '#app/access/security-log.server.ts'
import { changeSeat, findChampion, getSeat } from '#app/access/steps/seats.server.ts'
import { defineCommand } from '#app/runner/command.ts'

/** Hands the champion's role to another participant; who had it stays as contributor. There is one champion at any moment. */
export const handOnChampion = defineCommand({
  name: 'hand-on-champion',
  scope: 'plan',
  input: participantInput,
  async run({ trx, actor, workspaceId, row, input: { participantId }, now, record }) {
    const next = await getSeat(trx, workspaceId, row.id, participantId)
    const before = await findChampion(trx, workspaceId, row.id)
    if (before?.participantId === participantId) return { participantId }
    const seat = { workspaceId, planId: row.id }
    if (before) await changeSeat(trx, { ...seat, participantId: before.participantId }, { role: 'contributor' })
    await changeSeat(trx, { ...seat, participantId }, { role: 'champion' })
    await record({
      event: 'champion handed on',
      subjectId: participantId,
      subject: next.name,
      changes: { champion: { before: before?.name ?? null, after: next.name } },
    })
    const note = (person: { id: string; name: string }, was: string, is: string) => {
      const detail = { by: actor.name, planId: row.id, before: was, after: is }
      return writeSecurityEvent(trx, workspaceId, { kind: 'role changed', person, detail }, now)
    }
    if (before) await note({ id: before.participantId, name: before.name }, 'champion', 'contributor')
    await note({ id: participantId, name: next.name }, next.role, 'champion')
    return { participantId }
  },
})
