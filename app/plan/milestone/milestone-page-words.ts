import { mainPageNames } from '#app/kit/main-page-name-words.ts'
import { labels } from '#app/kit/label-words.ts'

export const milestonePageWords = {
  title: labels.milestone,
  edit: 'Edit this milestone',
  addTask: mainPageNames.newTask,
  tasks: 'Tasks',
  noTasks: 'This milestone has no tasks.',
  activity: mainPageNames.activity,
}

export const milestoneFactsWords = {
  stage: labels.stage,
  reached: 'Reached',
  due: 'Due',
  expected: 'Expected',
  buffer: 'Buffer',
  agreed: 'Since agreed',
  gateHolds: 'Later stages can’t start until it is reached.',
}
