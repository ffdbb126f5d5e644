export const taskDetailWords = {
  edit: 'Edit this task',
  dependsOn: 'Depends on',
  noDependencies: 'No dependencies.',
  requiredFor: 'Required for',
  notRequired: 'No task depends on this one.',
  activity: 'Activity',
}

export const taskFactsWords = {
  status: 'Status',
  started: 'Started',
  open: 'Not started',
  milestone: 'Milestone',
  dates: 'Dates',
  latestStart: 'Latest start',
  buffer: 'Buffer',
  sentBack: 'Sent back',
}
