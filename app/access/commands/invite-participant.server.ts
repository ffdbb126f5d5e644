import type { z } from 'zod'
import type { WorkspaceTransaction } from '#db/workspace.ts'
import { rememberAddress } from '#app/access/directory.server.ts'
import { inviteInput, isOfDomains } from '#app/access/model.ts'
import { writeSecurityEvent } from '#app/access/security-log.server.ts'
import { findChampion } from '#app/access/steps/seats.server.ts'
import { newId } from '#app/kit/ids.ts'
import { type CommandContext, defineCommand } from '#app/runner/command.ts'
import { fault } from '#app/runner/refusal.ts'

type Context = CommandContext<z.infer<typeof inviteInput>, 'plan'>

/**
 * Brings a person of the customer to a plan, by an email with a link of their own. Somebody who takes part already gets a fresh
 * link, and the role that was chosen now.
 */
export const inviteParticipant = defineCommand({
  name: 'invite-participant',
  scope: 'plan',
  input: inviteInput,
  async run(context) {
    const { trx, actor, workspaceId, row, input, now, record, notify } = context
    const workspace = await refuseVendor(context)
    const participant = await findOrMake(context)
    const before = await findSeat(trx, workspaceId, row.id, participant.id)
    await refuseSecondChampion(context, participant.id, before)
    await seat(context, participant.id, before)

    await record({
      event: before && !before.removedAt ? 'invitation sent again' : 'participant invited',
      subjectId: participant.id,
      subject: participant.name,
      changes: { role: { before: before && !before.removedAt ? before.role : null, after: input.role } },
    })
    await writeSecurityEvent(
      trx,
      workspaceId,
      { kind: 'invited', person: participant, detail: { by: actor.name, planId: row.id, role: input.role } },
      now,
    )
    const account = await trx
      .selectFrom('account')
      .select('name')
      .where('workspaceId', '=', workspaceId)
      .where('id', '=', row.accountId)
      .executeTakeFirstOrThrow()
    await notify({
      kind: 'invitation',
      facts: {
        workspace,
        inviter: actor.name,
        name: participant.name,
        account: account.name,
        project: row.project,
        participantRole: input.role,
        liveOn: row.criticalDate,
        winStatement: row.winStatement,
        firstStep: null,
      },
      to: { participantId: participant.id, address: input.email },
      planId: row.id,
      link: { kind: 'invitation', planId: row.id },
    })
    return { participantId: participant.id }
  },
})

/** Addresses of the vendor take no part on the customer's side. @returns the workspace's name */
async function refuseVendor({ trx, workspaceId, input }: Context): Promise<string> {
  const workspace = await trx
    .selectFrom('workspace')
    .select(['name', 'domains'])
    .where('workspaceId', '=', workspaceId)
    .executeTakeFirstOrThrow()
  const member = await trx
    .selectFrom('member')
    .select('id')
    .where('workspaceId', '=', workspaceId)
    .where('email', '=', input.email)
    .executeTakeFirst()
  if (member || isOfDomains(input.email, workspace.domains))
    throw fault('email', `This is an address of ${workspace.name}. Only the customer’s people are invited here.`)
  return workspace.name
}

async function findOrMake({ trx, workspaceId, row, input, now }: Context): Promise<{ id: string; name: string }> {
  await rememberAddress(trx, workspaceId, input.email)
  const known = await trx
    .selectFrom('participant')
    .select(['id', 'name'])
    .where('workspaceId', '=', workspaceId)
    .where('email', '=', input.email)
    .executeTakeFirst()
  if (known) return known
  const made = { id: newId(), name: input.name }
  await trx
    .insertInto('participant')
    .values({ workspaceId, ...made, accountId: row.accountId, email: input.email, createdAt: now })
    .execute()
  return made
}

type Seat = { role: string; removedAt: Date | null }

const findSeat = (
  trx: WorkspaceTransaction,
  workspaceId: string,
  planId: string,
  participantId: string,
): Promise<Seat | undefined> =>
  trx
    .selectFrom('planParticipant')
    .select(['role', 'removedAt'])
    .where('workspaceId', '=', workspaceId)
    .where('planId', '=', planId)
    .where('participantId', '=', participantId)
    .executeTakeFirst()

async function refuseSecondChampion(
  { trx, workspaceId, row, input }: Context,
  participantId: string,
  before: Seat | undefined,
) {
  const champion = await findChampion(trx, workspaceId, row.id)
  if (input.role === 'champion' && champion && champion.participantId !== participantId)
    throw fault('role', `${champion.name} is the champion. A plan has one; the champion hands the role on.`)
  if (before && !before.removedAt && before.role === 'champion' && input.role !== 'champion')
    throw fault('role', 'This is the champion. Hand the role on first.')
}

async function seat({ trx, workspaceId, row, input, now }: Context, participantId: string, before: Seat | undefined) {
  const { role } = input
  await trx
    .insertInto('planParticipant')
    .values({ workspaceId, planId: row.id, participantId, role, invitedAt: now })
    .onConflict((conflict) =>
      conflict.columns(['workspaceId', 'planId', 'participantId']).doUpdateSet({
        role,
        removedAt: null,
        ...(before?.removedAt ? { invitedAt: now, joinedAt: null, mayConfirm: false } : {}),
      }),
    )
    .execute()
}
