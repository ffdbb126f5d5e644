export const termsPageWords = {
  title: 'Dates and first win',
  intro: 'This is what both sides agree to. If you change it, both are asked to agree again.',
  datesTitle: 'Project and target date',
  winTitle: 'The first win',
}
