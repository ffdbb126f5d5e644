import type { z } from 'zod'
import type { WorkspaceTransaction } from '#db/workspace.ts'
import { type inviteInput, invitedPeople } from '../model.ts'
import { noteChampionJoined } from '../core/take-seat.server.ts'
import { writeSecurityEvent } from '../security-log/write-security-event.server.ts'
import { findOrMakeParticipant, findVendorsAmong } from './find-participant.server.ts'
import { findChampion, hasActed } from './seats.server.ts'
import { retryBounced } from '#app/outbox/blocked-address.server.ts'
import { tellChampion } from './tell-champion.server.ts'
import type { CommandContext } from '#app/runner/command.ts'
import { fieldRefusal } from '#app/runner/refusal.ts'
import { readableAddress } from '#app/kit/readable-address.server.ts'
import { refuseFullPlan } from './refuse-full-plan.server.ts'
import { participantRefusals } from './participant-words.ts'

type Context = CommandContext<z.infer<typeof inviteInput>, 'plan'>

/**
 * Brings participants to a plan within a command's transaction, each by an email with a link of their own; all of them or, where one cannot
 * be invited, none. @returns their ids, in the order of the input
 */
export async function invitePeople(context: Context): Promise<string[]> {
  const people = invitedPeople(context.input)
  const workspace = await refuseVendors(context, people)
  const champion = await findChampion(context.trx, context.workspaceId, context.row.id)
  const account = await context.trx
    .selectFrom('account')
    .select('name')
    .where('workspaceId', '=', context.workspaceId)
    .where('id', '=', context.row.accountId)
    .executeTakeFirstOrThrow()
  const from = await findInviter(context, account.name)
  const invited: Invited[] = []
  // At most `bounds.invitations`; each writes a person, a seat, an event, a link and an email of its own.
  for (const person of people)
    invited.push(await invite(context, person, { workspace, account: account.name, champion, from }))
  await tellOfAdded(context, invited)
  await refuseFullPlan(context.trx, { workspaceId: context.workspaceId, planId: context.row.id }, 'invitation')
  return invited.map(({ id }) => id)
}

/** @returns the vendor's name. @throws Refusal 422 naming every address that is the vendor's */
async function refuseVendors({ trx, workspaceId }: Context, people: readonly { email: string }[]): Promise<string> {
  const emails = people.map(({ email }) => email)
  const { workspace, vendors } = await findVendorsAmong(trx, workspaceId, emails)
  if (vendors.length === 0) return workspace
  throw fieldRefusal(
    'email',
    emails.length === 1
      ? participantRefusals.oneOfVendor(workspace)
      : participantRefusals.ofVendor(vendors.map(readableAddress), workspace),
  )
}

/** How the inviter signs. */
type Inviter = { title: string | null; company: string }

/** Who invites, with company and job title; a participant's title from another customer is not shown here. */
async function findInviter({ trx, actor, workspaceId, row }: Context, account: string): Promise<Inviter> {
  if (actor.kind === 'participant') {
    const { jobTitle, accountId } = await trx
      .selectFrom('participant')
      .select(['jobTitle', 'accountId'])
      .where('workspaceId', '=', workspaceId)
      .where('id', '=', actor.id)
      .executeTakeFirstOrThrow()
    return { title: accountId === row.accountId ? jobTitle : null, company: account }
  }
  if (actor.kind === 'member')
    return trx
      .selectFrom('member')
      .innerJoin('workspace', 'workspace.workspaceId', 'member.workspaceId')
      .select(['member.jobTitle as title', 'workspace.name as company'])
      .where('member.workspaceId', '=', workspaceId)
      .where('member.id', '=', actor.id)
      .executeTakeFirstOrThrow()
  throw new Error('Only people can send invitations.')
}

type Around = {
  workspace: string
  account: string
  champion: { participantId: string; name: string } | undefined
  from: Inviter
}

/** `waits`: whether someone who was added waits for the champion; undefined for someone who took part already. */
type Invited = { id: string; name: string; email: string; waits: boolean | undefined }

/**
 * Tells the champion in one email about everyone that a form added, and in another about those who still need to be accepted.
 */
async function tellOfAdded(context: Context, invited: readonly Invited[]) {
  for (const waits of [true, false]) {
    const [first, ...others] = invited
      .filter((it) => it.waits === waits)
      .map(({ name, email }) => ({ person: name, email: readableAddress(email) }))
    if (first)
      await tellChampion(context, (told) => ({
        kind: 'participant-added',
        facts: { ...told, ...first, others, by: context.actor.name, role: context.input.role, waits },
      }))
  }
}

async function invite(
  context: Context,
  { email, name: typed }: { email: string; name: string },
  { workspace, account, champion, from }: Around,
): Promise<Invited> {
  const { trx, actor, workspaceId, row, input, now, record, notify } = context
  const known = { workspaceId, accountId: row.accountId, email, name: typed }
  const { id } = await findOrMakeParticipant(trx, known, now)
  await retryBounced(trx, { workspaceId, address: email })
  const before = await findSeat(trx, workspaceId, row.id, id)
  const seated = before && !before.removedAt ? before : undefined
  // A person who has joined, or ever did anything here, keeps the name that the plan knows: it stands beside what they did, a
  // confirmed win too. What another plan calls them is never shown here.
  const isKnown =
    before && (before.joinedAt ?? (await hasActed(trx, { workspaceId, planId: row.id, participantId: id })))
  const name = isKnown ? before.name : typed
  refuseChampion(context, champion, id, seated)
  const acceptedAt = acceptedFrom(context, seated)
  await seat(context, id, { name, seated, acceptedAt })
  if (input.role === 'champion' && seated?.joinedAt) await noteChampionJoined(trx, workspaceId, row.id, now)

  await record({
    event: seated ? 'invitation sent again' : 'participant invited',
    subjectId: id,
    subject: name,
    changes: { role: { before: seated?.role ?? null, after: input.role } },
  })
  const person = { id, name }
  const detail = { by: actor.name, planId: row.id, role: input.role }
  await writeSecurityEvent(trx, workspaceId, { kind: 'invited', person, detail }, now)
  if (seated && seated.role !== input.role)
    await tellChampion(context, (told) => ({
      kind: 'participant-changed',
      facts: {
        ...told,
        person: name,
        email: readableAddress(email),
        by: actor.name,
        before: seated.role,
        after: input.role,
        // There was no champion before (`refuseChampion`): who leads now is this person.
        ...(input.role === 'champion' && { isReader: true }),
      },
    }))
  await notify({
    kind: 'invitation',
    facts: {
      workspace,
      inviter: actor.name,
      inviterTitle: from.title,
      inviterCompany: from.company,
      personalLine: input.personalLine,
      name,
      account,
      project: row.project,
      participantRole: input.role,
      liveOn: row.criticalDate,
      winStatement: row.winStatement,
      firstTask: null,
    },
    to: { participantId: id, address: email },
    planId: row.id,
    link: { kind: 'invitation', planId: row.id },
  })
  return { id, name, email, waits: seated ? undefined : acceptedAt === null }
}

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

function refuseChampion(
  { input, row }: Context,
  champion: Around['champion'],
  participantId: string,
  seated: Before | undefined,
) {
  if (input.role === 'champion' && champion && champion.participantId !== participantId)
    throw fieldRefusal('role', participantRefusals.hasChampion(champion.name))
  // Who leads once a champion has come, the customer decides, though that one has left.
  if (input.role === 'champion' && !champion && row.championJoinedAt)
    throw fieldRefusal('role', participantRefusals.championHasLeft)
  if (seated?.role === 'champion' && input.role !== 'champion')
    throw fieldRefusal('role', participantRefusals.staysChampion(seated.name))
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
