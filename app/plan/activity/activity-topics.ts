/** What changes can be about, in the order and with the names of the filter. */
export const activityTopics = {
  tasks: 'Tasks and milestones',
  dates: 'Dates and calendars',
  agreement: 'Agreement',
  people: 'People',
  value: 'Situations and the first win',
  talk: 'Comments and questions',
  plan: 'The plan itself',
} as const

export type ActivityTopic = keyof typeof activityTopics

export const isActivityTopic = (text: string): text is ActivityTopic => Object.hasOwn(activityTopics, text)
