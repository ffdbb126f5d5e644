import { planLinks } from '#app/kit/paths.ts'
import type { TaskPageView } from './get-task-page.server.ts'

/** A task to read, with what was written about it, which its page and the page of the plan draw. */
export type ShownTask = TaskPageView & { conversation: { mayWrite: boolean }; planId: string; formKey: string }

/** What the conversation about a task is drawn with, besides itself. */
export const talkPropsOf = ({ workspace, account, viewer, task, planId, formKey }: ShownTask) => ({
  companies: { vendor: workspace.name, customer: account.name },
  side: viewer.side,
  isPrivate: task.privateTo !== null,
  formKey,
  addFileTo: planLinks(planId).addFile(task.id),
})
