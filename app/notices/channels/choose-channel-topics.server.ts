import { defineCommand } from '#app/runner/command.ts'
import { notFound } from '#app/runner/refusal.ts'
import { chooseTopicsInput } from './channel-input.ts'

/** Chooses what is posted to a channel. @throws Refusal 404 */
export const chooseChannelTopics = defineCommand({
  name: 'choose-channel-topics',
  scope: 'workspace',
  input: chooseTopicsInput,
  async run({ trx, workspaceId, input: { channelId, topics }, record }) {
    const channel = await trx
      .selectFrom('chatChannel')
      .select(['name', 'topics'])
      .where('workspaceId', '=', workspaceId)
      .where('id', '=', channelId)
      .executeTakeFirst()
    if (!channel) throw notFound()
    if (JSON.stringify([...channel.topics].sort()) === JSON.stringify([...topics].sort())) return { channelId }
    await trx
      .updateTable('chatChannel')
      .set({ topics })
      .where('workspaceId', '=', workspaceId)
      .where('id', '=', channelId)
      .execute()
    const changes = { topics: { before: channel.topics, after: topics } }
    await record({ event: 'channel topics chosen', subjectId: channelId, subject: channel.name, changes })
    return { channelId }
  },
})
