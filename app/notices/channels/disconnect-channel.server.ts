import { defineCommand } from '#app/runner/command.ts'
import { notFound } from '#app/runner/refusal.ts'
import { channelIdInput } from './channel-input.ts'

/** Posts nothing more to a channel and forgets its address. @throws Refusal 404 */
export const disconnectChannel = defineCommand({
  name: 'disconnect-channel',
  scope: 'workspace',
  input: channelIdInput,
  async run({ trx, workspaceId, input: { channelId }, record }) {
    const channel = await trx
      .deleteFrom('chatChannel')
      .where('workspaceId', '=', workspaceId)
      .where('id', '=', channelId)
      .returning('name')
      .executeTakeFirst()
    if (!channel) throw notFound()
    await record({ event: 'channel disconnected', subjectId: channelId, subject: channel.name, changes: {} })
    return { channelId }
  },
})
