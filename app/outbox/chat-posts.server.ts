import { fromKysely } from 'pg-boss'
import type { WorkspaceTransaction } from '#db/workspace.ts'
import { newId } from '#app/kit/ids.ts'
import type { Parts } from '#app/kit/parts.ts'
import type { ChatTopic, PostTopic } from './chat-topics.ts'

type Place = { workspaceId: string; planId: string }

/** Tells each channel that wants to know of it, within the transaction of the change that caused it. What a post says is looked up when it leaves. */
export async function writeChatPosts(
  parts: Pick<Parts, 'boss'>,
  trx: WorkspaceTransaction,
  { topic, ...place }: Place & { topic: ChatTopic },
  now: Date,
): Promise<void> {
  const channels = await trx
    .selectFrom('chatChannel')
    .select('id')
    .where('workspaceId', '=', place.workspaceId)
    .where(({ eb, val }) => eb(val<string>(topic), '=', eb.fn.any('topics')))
    .execute()
  for (const { id: channelId } of channels) await writePost(parts, trx, { ...place, topic, channelId }, now)
}

const topicsOfWin: readonly ChatTopic[] = ['won', 'reference-ready']

/**
 * A win was withdrawn: what waits to be posted of it is not posted, and each channel that was told is told that it was withdrawn. A post that is on its
 * way counts as told. @param since when it was confirmed
 */
export async function withdrawChatPosts(
  parts: Pick<Parts, 'boss'>,
  trx: WorkspaceTransaction,
  { since, ...place }: Place & { since: Date },
  now: Date,
): Promise<void> {
  const { workspaceId, planId } = place
  await trx
    .deleteFrom('chatPost')
    .where('workspaceId', '=', workspaceId)
    .where('planId', '=', planId)
    .where('topic', 'in', topicsOfWin)
    .where('state', '=', 'waiting')
    .execute()
  const told = await trx
    .selectFrom('chatPost')
    .select('channelId')
    .distinct()
    .where('workspaceId', '=', workspaceId)
    .where('planId', '=', planId)
    .where('topic', 'in', topicsOfWin)
    .where('state', '=', 'sent')
    .where('createdAt', '>=', since)
    .execute()
  for (const { channelId } of told) await writePost(parts, trx, { ...place, topic: 'withdrawn', channelId }, now)
}

async function writePost(
  { boss }: Pick<Parts, 'boss'>,
  trx: WorkspaceTransaction,
  post: Place & { topic: PostTopic; channelId: string },
  now: Date,
): Promise<void> {
  const id = newId()
  await trx
    .insertInto('chatPost')
    .values({ id, ...post, createdAt: now })
    .execute()
  await boss.send('send-chat-post', { workspaceId: post.workspaceId, postId: id }, { db: fromKysely(trx) })
}
