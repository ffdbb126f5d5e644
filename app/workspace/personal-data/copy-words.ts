import { pageNames } from '#app/kit/page-name-words.ts'

/** What a member’s copy of their own data holds. */
export const ownCopyWords = (workspace: string): string =>
  `A copy of what ${workspace} keeps about you: your plans and tasks, what you did, how you signed in.`

export const copyWords = {
  download: 'Download a copy (JSON)',
  customersOnly: 'This page is for customers only.',
  title: pageNames.yourData,
}
