import { readWorkspace } from '#db/reading.ts'
import { textSizes } from '#app/kit/limits.ts'
import type { Parts } from '#app/kit/parts.ts'
import { completeTask } from '#app/plan/task/complete-task.server.ts'
import type { PersonActor } from '#app/policy/policy.ts'
import { listCommandsOf } from '#app/runner/receipts.server.ts'
import { Refusal } from '#app/runner/refusal.ts'
import { runCommand } from '#app/runner/run-command.server.ts'
import { addComment } from '#app/talk/comments/add-comment.server.ts'
import { answerQuestion } from '#app/talk/questions/answer-question.server.ts'
import { askQuestion } from '#app/talk/questions/ask-question.server.ts'
import type { AnsweredSubject } from './find-answered-email.server.ts'
import type { ReadReply } from './read-reply.ts'
import { shortenedWords } from './shortened-words.ts'

export type WrittenReply = 'taken before' | 'refused' | 'done' | 'question' | 'answer' | 'comment'

type Reply = {
  subject: AnsweredSubject
  read: Exclude<ReadReply, { says: 'nothing' }>
  /** The same each time the mail service delivers it. */
  key: string
}

/**
 * Writes what someone answered by their rights of now. What cannot be done as it was meant, such as a question on a task that no one else sees, is
 * kept as a comment; a refusal, such as of a plan that ended meanwhile, is an outcome.
 */
export async function writeReply(
  parts: Parts,
  actor: PersonActor,
  { subject, read, key }: Reply,
): Promise<WrittenReply> {
  const { planId, taskId, askedTaskIds, questionId } = subject
  const before = await readWorkspace(parts.db, actor.workspaceId, (trx) => listCommandsOf(trx, actor, key))
  // Told again after all was written: what it answered may be answered by now, and would be understood otherwise.
  if (before.some((command) => command !== completeTask.name)) return 'taken before'
  const order = { actor, scopeId: planId, idempotencyKey: key }
  const text = asWritten(read)

  const doneTaskId = read.says === 'done' ? taskDone(askedTaskIds, read.number) : null
  if (read.says === 'done' && doneTaskId !== null) {
    if (await isDone(runCommand(parts, completeTask, { ...order, input: { taskId: doneTaskId } }))) {
      if (read.text !== '') await comment(parts, order, { ...subject, taskId: doneTaskId }, read.text)
      return 'done'
    }
    return (await comment(parts, order, { ...subject, taskId: doneTaskId }, text)) ? 'comment' : 'refused'
  }
  if (read.says === 'stuck' && read.text !== '' && actor.kind === 'participant' && subject.audience === 'both') {
    const input = { about: taskId ?? '', body: shortened(read.text), askerId: '', askerName: '' }
    if (await isDone(runCommand(parts, askQuestion, { ...order, input }))) return 'question'
  }
  if (questionId !== null && actor.kind === 'member') {
    const input = { questionId, body: shortened(text) }
    if (await isDone(runCommand(parts, answerQuestion, { ...order, input }))) return 'answer'
  }
  return (await comment(parts, order, subject, text)) ? 'comment' : 'refused'
}

/** Which task is meant: of several only one that is named by its number, so that no other is checked off. */
const taskDone = (asked: readonly (string | null)[], number: number | null): string | null =>
  number === null ? (asked.length === 1 ? (asked[0] ?? null) : null) : (asked[number - 1] ?? null)

type Order = { actor: PersonActor; scopeId: string; idempotencyKey: string }

/**
 * Keeps a text as a comment. Where its conversation takes none, it begins one of its own, for the writer's own company; where it names someone who may
 * not read it, it names them without telling them.
 */
async function comment(
  parts: Parts,
  order: Order,
  { taskId, threadId, audience }: AnsweredSubject,
  text: string,
): Promise<boolean> {
  const body = shortened(text)
  const here = { about: taskId ?? '', threadId: threadId ?? '', body, audience }
  const apart = { ...here, threadId: '', audience: threadId === null ? audience : 'own' }
  const tries = [here, { ...here, body: withoutMentions(body) }, { ...apart, body: withoutMentions(body) }]
  for (const input of tries) if (await isDone(runCommand(parts, addComment, { ...order, input }))) return true
  return false
}

/** Whether a command did what was asked, or refused it. */
const isDone = (command: Promise<unknown>): Promise<boolean> =>
  command.then(
    () => true,
    (error: unknown) => {
      if (error instanceof Refusal) return false
      throw error
    },
  )

/** What someone wrote, first line included, where it is a comment after all. */
function asWritten(read: Reply['read']): string {
  if (read.says === 'comment') return read.text
  const first = read.says === 'stuck' ? 'Stuck' : read.number === null ? 'Done' : `Done ${read.number}`
  return `${first}\n${read.text}`.trim()
}

/** As much as a comment may hold; the end says that there was more. */
const shortened = (text: string): string =>
  text.length <= textSizes.comment
    ? text
    : `${text.slice(0, textSizes.comment - shortenedWords.length - 1).trimEnd()}\n${shortenedWords}`

const withoutMentions = (text: string): string => text.replace(/(^|\s)@(?=\p{L})/gu, '$1')
