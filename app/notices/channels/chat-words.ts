import type { ChatKind, ChatTopic, PostTopic } from '#app/outbox/chat-topics.ts'
import { labels } from '#app/kit/label-words.ts'
import { emailButtons } from '#emails/parts/email-button-words.ts'
import { outgoingWords } from '#app/kit/outgoing-words.ts'
import { pageNames } from '#app/kit/page-name-words.ts'
import { sentenceParts } from '#app/ui/sentence-parts.ts'

type Plan = { account: string; project: string }

/** What a channel is told, in one line. */
export const chatTextWords: Record<PostTopic, (plan: Plan) => string> = {
  won: ({ account, project }) => `${account} confirmed the first win: ${project}`,
  'reference-ready': ({ account, project }) => `${account} is ready to be asked for a reference: ${project}`,
  question: ({ account, project }) => `${account} is waiting for an answer to a question: ${project}`,
  late: ({ account, project }) => `The plan with ${account} is late: ${project}`,
  withdrawn: ({ account, project }) =>
    `${account} withdrew the confirmation of its first win. It may not be used as a reference: ${project}`,
}

export const chatTopicLabels: Record<ChatTopic, { label: string; hint: string }> = {
  won: { label: 'Won', hint: 'A customer confirmed the first win.' },
  'reference-ready': { label: 'Ready for a reference', hint: 'A customer can be asked for a reference.' },
  question: { label: 'Question waiting', hint: 'A customer asked a question.' },
  late: { label: 'Late', hint: 'A plan can no longer meet its date. Posted once a week while it is late.' },
}

export const chatKindNames: Record<ChatKind, string> = { slack: 'Slack', teams: 'Microsoft Teams' }

export const chatWords = {
  open: emailButtons.openPlan,
  addressLost: 'The address can no longer be read. Disconnect this channel, then connect it again.',
  neverAsked: (why: string): string =>
    `Nothing can be posted to its address. ${why} Disconnect it, then connect it again with a new address.`,
  notYet: 'The channel can’t be reached, or takes no posts at the moment. We try again for a few hours.',
  refused: (status: number): string =>
    `The channel refused a post (${status}). Disconnect it, then connect it again with a new address.`,
}

/** Why a channel takes nothing, and when that was last tried. */
export const channelFailedWords = <Time>(failure: string, tried: Time) => sentenceParts`${failure} Last tried ${tried}.`

export const channelTopicsWords = (name: string): string => `Posts to ${name}`

export const channelsPageWords = {
  title: pageNames.channels,
  intro:
    'Post news of your plans to a Slack or Microsoft Teams channel. Your customers can’t read it. Those who confirm a first win see the names of the channels that are told.',
  empty: 'No channel is connected',
  emptyHint:
    'Create an incoming webhook in Slack, or a workflow that posts to a channel in Teams, and enter its address below.',
  connect: 'Connect a channel',
  kind: 'App',
  name: 'Channel',
  nameHint: 'Such as #sales-wins.',
  address: labels.webhookAddress,
  addressHint: 'Keep it secret: anyone who has it can post. It is not shown again.',
  topics: 'What is posted there',
  connectNow: 'Connect',
  save: 'Save topics',
  disconnect: 'Disconnect',
  disconnectNow: 'Disconnect now',
  disconnectHint: 'Nothing more is posted there. To connect it again, you need its webhook address.',
}

export const channelRefusals = {
  tooMany: (most: number): string => `A workspace can have at most ${most} channels. Please disconnect one first.`,
  notHttps: outgoingWords.notHttps,
  noTopic: 'Please choose what to post.',
}
