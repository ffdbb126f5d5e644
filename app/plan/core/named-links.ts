import type { TaskRow } from './compute-plan.ts'

type Link = TaskRow['dependsOn'][number]

/** Links with the titles of the tasks that they lead to, as the activity keeps them. A task that is gone has no title. */
export const namedLinks = (links: readonly Link[], tasks: readonly Pick<TaskRow, 'id' | 'title'>[]) =>
  links.map(({ task, type, lagDays }) => ({
    task,
    title: tasks.find(({ id }) => id === task)?.title ?? '',
    type,
    lagDays,
  }))
