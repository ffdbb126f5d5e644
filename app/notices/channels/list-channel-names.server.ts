import { sql } from 'kysely'
import type { WorkspaceReading } from '#db/reading.ts'
import type { ChatTopic } from '#app/outbox/chat-topics.ts'

/** The channels that get posts about any of these topics, by name. */
export async function listChannelNames(
  trx: WorkspaceReading,
  workspaceId: string,
  topics: readonly ChatTopic[],
): Promise<string[]> {
  const channels = await trx
    .selectFrom('chatChannel')
    .select('name')
    .where('workspaceId', '=', workspaceId)
    .where(sql<boolean>`topics && ${[...topics]}::text[]`)
    .orderBy('name')
    .execute()
  return channels.map(({ name }) => name)
}
