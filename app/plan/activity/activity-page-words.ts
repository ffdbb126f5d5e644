import type { ActivityTopic } from './activity-topics.ts'
import { pageNames } from '#app/kit/page-name-words.ts'

export const activityFilterWords = {
  everything: 'Everything',
  label: 'Filter the activity',
  about: 'About',
  by: 'By',
  from: 'From',
  to: 'To',
  show: 'Show',
}

export const activityPageWords = {
  title: pageNames.activity,
  noMatchTitle: 'No matching changes',
  showAll: 'Show everything',
  noMatch: 'No changes match. Try another subject, person or date.',
  pages: 'Pages of the activity',
  newest: 'Newest',
  older: 'Older',
}

export const printEntriesWords = {
  withPrivate: 'With private entries',
  withoutPrivate: 'Without private entries',
}

export const topicWords: Record<ActivityTopic, string> = {
  tasks: 'Tasks and milestones',
  dates: 'Dates and calendars',
  agreement: 'Agreement',
  people: 'People',
  value: 'What we heard and the first win',
  talk: 'Comments and questions',
  plan: 'The plan itself',
}
