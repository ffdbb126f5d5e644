/** What happens if the reader does nothing, where several emails say the same. */
export const otherwiseWords = {
  nothingToDo: 'You do not need to do anything.',
  nothingUsed: 'If you do nothing, nothing is used.',
  noConsent: 'If you do nothing, what is still used has no consent.',
  outsideConsent: 'If you do nothing, what is still used may be outside the consent.',
}
