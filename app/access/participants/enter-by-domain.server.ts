import { findPlanOpenToDomain } from './find-plan-open-to-domain.server.ts'
import { domainOf } from '../mail-domains.ts'
import { participantInput } from '../model.ts'
import { writeSecurityEvent } from '../security-log/write-security-event.server.ts'
import { tellChampion } from './tell-champion.server.ts'
import { nameFromAddress } from '#app/kit/name-from-address.ts'
import { defineCommand } from '#app/runner/command.ts'
import { Refusal, notFound } from '#app/runner/refusal.ts'
import { readableAddress } from '#app/kit/readable-address.server.ts'
import { refuseFullPlan } from './refuse-full-plan.server.ts'
import { closedToAddress } from './entry-domain-words.ts'

/**
 * Adds a person from a domain that the plan names, as a viewer. The champion is told at once, and accepts them where the
 * vendor named the domain. Only the holder of the link can give this command.
 */
export const enterByDomain = defineCommand({
  name: 'enter-by-domain',
  scope: 'plan',
  input: participantInput,
  async run(context) {
    const { trx, actor, workspaceId, row, input, now, record } = context
    const { participantId } = input
    if (actor.kind !== 'link' || actor.id !== participantId) throw notFound()
    const { email } = await trx
      .selectFrom('participant')
      .select('email')
      .where('workspaceId', '=', workspaceId)
      .where('id', '=', participantId)
      .executeTakeFirstOrThrow()
    const openPlan = await findPlanOpenToDomain(trx, workspaceId, row.id, email)
    if (!openPlan) throw new Refusal(403, closedToAddress)
    const name = nameFromAddress(email)
    const acceptedAt = row.vouchedDomains.includes(domainOf(email)) ? now : null
    await trx
      .insertInto('planParticipant')
      .values({
        workspaceId,
        planId: row.id,
        participantId,
        name,
        role: 'viewer',
        invitedAt: now,
        joinedAt: now,
        acceptedAt,
        cameBy: 'domain',
      })
      .execute()
    await refuseFullPlan(trx, { workspaceId, planId: row.id }, 'domain')
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
    await tellChampion(context, (told) => ({
      kind: 'colleague-came',
      facts: { ...told, colleague: name, email: readableAddress(email), waits: acceptedAt === null },
    }))
    return { participantId }
  },
})
