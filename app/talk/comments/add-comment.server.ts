import { type ActorSide, sightOf } from '#app/policy/policy.ts'
import { defineCommand } from '#app/runner/command.ts'
import { Refusal, fieldRefusal } from '#app/runner/refusal.ts'
import { addCommentInput } from '../model.ts'
import { authorOf } from '../core/author-of.ts'
import { takeSubject } from '../core/take-subject.server.ts'
import { writeComment } from './write-comment.server.ts'
import { takeThread } from './take-comment.server.ts'
import { tellOfComment } from './tell-of-comment.server.ts'
import { commentRefusals } from './comment-words.ts'

/** Writes a comment on the plan, a task or a milestone, or a reply. On a private task, and in an internal thread, it is internal. */
export const addComment = defineCommand({
  name: 'add-comment',
  scope: 'plan',
  input: addCommentInput,
  async run(context) {
    const { input, actor, standings, record } = context
    const author = authorOf(actor)
    const thread = input.threadId === null ? null : await takeThread(context, input.threadId)
    if (thread?.comment.resolvedAt) throw new Refusal(409, commentRefusals.threadResolved)
    const subject = thread?.subject ?? (await takeSubject(context, input.about))
    const visibleTo = subject.privateTo ?? thread?.visibleTo ?? (input.audience === 'own' ? ownSide(standings) : null)
    const comment = await writeComment(context, {
      author,
      subject,
      threadId: thread?.comment.id ?? null,
      body: input.body,
      visibleTo,
    })
    await record({ event: 'comment added', subjectId: subject.id, subject: subject.title, visibleTo, changes: {} })
    await tellOfComment(context, { ...comment, subject })
    return { commentId: comment.id }
  },
})

/** @throws Refusal 422 for a person who is not accepted yet: they read only what is shared */
function ownSide(standings: Parameters<typeof sightOf>[0]): ActorSide {
  const sight = sightOf(standings)
  if (sight === 'shared') throw fieldRefusal('audience', commentRefusals.sharedOnly)
  return sight
}
