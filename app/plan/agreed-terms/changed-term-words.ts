import { count } from '#app/ui/amount-words.ts'

/** What of a task changed. @param task its title, in quotes */
export const changedTaskTermWords = {
  title: (task: string): string => `Title of ${task}`,
  side: (task: string): string => `Side of ${task}`,
  durationDays: (task: string): string => `Working days of ${task}`,
  dependsOn: (task: string): string => `Dependencies of ${task}`,
  sittings: (task: string): string => `Possible finish dates of ${task}`,
}

export const changedTermWords = {
  added: (task: string): string => `${task} added`,
  removed: (task: string): string => `${task} removed`,
  daysAdded: (days: number): string => `${count(days, 'day')} added`,
  daysRemoved: (days: number): string => `${count(days, 'day')} removed`,
}
