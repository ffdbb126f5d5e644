export const notLoadedWords = 'This task could not be loaded. Close it and open it again.'

const whyNot: Partial<Record<number, string>> = {
  401: 'You are signed out. Open another tab, sign in there, then open this task again.',
  404: 'This task was removed or is no longer shared with you.',
}

/** Why a task cannot be shown beside its plan. @param status of the answer, such as 404 */
export const whyNotShownWords = (status: number): string => whyNot[status] ?? notLoadedWords

/** The title until the task is loaded. */
export const taskPanelTitle = 'Task'
