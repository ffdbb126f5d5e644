import type { z } from 'zod'
import type { WorkspaceTransaction } from '#db/workspace.ts'
import { inviteInput } from '#app/access/model.ts'
import { writeSecurityEvent } from '#app/access/security-log.server.ts'
import { findOrMakeParticipant, findVendorOf } from '#app/access/steps/participants.server.ts'
import { findChampion } from '#app/access/steps/seats.server.ts'
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
    const { workspace, isVendor } = await findVendorOf(trx, workspaceId, input.email)
    if (isVendor)
      throw fault('email', `This is an address of ${workspace}. Only the customer’s people are invited here.`)
    const { name, email } = input
    const participant = await findOrMakeParticipant(trx, { workspaceId, accountId: row.accountId, email, name }, now)
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
        ...(before?.removedAt ? { invitedAt: now, joinedAt: null, mayConfirm: false, cameBy: 'invitation' } : {}),
      }),
    )
    .execute()
}
