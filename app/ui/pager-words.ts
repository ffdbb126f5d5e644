export const pageOfWords = (page: number, pages: number): string => `Page ${page} of ${pages}`

export const pagerWords = {
  label: 'Pages of the list',
  previous: 'Previous',
  next: 'Next',
}
