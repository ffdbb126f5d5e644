import { count } from '#app/ui/amount-words.ts'

export const changedTermWords = {
  added: 'Added',
  removed: 'Removed',
  daysAdded: (days: number): string => `${count(days, 'day')} added`,
  daysRemoved: (days: number): string => `${count(days, 'day')} removed`,
}
