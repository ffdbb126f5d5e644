import { type WorkspaceTransaction, inWorkspace } from '#db/workspace.ts'
import { OutgoingFault, OutgoingRefusal, createOutgoing } from '#app/kit/outgoing.server.ts'
import { outgoingWords } from '#app/kit/outgoing-words.ts'
import type { Parts } from '#app/kit/parts.ts'
import { paths } from '#app/kit/paths.ts'
import { unseal } from '#app/kit/sealed.server.ts'
import { type ChatKind, type PostTopic, postTopics } from '#app/outbox/chat-topics.ts'
import { chatPayload } from './chat-payload.ts'
import { chatTextWords, chatWords } from './chat-words.ts'

/** A channel that hangs is given up after this long, in milliseconds. */
const patience = 10_000

/**
 * Posts to a channel what was written for it, at most once: a webhook has no key against repeats, so a post counts as sent from before it is asked, and only
 * one that was surely not taken waits again. A channel that does not take a post is shown to admins with the reason; limits and faults are tried again by
 * the queue.
 * @throws Error when it was surely not posted, and may be later
 */
export async function sendChatPost(parts: Parts, workspaceId: string, postId: string): Promise<void> {
  const { db, clock, log } = parts
  const found = await inWorkspace(db, workspaceId, (trx) => take(trx, { workspaceId, postId, now: clock.now() }))
  const topic = postTopics.find((it) => it === found?.topic)
  if (!found || !topic) return
  const { channelId } = found
  const outcome = await post(parts, workspaceId, { ...found, topic })
  if (outcome === 'unknown') {
    log.warn(
      { workspaceId, channelId, postId },
      'a channel gave no answer: the post may be there, and is not tried again',
    )
    return
  }
  const isRefused = 'refused' in outcome
  await inWorkspace(db, workspaceId, async (trx) => {
    if (outcome !== taken)
      await trx
        .updateTable('chatPost')
        .set({ state: isRefused ? 'failed' : 'waiting', sentAt: null })
        .where('workspaceId', '=', workspaceId)
        .where('id', '=', postId)
        .execute()
    const failure = outcome === taken ? null : isRefused ? outcome.refused : chatWords.notYet
    await trx
      .updateTable('chatChannel')
      .set({ failure, failedAt: failure && clock.now() })
      .where('workspaceId', '=', workspaceId)
      .where('id', '=', channelId)
      .execute()
  })
  if (isRefused) log.error({ workspaceId, channelId, failure: outcome.refused }, 'a channel takes no posts')
  if ('later' in outcome) throw outcome.later
}

/** A post that waits, with what it says; from now on no other job has it. */
async function take(
  trx: WorkspaceTransaction,
  { workspaceId, postId, now }: { workspaceId: string; postId: string; now: Date },
) {
  const { numUpdatedRows } = await trx
    .updateTable('chatPost')
    .set({ state: 'sent', sentAt: now })
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', postId)
    .where('state', '=', 'waiting')
    .executeTakeFirst()
  if (numUpdatedRows === 0n) return undefined
  const found = await trx
    .selectFrom('chatPost')
    .innerJoin('chatChannel', (join) =>
      join
        .onRef('chatChannel.workspaceId', '=', 'chatPost.workspaceId')
        .onRef('chatChannel.id', '=', 'chatPost.channelId'),
    )
    .innerJoin('plan', (join) =>
      join.onRef('plan.workspaceId', '=', 'chatPost.workspaceId').onRef('plan.id', '=', 'chatPost.planId'),
    )
    .innerJoin('account', (join) =>
      join.onRef('account.workspaceId', '=', 'plan.workspaceId').onRef('account.id', '=', 'plan.accountId'),
    )
    .leftJoin('winResult', (join) =>
      join.onRef('winResult.workspaceId', '=', 'plan.workspaceId').onRef('winResult.planId', '=', 'plan.id'),
    )
    .select(['chatPost.topic', 'channelId', 'chatChannel.kind', 'sealedAddress', 'chatPost.planId'])
    .select(['chatPost.createdAt', 'plan.state', 'plan.archivedAt', 'winResult.confirmedAt'])
    .select(['plan.project', 'account.name as account'])
    .where('chatPost.workspaceId', '=', workspaceId)
    .where('chatPost.id', '=', postId)
    .$narrowType<{ kind: ChatKind }>()
    .executeTakeFirst()
  if (!found || isStillSo(found)) return found
  await trx.deleteFrom('chatPost').where('workspaceId', '=', workspaceId).where('id', '=', postId).execute()
  return undefined
}

type Plan = { topic: string; createdAt: Date; state: string; archivedAt: Date | null; confirmedAt: Date | null }

/** Whether what a post says still holds when it leaves, which may be hours after it was written. */
function isStillSo({ topic, createdAt, state, archivedAt, confirmedAt }: Plan): boolean {
  if (topic === 'won' || topic === 'reference-ready')
    return state === 'won' && confirmedAt !== null && confirmedAt <= createdAt
  return topic !== 'late' || (archivedAt === null && state !== 'won' && state !== 'lost')
}

type Post = {
  topic: PostTopic
  kind: ChatKind
  sealedAddress: string
  planId: string
  project: string
  account: string
}

/** What came of a post: it is there, it never will be, it surely is not yet, or no one knows. */
type Outcome = typeof taken | { refused: string } | { later: Error } | 'unknown'
const taken = { taken: true }

async function post(
  { environment }: Pick<Parts, 'environment'>,
  workspaceId: string,
  { topic, kind, sealedAddress, planId, project, account }: Post,
): Promise<Outcome> {
  const address = unseal(environment, 'channel address', workspaceId, sealedAddress)
  if (address === undefined) return { refused: chatWords.addressLost }
  const text = {
    text: chatTextWords[topic]({ account, project }),
    link: new URL(paths.plan(planId), environment.appUrl).href,
    linkText: chatWords.open,
  }
  const options = {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(chatPayload(kind, text)),
    patience,
  }
  const answer = await createOutgoing(environment.outgoingAllow).request(address, options).catch(outcomeOf)
  if (!(answer instanceof Response)) return answer
  const { status } = answer
  if (status >= 200 && status < 300) return taken
  if (status >= 400 && status < 500 && status !== 408 && status !== 429) return { refused: chatWords.refused(status) }
  return { later: new Error(`A channel answered ${status}.`) }
}

/** An address that is never asked is a refusal; one that could not be asked now may be later. */
function outcomeOf(error: unknown): Outcome {
  if (error instanceof OutgoingRefusal) return { refused: chatWords.neverAsked(error.message) }
  return isNeverAsked(error) ? { later: error } : 'unknown'
}

const neverConnected = ['ECONNREFUSED', 'EHOSTUNREACH', 'ENETUNREACH']

/** Whether a request was stopped before the other side can have read it: by the guard, or since there was no connection. */
const isNeverAsked = (error: unknown): error is OutgoingFault =>
  error instanceof OutgoingFault &&
  error.message !== outgoingWords.tooLong &&
  (error.cause === undefined ||
    (error.cause instanceof Error && 'code' in error.cause && neverConnected.includes(String(error.cause.code))))
