export const editTaskPageWords = {
  title: 'Edit',
  privateTitle: 'Edit a private task',
  toTaskPage: 'Conversation and activity',
}

export const newTaskPageWords = {
  title: 'Add a task',
}

export const taskPageWords = {
  title: 'Task',
  privateTitle: 'Private task',
}
