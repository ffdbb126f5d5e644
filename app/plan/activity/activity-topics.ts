/** What changes can be about, in the order of the filter. */
export const activityTopics = ['tasks', 'dates', 'agreement', 'people', 'value', 'talk', 'plan'] as const
export type ActivityTopic = (typeof activityTopics)[number]

export const isActivityTopic = (text: string): text is ActivityTopic => activityTopics.some((topic) => topic === text)
