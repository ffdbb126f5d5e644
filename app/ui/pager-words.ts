export const pageOfWords = (page: number, pages: number): string => `Page ${page} of ${pages}`

export const pagerWords = {
  label: 'List pages',
  previous: 'Previous',
  next: 'Next',
}
