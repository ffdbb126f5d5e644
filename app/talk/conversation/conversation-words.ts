export const conversationWords = {
  title: 'Conversation',
  questions: 'Questions',
  emptyPlan: 'No comments on the plan yet. Comments on a task or milestone are on its own page.',
  elsewhere: 'On tasks and milestones',
  emptyTask: 'No comments on this task yet.',
  emptyMilestone: 'No comments on this milestone yet.',
}

export const threadWords = {
  reply: 'Reply',
  reopening: 'Reopening…',
  reopen: 'Reopen',
  resolving: 'Resolving…',
  resolve: 'Resolve',
  edited: '· edited',
  editField: 'Your comment',
  deleting: 'Deleting…',
  delete: 'Delete',
  restoring: 'Restoring…',
  undo: 'Undo',
}
