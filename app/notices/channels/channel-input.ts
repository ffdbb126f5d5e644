import { z } from 'zod'
import { oneOf, requiredId, requiredName, requiredText, someOf } from '#app/kit/field-schemas.ts'
import { textSizes } from '#app/kit/limits.ts'
import { chatKinds, chatTopics } from '#app/outbox/chat-topics.ts'
import { channelRefusals } from './chat-words.ts'

const topics = someOf(chatTopics).refine((chosen) => chosen.length > 0, { error: channelRefusals.noTopic })

/** Whether it may be asked is for the guard, in the command and at each post: it lets plain http pass on the loopback alone. */
const address = requiredText(textSizes.url).pipe(z.url({ protocol: /^https?$/, error: channelRefusals.notHttps }))

export const connectChannelInput = z.object({
  kind: oneOf(chatKinds),
  name: requiredName(),
  webhookAddress: address,
  topics,
})

export const chooseTopicsInput = z.object({ channelId: requiredId(), topics })
export const channelIdInput = z.object({ channelId: requiredId() })
