import type { ActivityTopic } from './activity-topics.ts'
import { mainPageNames } from '#app/kit/main-page-name-words.ts'
import { buttonWords } from '#app/ui/button-words.ts'
import { labels } from '#app/kit/label-words.ts'

export const activityFilterWords = {
  everything: 'Everything',
  label: 'Filter the activity',
  about: 'About',
  by: 'By',
  from: labels.from,
  to: labels.to,
  show: buttonWords.show,
}

export const activityPageWords = {
  title: mainPageNames.activity,
  noMatchTitle: 'No matching changes',
  showAll: buttonWords.showAll,
  noMatch: 'Try another subject, person or date.',
  pages: 'Activity pages',
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
