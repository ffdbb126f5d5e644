import { findOpenDoor } from '#app/access/domain-entry.server.ts'
import { participantInput } from '#app/access/model.ts'
import { writeSecurityEvent } from '#app/access/security-log.server.ts'
import { findChampion } from '#app/access/steps/seats.server.ts'
import { defineCommand } from '#app/runner/command.ts'
import { Refusal, notFound } from '#app/runner/refusal.ts'

/** Somebody of a domain that the plan names comes in, to read along; the champion hears of it. Given by who holds the link alone. */
export const enterByDomain = defineCommand({
  name: 'enter-by-domain',
  scope: 'plan',
  input: participantInput,
  async run({ trx, actor, workspaceId, row, input: { participantId }, now, record, notify }) {
    if (actor.kind !== 'link' || actor.id !== participantId) throw notFound()
    const { name, email } = await trx
      .selectFrom('participant')
      .select(['name', 'email'])
      .where('workspaceId', '=', workspaceId)
      .where('id', '=', participantId)
      .executeTakeFirstOrThrow()
    const door = await findOpenDoor(trx, workspaceId, row.id, email)
    if (!door) throw new Refusal(403, 'This plan is not open to this address any more.')
    await trx
      .insertInto('planParticipant')
      .values({
        workspaceId,
        planId: row.id,
        participantId,
        role: 'viewer',
        invitedAt: now,
        joinedAt: now,
        cameBy: 'domain',
      })
      .execute()
    await record({
      event: 'participant came by domain',
      subjectId: participantId,
      subject: name,
      changes: { role: { before: null, after: 'viewer' } },
    })
    await writeSecurityEvent(
      trx,
      workspaceId,
      { kind: 'came by domain', person: { id: participantId, name }, detail: { planId: row.id } },
      now,
    )
    const champion = await findChampion(trx, workspaceId, row.id)
    if (champion)
      await notify({
        kind: 'colleague-came',
        facts: { workspace: door.workspace, name: champion.name, project: row.project, colleague: name, email },
        to: { participantId: champion.participantId, address: champion.email },
        planId: row.id,
        daily: true,
        link: { kind: 'return', planId: row.id, next: `/plans/${row.id}/invite` },
      })
    return { participantId }
  },
})
