import { labels } from '#app/kit/label-words.ts'
import { pageNames } from '#app/kit/page-name-words.ts'

export const profileWords = {
  title: 'Your profile',
  changed: 'You changed your job title.',
  jobTitle: labels.jobTitle,
  jobTitleHint: 'Customers see it below your name in invitations.',
  devices: pageNames.devices,
}
