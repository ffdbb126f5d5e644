import { fromKysely } from 'pg-boss'
import type { WorkspaceTransaction } from '#db/workspace.ts'
import { newId } from '#app/kit/ids.ts'
import type { Parts } from '#app/kit/parts.ts'
import type { ChatTopic } from './chat-topics.ts'

/** Tells each channel that wants to know of it, within the transaction of the change that caused it. What a post says is looked up when it leaves. */
export async function writeChatPosts(
  { boss }: Pick<Parts, 'boss'>,
  trx: WorkspaceTransaction,
  { workspaceId, planId, topic }: { workspaceId: string; planId: string; topic: ChatTopic },
  now: Date,
): Promise<void> {
  const channels = await trx
    .selectFrom('chatChannel')
    .select('id')
    .where('workspaceId', '=', workspaceId)
    .where(({ eb, val }) => eb(val<string>(topic), '=', eb.fn.any('topics')))
    .execute()
  for (const { id: channelId } of channels) {
    const id = newId()
    await trx.insertInto('chatPost').values({ workspaceId, id, channelId, topic, planId, createdAt: now }).execute()
    await boss.send('send-chat-post', { workspaceId, postId: id }, { db: fromKysely(trx) })
  }
}
