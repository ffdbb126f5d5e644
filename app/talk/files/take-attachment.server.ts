import type { Selectable } from 'kysely'
import type { Attachment } from '#db/schema.ts'
import { bounds } from '#app/kit/limits.ts'
import { type ActorSide, sightOf } from '#app/policy/policy.ts'
import { fieldRefusal, notFound } from '#app/runner/refusal.ts'
import { readsVisibleTo } from '../core/person.ts'
import { type Subject, takeSubject } from '../core/take-subject.server.ts'
import { fullPlanWords, fullTaskWords } from './attachment-words.ts'

type Asked = Parameters<typeof takeSubject>[0]

/** A task that links and files can be added to. @throws Refusal 404, for the other side's private task too */
export async function takeTaskSubject(asked: Asked, taskId: string): Promise<Subject> {
  const subject = await takeSubject(asked, taskId)
  if (subject.scope !== 'task') throw notFound()
  return subject
}

type TakenAttachment = {
  attachment: Selectable<Attachment>
  subject: Subject
  /** The one side that sees it now, also where its task has become private since; none where both do. */
  visibleTo: ActorSide | null
}

/** A link or file that was added, also one that was removed since. @throws Refusal 404 for one that the asker may not see */
export async function takeAttachment(asked: Asked, attachmentId: string): Promise<TakenAttachment> {
  const { trx, workspaceId, row, standings } = asked
  const attachment = await trx
    .selectFrom('attachment')
    .selectAll()
    .where('workspaceId', '=', workspaceId)
    .where('planId', '=', row.id)
    .where('id', '=', attachmentId)
    .where('addedAt', 'is not', null)
    .$narrowType<{ visibleTo: ActorSide | null }>()
    .executeTakeFirst()
  if (!attachment || !readsVisibleTo(sightOf(standings), attachment.visibleTo)) throw notFound()
  const subject = await takeTaskSubject(asked, attachment.subjectId)
  return { attachment, subject, visibleTo: attachment.visibleTo ?? subject.privateTo }
}

/** @param field of the form that adds it @param size in bytes; 0 for a link @throws Refusal 422 where the task or the plan is full */
export async function refuseFull(asked: Asked, subject: Subject, field: string, size: number) {
  const why = await whyFull(asked, subject, size)
  if (why !== null) throw fieldRefusal(field, why)
}

/**
 * Why a task takes no more, in words: it has as many as it may, or its plan has no room for so many bytes. Counts what this side sees, so that
 * neither learns what the other keeps to itself; what went with a deleted task can be removed by no one, and fills nothing.
 */
export async function whyFull(
  { trx, workspaceId, row, standings }: Asked,
  subject: Subject,
  size: number,
): Promise<string | null> {
  const sight = sightOf(standings)
  const { onTask, bytes } = await trx
    .selectFrom('attachment')
    .innerJoin('task', (join) =>
      join
        .onRef('task.workspaceId', '=', 'attachment.workspaceId')
        .onRef('task.planId', '=', 'attachment.planId')
        .onRef('task.id', '=', 'attachment.subjectId'),
    )
    .select(({ fn, eb }) => [
      fn.countAll<number>().filterWhere('subjectId', '=', subject.id).as('onTask'),
      fn.coalesce(fn.sum<number>('size'), eb.val(0)).as('bytes'),
    ])
    .where('attachment.workspaceId', '=', workspaceId)
    .where('attachment.planId', '=', row.id)
    .where('addedAt', 'is not', null)
    .where('removedAt', 'is', null)
    .where(({ or, eb }) => or([eb('visibleTo', 'is', null), eb('visibleTo', '=', sight)]))
    .where(({ or, eb }) => or([eb('task.privateTo', 'is', null), eb('task.privateTo', '=', sight)]))
    .executeTakeFirstOrThrow()
  if (Number(onTask) >= bounds.attachments) return fullTaskWords
  return size > 0 && Number(bytes) + size > bounds.planFiles ? fullPlanWords : null
}
