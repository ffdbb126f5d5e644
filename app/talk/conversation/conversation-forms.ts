import type { CommandForms } from '#app/runner/dispatch.server.ts'
import { commentPath } from '../core/comment-path.ts'

/**
 * The forms of a conversation, each of which leads back to its comment.
 * @param page the path of the page that shows the conversation
 * @param about the id of its task or milestone; null for the plan's own
 */
export const conversationForms = (page: string, about: string | null) => {
  const then = ({ commentId }: { commentId: string }) => commentPath(page, commentId)
  return {
    'add-comment': { input: (values) => ({ ...values, about }), then },
    'edit-comment': { then },
    'delete-comment': { then },
    'restore-comment': { then },
    'resolve-thread': { then },
    'reopen-thread': { then },
    'answer-question': { then },
    'hand-question': { then },
    'propose-closing': { then },
    'close-question': { then },
    'reopen-question': { then },
  } satisfies CommandForms<never>
}
