import type { WorkspaceReading } from '#db/reading.ts'
import type { WorkspaceTransaction } from '#db/workspace.ts'
import type { Parts } from '#app/kit/parts.ts'
import { nameFromAddress } from '#app/kit/name-from-address.ts'
import { day } from '#app/kit/durations.ts'
import { writeNotice } from '#app/outbox/outbox.server.ts'
import { maySend } from '../core/count-against-limit.server.ts'
import { writeSecurityEvent } from '../security-log/write-security-event.server.ts'
import { findOrMakeParticipant } from '../participants/find-participant.server.ts'
import { type LinkSent, findWorkingLink } from './find-working-link.server.ts'
import { findPlanOpenToDomain } from '../participants/find-plan-open-to-domain.server.ts'

/** A network from which a participant of a plan signed in so lately is one that its people use. */
const networkKnownFor = 90 * day

/**
 * Whether no one here knows who asks: nothing was ever sent to the address, and none of the plan's participants signed in from the
 * network.
 */
async function isStranger(
  trx: WorkspaceReading,
  { workspaceId, planId, email, network }: { workspaceId: string; planId: string; email: string; network: string },
  now: Date,
): Promise<boolean> {
  const known = await trx
    .selectFrom('participant')
    .select('id')
    .where('workspaceId', '=', workspaceId)
    .where('email', '=', email)
    .executeTakeFirst()
  if (known) return false
  const signIn = await trx
    .selectFrom('securityEvent')
    .select('id')
    .where('workspaceId', '=', workspaceId)
    .where('kind', '=', 'signed in')
    .where('network', '=', network)
    .where('at', '>', new Date(now.getTime() - networkKnownFor))
    .where('personId', 'in', (where) =>
      where
        .selectFrom('planParticipant')
        .select('participantId')
        .where('planParticipant.workspaceId', '=', workspaceId)
        .where('planId', '=', planId)
        .where('joinedAt', 'is not', null)
        .where('removedAt', 'is', null),
    )
    .executeTakeFirst()
  return signIn === undefined
}

type Entering = { workspaceId: string; planId: string; email: string; next: string }

/**
 * Mails a link that lets an address into a plan by its domain, if the plan allows that. The person is written down, but takes part
 * only from *Continue* on.
 * @param entering `network`: where it was asked for; none where the sender holds a link that was mailed to the address
 * @returns what came of it; undefined where the plan does not let the address in
 */
export async function offerEntryByDomain(
  parts: Parts,
  trx: WorkspaceTransaction,
  { workspaceId, planId, email, next, network }: Entering & { network: string | undefined },
): Promise<LinkSent | undefined> {
  const openPlan = await findPlanOpenToDomain(trx, workspaceId, planId, email)
  if (!openPlan) return undefined
  const now = parts.clock.now()
  const isNew = network !== undefined && (await isStranger(trx, { workspaceId, planId, email, network }, now))
  if (isNew && !(await maySend(parts, 'stranger entering a plan', planId))) return { status: 'sent' }
  const wanted = { workspaceId, accountId: openPlan.accountId, email, name: nameFromAddress(email) }
  const { id } = await findOrMakeParticipant(trx, wanted, now)
  const at = await findWorkingLink(parts, trx, workspaceId, { participantId: id })
  if (at) return { status: 'still works', at }
  const person = { id, name: wanted.name }
  await writeSecurityEvent(trx, workspaceId, { kind: 'link sent', person, detail: { by: 'domain', planId } }, now)
  await writeNotice(
    parts,
    trx,
    workspaceId,
    {
      kind: 'sign-in',
      facts: { workspace: openPlan.workspace, name: person.name },
      to: { participantId: person.id, address: email },
      planId,
      link: { kind: 'entry', planId, next },
    },
    now,
  )
  return { status: 'sent' }
}
