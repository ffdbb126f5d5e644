import type { Selectable } from 'kysely'
import type { Notice } from '#db/schema.ts'
import type { WorkspaceTransaction } from '#db/workspace.ts'
import type { Environment } from '#app/kit/environment.server.ts'
import { shownName } from '#app/kit/plain-text.ts'
import type { KeptMessage } from './kept-message.ts'
import type { NoticeSender, StoredNotice } from '#app/outbox/notice-kinds.ts'
import { viaWords } from './sending-words.ts'

export type Sender = Pick<KeptMessage, 'from' | 'replyTo'>

/** No one writes these; they come from the workspace. */
const impersonal = ['daily', 'sign-in', 'sign-in-code', 'security-notice']

/** Mail programs show some sixty letters; a longer name would hide the company. */
const longestShown = 60

/** The address of EMAIL_FROM, which may stand behind a name. */
export const addressIn = (emailFrom: string): string => /<([^<>]+)>\s*$/.exec(emailFrom)?.[1] ?? emailFrom.trim()

/**
 * The sender's name and address as a header holds them: a quoted string (RFC 5322, 3.2.4), in which no name can end the header, add an
 * address or stand for another sender. The mail service encodes what is not ASCII (RFC 2047).
 * @param emailFrom EMAIL_FROM: an address, alone or behind a name
 */
export function fromHeader(names: readonly string[], emailFrom: string): string {
  const plain = names.map((name) => shownName(name, longestShown).replace(/[<>\p{C}]/gu, ''))
  const shown = viaWords(plain).replace(/["\\]/g, '\\$&')
  return `"${shown}" <${addressIn(emailFrom)}>`
}

type Person = { name: string; company: string; email: string }

/**
 * Who an email is from: the person who acted, else the workspace; and who reads answers: that person, the plan's lead, or another member.
 * An answer never goes to EMAIL_FROM, which no one reads: that of a workspace's only person comes back to them.
 */
export async function findSender(
  { emailFrom }: Pick<Environment, 'emailFrom'>,
  trx: WorkspaceTransaction,
  notice: Selectable<Notice>,
  told: StoredNotice,
): Promise<Sender> {
  const { workspaceId, toAddress } = notice
  const { name: workspace } = await trx
    .selectFrom('workspace')
    .select('name')
    .where('workspaceId', '=', workspaceId)
    .executeTakeFirstOrThrow()
  const acted = await findActor(trx, notice, told, workspace)
  if (acted && acted.email !== toAddress)
    return { from: fromHeader([acted.name, acted.company], emailFrom), replyTo: acted.email }
  return { from: fromHeader([workspace], emailFrom), replyTo: await findReader(trx, notice, told) }
}

async function findActor(
  trx: WorkspaceTransaction,
  { workspaceId, planId }: Selectable<Notice>,
  { kind, facts: { sender } }: StoredNotice,
  workspace: string,
): Promise<Person | undefined> {
  if (!sender || impersonal.includes(kind)) return undefined
  if (sender.kind === 'member') return findMember(trx, workspaceId, sender, workspace)
  return planId === null ? undefined : findParticipant(trx, { workspaceId, planId, participantId: sender.id })
}

/** Someone who takes part in a plan, as that plan and its customer name them: one person may take part in those of two customers. */
const findParticipant = (
  trx: WorkspaceTransaction,
  { workspaceId, planId, participantId }: { workspaceId: string; planId: string; participantId: string },
): Promise<Person | undefined> =>
  trx
    .selectFrom('planParticipant')
    .innerJoin('participant', (join) =>
      join
        .onRef('participant.workspaceId', '=', 'planParticipant.workspaceId')
        .onRef('participant.id', '=', 'planParticipant.participantId'),
    )
    .innerJoin('plan', (join) =>
      join
        .onRef('plan.workspaceId', '=', 'planParticipant.workspaceId')
        .onRef('plan.id', '=', 'planParticipant.planId'),
    )
    .innerJoin('account', (join) =>
      join.onRef('account.workspaceId', '=', 'plan.workspaceId').onRef('account.id', '=', 'plan.accountId'),
    )
    .select(['planParticipant.name', 'account.name as company', 'participant.email'])
    .where('planParticipant.workspaceId', '=', workspaceId)
    .where('planParticipant.planId', '=', planId)
    .where('planParticipant.participantId', '=', participantId)
    .where('planParticipant.removedAt', 'is', null)
    .executeTakeFirst()

async function findMember(
  trx: WorkspaceTransaction,
  workspaceId: string,
  { id }: NoticeSender,
  company: string,
): Promise<Person | undefined> {
  const member = await trx
    .selectFrom('member')
    .select(['name', 'email'])
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', id)
    .where('removedAt', 'is', null)
    .executeTakeFirst()
  return member && { ...member, company }
}

/** The lead of the email's plan, else the first admin, else any member; the reader only where there is no one else. */
async function findReader(
  trx: WorkspaceTransaction,
  { workspaceId, planId, toAddress }: Selectable<Notice>,
  told: StoredNotice,
): Promise<string> {
  // A day's email is about the plan that it starts with.
  const about = told.kind === 'daily' ? told.facts.plans[0].planId : planId
  const members = await trx
    .selectFrom('member')
    .leftJoin('plan', (join) =>
      join
        .onRef('plan.workspaceId', '=', 'member.workspaceId')
        .onRef('plan.leadId', '=', 'member.id')
        .on('plan.id', '=', about),
    )
    .select(['member.email', 'member.roles', 'plan.id as leads'])
    .where('member.workspaceId', '=', workspaceId)
    .where('member.removedAt', 'is', null)
    .where('member.email', '<>', toAddress)
    .orderBy('member.createdAt')
    .execute()
  const reader =
    members.find(({ leads }) => leads !== null) ?? members.find(({ roles }) => roles.includes('admin')) ?? members[0]
  return reader?.email ?? toAddress
}
