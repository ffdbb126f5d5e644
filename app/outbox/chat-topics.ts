/** What a channel of Slack or Teams can be told. */
export const chatTopics = ['won', 'reference-ready', 'question', 'late'] as const
export type ChatTopic = (typeof chatTopics)[number]

/** What is posted: also that a win was withdrawn, to the channels that got a post about it. */
export const postTopics = [...chatTopics, 'withdrawn'] as const
export type PostTopic = (typeof postTopics)[number]

export const chatKinds = ['slack', 'teams'] as const
export type ChatKind = (typeof chatKinds)[number]
