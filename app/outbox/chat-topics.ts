/** What a channel of Slack or Teams can be told. */
export const chatTopics = ['won', 'reference-ready', 'question', 'late'] as const
export type ChatTopic = (typeof chatTopics)[number]

export const chatKinds = ['slack', 'teams'] as const
export type ChatKind = (typeof chatKinds)[number]
