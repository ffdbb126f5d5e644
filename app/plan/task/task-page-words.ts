import { buttonWords } from '#app/ui/button-words.ts'
import { pageNames } from '#app/kit/page-name-words.ts'
import { mainPageNames } from '#app/kit/main-page-name-words.ts'

export const editTaskPageWords = {
  title: buttonWords.edit,
  privateTitle: 'Edit a private task',
  toTaskPage: pageNames.talkAndActivity,
}

export const newTaskPageWords = {
  title: mainPageNames.newTask,
  fromNotes: pageNames.meetingNotes,
}

export const taskPageWords = {
  title: 'Task',
  privateTitle: 'Private task',
}
