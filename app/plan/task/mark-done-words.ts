import { emailButtons } from '#emails/parts/email-button-words.ts'
import { longDate } from '#app/ui/date-words.ts'

/** The page that the email about a task leads to. */
export const markDoneWords = {
  title: 'Mark a task done',
  question: 'Is this task done?',
  due: (dueOn: string, today: string): string =>
    dueOn < today
      ? `It was due on ${longDate(dueOn, today)}. The plan will show it as done today, and you can undo this there.`
      : `It is due on ${longDate(dueOn, today)}. The plan will show it as done today, and you can undo this there.`,
  confirm: emailButtons.markDone,
  stuck: emailButtons.stuck,
  openTask: 'Open the task',
  openPlan: emailButtons.openPlan,
  gone: 'There is nothing to mark done here',
  goneText: 'The task was deleted, or only the other company can see it. You do not need to do anything.',
}

/** Why a task cannot be marked done on that page. */
export const notToMarkWords = {
  done: (doneOn: string, today: string): string =>
    `This task is already done, since ${longDate(doneOn, today)}. You do not need to do anything.`,
  viewOnly: 'You can view this plan, but not change it. Please ask a colleague who can edit it.',
  resultFirst: (needs: string): string => `${needs} before it can be marked done. Please open the task and add it.`,
}
