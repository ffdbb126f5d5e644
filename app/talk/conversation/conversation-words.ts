export const conversationWords = {
  title: 'Conversation',
  questions: 'Questions',
  emptyPlan: 'No comments on the plan yet. Comments on a task are on the task’s page.',
  onTasks: 'On tasks',
  emptyTask: 'No comments on this task yet.',
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
