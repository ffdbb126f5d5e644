/** How forms, conflicts, the activity and the page of a task call what a task holds. */
export const taskLabels = {
  title: 'Title',
  description: 'Description',
  owner: 'Owner',
  side: 'Side',
  durationDays: 'Working days',
  notBefore: 'Start no earlier than',
  notAfter: 'Finish no later than',
  atBest: 'Best case',
  atWorst: 'Worst case',
  dependsOn: 'Dependencies',
  sittings: 'Can only finish on',
  promisedOn: 'Promised date',
  private: 'Private',
}

/** The status of a task as a label. */
export const taskStatusWords = { open: 'Not started', started: 'Started', done: 'Done' }

/** Above owners who have no person yet. */
export const notNamedWords = 'Not named yet'

export const spreadFieldsWords = {
  title: 'Best and worst case',
  hint: 'Used for the forecast, in working days. If you only change the working days, this range widens to include them.',
}
