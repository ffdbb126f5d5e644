import { pageNames } from '#app/kit/page-name-words.ts'

export const termsPageWords = {
  title: pageNames.terms,
  intro: 'This is what both sides agree to. If you change it, both are asked to agree again.',
  datesTitle: 'Project and target date',
  winTitle: 'The first win',
}
