export const eventStreamRefusals = {
  tooMany: 'Too many pages are open at once.',
}

export const planHeaderWords = {
  with: 'with',
  invite: 'Invite',
}

export const planPageWords = {
  heading: 'The plan',
  noBuffer: 'filled: no buffer',
  agreedDue: 'agreed due date',
  show: 'Show',
  everything: 'Everything',
  mine: 'Mine',
  more: 'More',
  addMilestone: 'Add a milestone',
  terms: 'Dates and first win',
  situations: 'What we heard',
  activity: 'Activity',
  conversation: 'Conversation',
  calendar: 'Calendar',
  team: 'Team',
  accountLogo: 'Customer logo',
  close: 'Close or archive',
  title: 'Plan',
}

export const taskRowWords = {
  moves: 'moves',
  whatIf: 'What if',
  nameSomeone: 'Name someone',
  changed: 'changed',
  sinceAgreed: 'since agreed',
  bothSides: 'both',
}

export const planTableWords = {
  label: 'Plan',
  addTask: 'Add a task',
  changeMilestone: 'Change',
  emptyTitle: 'No milestones yet',
  addFirst: 'Add the first milestone',
  empty: 'A milestone is a result that both sides can see, for example: signed, ready to test, live.',
}
