import { type SqlBool, sql } from 'kysely'
import { fromKysely } from 'pg-boss'
import type { WorkspaceTransaction } from '#db/workspace.ts'
import { newId } from '#app/kit/ids.ts'
import type { Parts } from '#app/kit/parts.ts'
import { type NewLink, issueLink } from './link-token.server.ts'
import { linkLifetimeWords } from './link-lifetime-words.ts'
import { type NewNoticeFacts, type NoticeKind, type NoticeSender, readNotice } from './notice-kinds.ts'
import { waitsForDailyEmail } from './when-told.ts'

type Recipient = { memberId: string; participantId?: never } | { participantId: string; memberId?: never }

/** What a person must be told. Its email is rendered later, by a job, from the facts kept here. */
export type NewNotice = NewNoticeFacts & {
  to: Recipient & { address: string }
  planId: string | null
  /**
   * A single-use link of its own (every email to a participant carries one), `next` being the path that it leads to; or the path of a
   * page for people who sign in by themselves.
   */
  link: (Omit<NewLink, 'memberId' | 'participantId'> & { next?: string | undefined }) | { path: string }
  /** Who acted: the email comes from them, and answers go to them. */
  sender?: NoticeSender | undefined
}

/**
 * Writes a notice, its link and the job that sends it, within the transaction of the change that caused it.
 * @returns its id
 * @throws Error for facts that no email could be made of
 */
export async function writeNotice(
  parts: Pick<Parts, 'boss' | 'environment'>,
  trx: WorkspaceTransaction,
  workspaceId: string,
  notice: NewNotice,
  now: Date,
): Promise<string> {
  const { to, planId, kind, facts, link, sender } = notice
  const { address, ...person } = to
  const linkTokenId =
    'kind' in link ? await issueLink(parts.environment, trx, workspaceId, { ...link, ...person }, now) : null
  const validFor = 'kind' in link ? { validFor: linkLifetimeWords(link.kind, parts.environment) } : {}
  const stored = JSON.stringify({ ...facts, ...validFor, ...(sender ? { sender } : {}) })
  const { fault } = readNotice({ kind, facts: JSON.parse(stored) })
  if (fault !== undefined) throw new Error(`This notice of ${kind} could not be read: ${fault}`)
  const id = newId()
  const daily = waitsForDailyEmail(notice)
  await trx
    .insertInto('notice')
    .values({
      workspaceId,
      id,
      kind,
      planId,
      memberId: person.memberId ?? null,
      participantId: person.participantId ?? null,
      toAddress: address,
      facts: stored,
      path: 'path' in link ? link.path : (link.next ?? null),
      linkTokenId,
      daily,
      createdAt: now,
    })
    .execute()
  if (!daily) await queueNotice(parts, trx, workspaceId, { id, kind })
  return id
}

/** The job that sends a waiting notice, in the same transaction. */
export async function queueNotice(
  { boss }: Pick<Parts, 'boss'>,
  trx: WorkspaceTransaction,
  workspaceId: string,
  notice: { id: string; kind: string },
): Promise<void> {
  const { data, priority } = jobOfNotice(workspaceId, notice)
  await boss.send('send-notice', data, { db: fromKysely(trx), priority })
}

/** The job that sends a notice. Someone is waiting at their mailbox for a link or code to sign in with, so these go first. */
export const jobOfNotice = (workspaceId: string, { id, kind }: { id: string; kind: string }) => ({
  data: { workspaceId, noticeId: id },
  priority: kind === 'sign-in' || kind === 'sign-in-code' ? 1 : 0,
})

/** Drops emails that have not left to someone who was taken off the plan, or, without one, out of the workspace. */
export async function dropNotices(
  trx: WorkspaceTransaction,
  workspaceId: string,
  person: Recipient,
  planId?: string,
): Promise<void> {
  let waiting = trx
    .updateTable('notice')
    .set({ state: 'unwanted' })
    .where('workspaceId', '=', workspaceId)
    .where('state', '=', 'waiting')
    .where((where) =>
      person.memberId === undefined
        ? where('participantId', '=', person.participantId)
        : where('memberId', '=', person.memberId),
    )
  if (planId !== undefined) waiting = waiting.where('planId', '=', planId)
  await waiting.execute()
}

/** Sends what a person has not been sent yet to the address that they have now. What was tried already keeps its own, with its text. */
export async function sendElsewhere(
  trx: WorkspaceTransaction,
  workspaceId: string,
  { memberId }: { memberId: string },
  address: string,
): Promise<void> {
  await trx
    .updateTable('notice')
    .set({ toAddress: address })
    .where('workspaceId', '=', workspaceId)
    .where('memberId', '=', memberId)
    .where('state', '=', 'waiting')
    .where('firstTriedAt', 'is', null)
    .execute()
}

/** Notices of these kinds about a plan; of one side's readers alone, or with these facts alone, where they are named. */
type Recalled = {
  workspaceId: string
  planId: string
  kinds: readonly NoticeKind[]
  reader?: 'vendor' | 'customer'
  facts?: Readonly<Record<string, string>>
}

/** Cancels notices that were not tried yet, because what they say is no longer true. @returns how many */
export async function recallUntried(
  trx: WorkspaceTransaction,
  { workspaceId, planId, kinds, reader, facts }: Recalled,
): Promise<number> {
  const recalled = await recall(trx, { workspaceId, planId })
    .where('kind', 'in', kinds)
    .$if(reader !== undefined, (query) =>
      query.where(reader === 'vendor' ? 'memberId' : 'participantId', 'is not', null),
    )
    .$if(facts !== undefined, (query) => query.where(sql<SqlBool>`facts @> ${JSON.stringify(facts)}::jsonb`))
    .returning('id')
    .execute()
  return recalled.length
}

/** Whether a notice with these facts was cancelled before anyone tried to send it, by `recallUntried` or since its reader's access ended. */
export async function wasNeverSent(
  trx: WorkspaceTransaction,
  { workspaceId, planId }: { workspaceId: string; planId: string },
  { kinds, facts }: Required<Pick<Recalled, 'kinds' | 'facts'>>,
): Promise<boolean> {
  const found = await trx
    .selectFrom('notice')
    .select('id')
    .where('workspaceId', '=', workspaceId)
    .where('planId', '=', planId)
    .where('kind', 'in', kinds)
    .where('state', '=', 'unwanted')
    .where('firstTriedAt', 'is', null)
    .where(sql<SqlBool>`facts @> ${JSON.stringify(facts)}::jsonb`)
    .executeTakeFirst()
  return found !== undefined
}

/** Cancels what a change added to the next daily email. For changed terms, that email looks up what still applies. */
export async function recallDaily(
  trx: WorkspaceTransaction,
  { workspaceId, planId, at }: { workspaceId: string; planId: string; at: Date },
): Promise<void> {
  await recall(trx, { workspaceId, planId })
    .where('createdAt', '=', at)
    .where('daily', '=', true)
    .where('kind', '<>', 'terms-changed')
    .execute()
}

/** Cancels the chosen emails about a plan that were not tried yet. */
const recall = (trx: WorkspaceTransaction, { workspaceId, planId }: { workspaceId: string; planId: string }) =>
  trx
    .updateTable('notice')
    .set({ state: 'unwanted' })
    .where('workspaceId', '=', workspaceId)
    .where('planId', '=', planId)
    .where('state', '=', 'waiting')
    .where('firstTriedAt', 'is', null)
