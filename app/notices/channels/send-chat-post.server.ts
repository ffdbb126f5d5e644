import { inWorkspace } from '#db/workspace.ts'
import { createOutgoing } from '#app/kit/outgoing.server.ts'
import type { Parts } from '#app/kit/parts.ts'
import { paths } from '#app/kit/paths.ts'
import { unseal } from '#app/kit/sealed.server.ts'
import { type ChatKind, type ChatTopic, chatTopics } from '#app/outbox/chat-topics.ts'
import { chatPayload } from './chat-payload.ts'
import { chatTextWords, chatWords } from './chat-words.ts'

/** A channel that hangs is given up after this long, in milliseconds. */
const patience = 10_000

/**
 * Posts to a channel what was written for it, once it is there. A channel that answers for good that it does not take posts is shown to admins with the
 * reason; faults and limits are tried again by the queue.
 * @throws Error when it could not be posted now
 */
export async function sendChatPost(parts: Parts, workspaceId: string, postId: string): Promise<void> {
  const found = await inWorkspace(parts.db, workspaceId, (trx) =>
    trx
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
      .select(['chatPost.topic', 'channelId', 'chatChannel.kind', 'sealedAddress', 'planId'])
      .select(['plan.project', 'account.name as account'])
      .where('chatPost.workspaceId', '=', workspaceId)
      .where('chatPost.id', '=', postId)
      .where('chatPost.state', '=', 'waiting')
      .$narrowType<{ kind: ChatKind }>()
      .executeTakeFirst(),
  )
  const topic = chatTopics.find((it) => it === found?.topic)
  if (!found || !topic) return
  const failure = await post(parts, workspaceId, { ...found, topic })
  const now = parts.clock.now()
  await inWorkspace(parts.db, workspaceId, async (trx) => {
    await trx
      .updateTable('chatPost')
      .set(failure === null ? { state: 'sent', sentAt: now } : { state: 'failed' })
      .where('workspaceId', '=', workspaceId)
      .where('id', '=', postId)
      .execute()
    await trx
      .updateTable('chatChannel')
      .set(failure === null ? { failure: null, failedAt: null } : { failure, failedAt: now })
      .where('workspaceId', '=', workspaceId)
      .where('id', '=', found.channelId)
      .execute()
  })
  if (failure !== null)
    parts.log.error({ workspaceId, channelId: found.channelId, failure }, 'a channel takes no posts')
}

type Post = {
  topic: ChatTopic
  kind: ChatKind
  sealedAddress: string
  planId: string
  project: string
  account: string
}

/** @returns why a channel will not take it, or null where it did. @throws Error for what may pass */
async function post(
  { environment }: Pick<Parts, 'environment'>,
  workspaceId: string,
  { topic, kind, sealedAddress, planId, project, account }: Post,
): Promise<string | null> {
  const address = unseal(environment, 'channel address', workspaceId, sealedAddress)
  if (address === undefined) return chatWords.addressLost
  const text = {
    text: chatTextWords[topic]({ account, project }),
    link: new URL(paths.plan(planId), environment.appUrl).href,
    linkText: chatWords.open,
  }
  const { status } = await createOutgoing(environment.outgoingAllow).request(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(chatPayload(kind, text)),
    patience,
  })
  if (status >= 200 && status < 300) return null
  if (status >= 400 && status < 500 && status !== 408 && status !== 429) return chatWords.refused(status)
  throw new Error(`A channel answered ${status}.`)
}
