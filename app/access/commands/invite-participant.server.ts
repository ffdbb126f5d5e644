import type { z } from 'zod'
import type { WorkspaceTransaction } from '#db/workspace.ts'
import { inviteInput } from '#app/access/model.ts'
import { writeSecurityEvent } from '#app/access/security-log.server.ts'
import { findOrMakeParticipant, findVendorOf } from '#app/access/steps/participants.server.ts'
import { findChampion } from '#app/access/steps/seats.server.ts'
import { tellChampion } from '#app/access/steps/tell-champion.server.ts'
import { type CommandContext, defineCommand } from '#app/runner/command.ts'
import { fault } from '#app/runner/refusal.ts'

type Context = CommandContext<z.infer<typeof inviteInput>, 'plan'>

/**
 * Brings a person of the customer to a plan, by an email with a link of their own. Somebody who takes part already gets a fresh
 * link, and the role that was chosen now. Whom the champion invites is accepted by that; whom the vendor invites, but for the first
 * champion, sees shared things only until the champion accepts them.
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
    const { email } = input
    const known = { workspaceId, accountId: row.accountId, email, name: input.name }
    const { id } = await findOrMakeParticipant(trx, known, now)
    const before = await findSeat(trx, workspaceId, row.id, id)
    const seated = before && !before.removedAt ? before : undefined
    // Who has come keeps the name that the plan knows; what another plan calls them is told to nobody here.
    const name = seated?.joinedAt ? seated.name : input.name
    await refuseSecondChampion(context, id, seated)
    const acceptedAt = acceptedFrom(context, seated)
    await seat(context, id, { name, seated, acceptedAt })

    await record({
      event: seated ? 'invitation sent again' : 'participant invited',
      subjectId: id,
      subject: name,
      changes: { role: { before: seated?.role ?? null, after: input.role } },
    })
    const person = { id, name }
    const detail = { by: actor.name, planId: row.id, role: input.role }
    await writeSecurityEvent(trx, workspaceId, { kind: 'invited', person, detail }, now)
    if (!seated || seated.role !== input.role)
      await tellChampion(context, (told) =>
        seated
          ? {
              kind: 'participant-changed',
              facts: { ...told, person: name, email, by: actor.name, before: seated.role, after: input.role },
            }
          : {
              kind: 'participant-added',
              facts: { ...told, person: name, email, by: actor.name, role: input.role, waits: acceptedAt === null },
            },
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
        name,
        account: account.name,
        project: row.project,
        participantRole: input.role,
        liveOn: row.criticalDate,
        winStatement: row.winStatement,
        firstStep: null,
      },
      to: { participantId: id, address: email },
      planId: row.id,
      link: { kind: 'invitation', planId: row.id },
    })
    return { participantId: id }
  },
})

type Before = { name: string; role: string; acceptedAt: Date | null; joinedAt: Date | null; removedAt: Date | null }

const findSeat = (
  trx: WorkspaceTransaction,
  workspaceId: string,
  planId: string,
  participantId: string,
): Promise<Before | undefined> =>
  trx
    .selectFrom('planParticipant')
    .select(['name', 'role', 'acceptedAt', 'joinedAt', 'removedAt'])
    .where('workspaceId', '=', workspaceId)
    .where('planId', '=', planId)
    .where('participantId', '=', participantId)
    .executeTakeFirst()

async function refuseSecondChampion(
  { trx, workspaceId, row, input }: Context,
  participantId: string,
  seated: Before | undefined,
) {
  const champion = await findChampion(trx, workspaceId, row.id)
  if (input.role === 'champion' && champion && champion.participantId !== participantId)
    throw fault('role', `${champion.name} is the champion. A plan has one; the champion hands the role on.`)
  if (seated?.role === 'champion' && input.role !== 'champion')
    throw fault('role', 'This is the champion. Hand the role on first.')
}

/** From when the person counts as one of the customer's; null while they wait for the champion. */
function acceptedFrom({ standings, row, input, now }: Context, seated: Before | undefined): Date | null {
  if (seated?.acceptedAt) return seated.acceptedAt
  const isFirstChampion = input.role === 'champion' && row.championJoinedAt === null
  return standings.has('champion') || isFirstChampion ? now : null
}

async function seat(
  { trx, actor, workspaceId, row, input, now }: Context,
  participantId: string,
  { name, seated, acceptedAt }: { name: string; seated: Before | undefined; acceptedAt: Date | null },
) {
  const chosen = { role: input.role, name, acceptedAt }
  const invited = {
    invitedAt: now,
    invitedByMemberId: actor.kind === 'member' ? actor.id : null,
    invitedByParticipantId: actor.kind === 'participant' ? actor.id : null,
    joinedAt: null,
    removedAt: null,
    mayConfirm: false,
    cameBy: 'invitation',
  }
  await trx
    .insertInto('planParticipant')
    .values({ workspaceId, planId: row.id, participantId, ...chosen, ...invited })
    .onConflict((conflict) =>
      conflict
        .columns(['workspaceId', 'planId', 'participantId'])
        .doUpdateSet(seated ? chosen : { ...chosen, ...invited }),
    )
    .execute()
}
