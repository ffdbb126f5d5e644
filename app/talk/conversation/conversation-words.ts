import { buttonWords } from '#app/ui/button-words.ts'
import { mainPageNames } from '#app/kit/main-page-name-words.ts'
import { labels } from '#app/kit/label-words.ts'

export const conversationWords = {
  title: mainPageNames.conversation,
  questions: 'Questions',
  emptyPlan: 'No comments on the plan yet. Comments on a task or milestone are on its own page.',
  elsewhere: 'On tasks and milestones',
  emptyTask: 'No comments on this task yet.',
  emptyMilestone: 'No comments on this milestone yet.',
}

/** Tells a comment from others of its conversation, for screen readers: how it begins, and when it was written. */
export const aboutComment = ({ body, when }: { body: string | null; when: string }): string => {
  const text = (body ?? '').replace(/\s+/g, ' ')
  return text.length > 60 ? `“${text.slice(0, 59).trimEnd()}…”, ${when}` : `“${text}”, ${when}`
}

export const threadWords = {
  reply: buttonWords.reply,
  reopening: buttonWords.reopening,
  reopen: buttonWords.reopen,
  resolving: 'Resolving…',
  resolve: 'Resolve',
  edited: '· edited',
  editField: labels.comment,
  deleting: 'Deleting…',
  delete: 'Delete',
  restoring: buttonWords.restoring,
  undo: buttonWords.undo,
}
