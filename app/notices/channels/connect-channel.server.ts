import { newId } from '#app/kit/ids.ts'
import { bounds } from '#app/kit/limits.ts'
import { defineCommand } from '#app/runner/command.ts'
import { fieldRefusal } from '#app/runner/refusal.ts'
import { channelRefusals } from './chat-words.ts'
import { connectChannelInput } from './channel-input.ts'

/** Connects a channel of Slack or Teams by its incoming webhook. Its address lets anyone post, so it is kept sealed and shown to no one. */
export const connectChannel = defineCommand({
  name: 'connect-channel',
  scope: 'workspace',
  input: connectChannelInput,
  async run({ trx, workspaceId, input, now, record, seal, whyNeverAsked }) {
    const { kind, name, webhookAddress, topics } = input
    const why = whyNeverAsked(webhookAddress)
    if (why !== undefined) throw fieldRefusal('webhookAddress', why)
    const { size } = await trx
      .selectFrom('chatChannel')
      .select(({ fn }) => fn.countAll<number>().as('size'))
      .where('workspaceId', '=', workspaceId)
      .executeTakeFirstOrThrow()
    if (size >= bounds.channels) throw fieldRefusal('name', channelRefusals.tooMany(bounds.channels))
    const id = newId()
    const sealedAddress = seal('channel address', webhookAddress)
    await trx
      .insertInto('chatChannel')
      .values({ workspaceId, id, kind, name, topics, sealedAddress, createdAt: now })
      .execute()
    await record({ event: 'channel connected', subjectId: id, subject: name, changes: {} })
    return { channelId: id }
  },
})
