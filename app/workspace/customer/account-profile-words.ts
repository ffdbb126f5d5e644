import { pageNames } from '#app/kit/page-name-words.ts'

export const accountProfileWords = {
  title: pageNames.accountProfile,
  intro: (account: string) =>
    `References are found by these. They apply to all plans with ${account}, and only your company sees them.`,
  industryHint: 'For example: Food, Banking',
  regionHint: 'For example: DACH, Nordics',
}
