import { addComment } from './comments/add-comment.server.ts'
import { deleteComment } from './comments/delete-comment.server.ts'
import { editComment } from './comments/edit-comment.server.ts'
import { reopenThread } from './comments/reopen-thread.server.ts'
import { resolveThread } from './comments/resolve-thread.server.ts'
import { restoreComment } from './comments/restore-comment.server.ts'
import { addFile } from './files/add-file.server.ts'
import { addLink } from './files/add-link.server.ts'
import { removeAttachment } from './files/remove-attachment.server.ts'
import { restoreAttachment } from './files/restore-attachment.server.ts'
import { answerQuestion } from './questions/answer-question.server.ts'
import { askQuestion } from './questions/ask-question.server.ts'
import { closeQuestion } from './questions/close-question.server.ts'
import { handQuestion } from './questions/hand-question.server.ts'
import { proposeClosing } from './questions/propose-closing.server.ts'
import { reopenQuestion } from './questions/reopen-question.server.ts'

/** The commands of conversations, links and files, as part of `commands/command-registry.server.ts`. */
export const talkCommands = {
  'add-comment': addComment,
  'add-file': addFile,
  'add-link': addLink,
  'answer-question': answerQuestion,
  'ask-question': askQuestion,
  'close-question': closeQuestion,
  'delete-comment': deleteComment,
  'edit-comment': editComment,
  'hand-question': handQuestion,
  'propose-closing': proposeClosing,
  'remove-attachment': removeAttachment,
  'reopen-question': reopenQuestion,
  'reopen-thread': reopenThread,
  'resolve-thread': resolveThread,
  'restore-attachment': restoreAttachment,
  'restore-comment': restoreComment,
}
