import { textSizes } from '#app/kit/limits.ts'
import { sentenceParts } from '#app/ui/sentence-parts.ts'

export const mostLinksWords = (most: number): string => `Up to ${most} tasks.`

/** How a description is written, and its limit. */
export const descriptionHint = `You can use Markdown: **bold**, - for lists, [text](https://…) for links. At most ${textSizes.description.toLocaleString('en')} characters.`

/** @param title of the task that this one depends on */
export const linkTypeLabel = (title: string): string => `Type of dependency on ${title}`

/** @param title of the task that this one depends on */
export const lagLabel = (title: string): string => `Days after ${title}`

export const mostDaysWords = (most: number): string => `At most ${most} days.`

export const doneOnWords = (day: string): string => `Done on ${day}`

/** On which dates a task can finish, and which come next. */
export const sittingsWords = <Value>({ rule, next }: { rule: Value; next: string }) =>
  sentenceParts`${rule}. Next: ${next}.`

export const dependencyFieldsWords = {
  daysLater: 'days later',
  lagUnit: 'days',
}

export const taskFormWords = {
  becomesPrivateHint:
    'The other side is told that the task was removed from the shared plan. After that they see only that there is a task, and its dates.',
  privateHint: 'The other side sees only that there is a task, and its dates.',
}
