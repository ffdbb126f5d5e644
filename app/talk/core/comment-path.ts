import type { PlanLinks } from '#app/kit/paths.ts'
import type { SubjectScope } from './subject-scope.ts'

/** A comment on the page that shows it, whose path this is; on the page itself, an empty one. */
export const commentPath = (page: string, commentId: string): string => `${page}#comment-${commentId}`

/** The page that shows what was written about the plan, a task or a milestone. */
export const talkPage = (links: PlanLinks, { scope, id }: { scope: SubjectScope; id: string }): string =>
  ({ plan: links.conversation, task: links.taskPage(id), milestone: links.milestonePage(id) })[scope]
