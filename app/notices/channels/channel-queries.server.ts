import type { Parts } from '#app/kit/parts.ts'
import { type ChatKind, type ChatTopic, chatTopics } from '#app/outbox/chat-topics.ts'

/** A connected channel; its address is shown to no one. */
export type ChannelView = {
  id: string
  kind: ChatKind
  name: string
  topics: ChatTopic[]
  /** Why it takes no posts, and since when that is known, as ISO time. */
  failure: string | null
  failedAt: string | null
}

/** The channels of a workspace, in the order in which they were connected. */
export async function listChannels({ reads }: Pick<Parts, 'reads'>, workspaceId: string): Promise<ChannelView[]> {
  const rows = await reads.in(workspaceId, (trx) =>
    trx
      .selectFrom('chatChannel')
      .select(['id', 'kind', 'name', 'topics', 'failure', 'failedAt'])
      .where('workspaceId', '=', workspaceId)
      .orderBy('createdAt')
      .$narrowType<{ kind: ChatKind }>()
      .execute(),
  )
  return rows.map(({ topics, failedAt, ...row }) => ({
    ...row,
    failedAt: failedAt?.toISOString() ?? null,
    topics: chatTopics.filter((topic) => topics.includes(topic)),
  }))
}
