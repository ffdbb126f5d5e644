export const milestonePageWords = {
  title: 'Milestone',
  edit: 'Edit this milestone',
  tasks: 'Tasks',
  noTasks: 'It has no tasks.',
  activity: 'Activity',
}

export const milestoneFactsWords = {
  stage: 'Stage',
  reached: 'Reached',
  due: 'Due',
  expected: 'Expected',
  buffer: 'Buffer',
  agreed: 'Since agreed',
  gateHolds: 'Later stages can’t go on before it.',
}
