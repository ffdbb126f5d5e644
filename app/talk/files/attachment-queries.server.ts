import type { WorkspaceReading } from '#db/reading.ts'
import { todayIn } from '#app/kit/clock.ts'
import { isUuid } from '#app/kit/ids.ts'
import { bounds } from '#app/kit/limits.ts'
import type { Parts } from '#app/kit/parts.ts'
import { planLinks } from '#app/kit/paths.ts'
import { type Actor, type ActorSide, type Standing, sightOf } from '#app/policy/policy.ts'
import { type PlanEnd, mayOnPlanAsItStands } from '#app/runner/plan-end.ts'
import { Refusal, notFound } from '#app/runner/refusal.ts'
import { longDate } from '#app/ui/date-words.ts'
import { readsVisibleTo } from '../core/person.ts'
import type { Subject } from '../core/take-subject.server.ts'
import { fileTypeWords } from './file-types.ts'
import type { PiecesPlace } from './file-pieces.server.ts'
import { sizeWords } from './attachment-words.ts'
import type { AttachmentView, AttachmentsView } from './attachment-view.ts'
import { attachmentsRestorableFor } from './restorable-attachments.ts'
import { takeAttachment, takeTaskSubject, whyFull } from './take-attachment.server.ts'

type Reader = { actor: Actor; standings: ReadonlySet<Standing>; planId: string; plan: PlanEnd }

/**
 * The links and files of a task, as this reader may see them. The caller knows that the reader may see the task itself. One query.
 */
export const getAttachments = (
  parts: Pick<Parts, 'reads' | 'clock'>,
  { actor, standings, planId, plan }: Reader,
  taskId: string,
): Promise<AttachmentsView> =>
  parts.reads.in(actor.workspaceId, async (trx) => {
    const now = parts.clock.now()
    const restorableSince = new Date(now.getTime() - attachmentsRestorableFor)
    const rows = await listRows(trx, { workspaceId: actor.workspaceId, planId, taskId, restorableSince })
    const shown = rows.filter(({ visibleTo }) => readsVisibleTo(sightOf(standings), visibleTo))
    const mayChange = mayOnPlanAsItStands('add-file', standings, plan)
    return {
      attachments: shown.filter(({ removedAt }) => !removedAt).map((row) => attachmentOf(row, planId, now)),
      removed: mayChange
        ? shown.flatMap(({ id, name, removedAt, removedByName }) =>
            removedAt ? [{ id, name, by: removedByName ?? '' }] : [],
          )
        : [],
      mayChange,
      isFull: shown.filter(({ removedAt }) => !removedAt).length >= bounds.attachments,
    }
  })

type Row = Awaited<ReturnType<typeof listRows>>[number]
type Where = { workspaceId: string; planId: string; taskId: string; restorableSince: Date }

const listRows = (trx: WorkspaceReading, { workspaceId, planId, taskId, restorableSince }: Where) =>
  trx
    .selectFrom('attachment')
    .innerJoin('plan', (join) =>
      join.onRef('plan.workspaceId', '=', 'attachment.workspaceId').onRef('plan.id', '=', 'attachment.planId'),
    )
    .select(['attachment.id', 'name', 'url', 'contentType', 'size', 'side', 'visibleTo', 'addedByName'])
    .select(['addedAt', 'removedAt', 'removedByName', 'attachment.createdAt', 'plan.timeZone'])
    .where('attachment.workspaceId', '=', workspaceId)
    .where('attachment.planId', '=', planId)
    .where('subjectId', '=', taskId)
    .where('addedAt', 'is not', null)
    .where(({ or, eb }) => or([eb('removedAt', 'is', null), eb('removedAt', '>', restorableSince)]))
    .orderBy('addedAt')
    .orderBy('attachment.id')
    .$narrowType<{ side: ActorSide; visibleTo: ActorSide | null }>()
    .execute()

function attachmentOf(row: Row, planId: string, now: Date): AttachmentView {
  const { id, name, url, contentType, size, side, visibleTo, addedByName, timeZone } = row
  const at = row.addedAt ?? row.createdAt
  return {
    id,
    kind: url === null ? 'file' : 'link',
    name,
    href: url ?? planLinks(planId).file(id),
    detail: url === null ? `${fileTypeWords(contentType ?? '')}, ${sizeWords(size ?? 0)}` : new URL(url).host,
    side,
    by: addedByName,
    at: at.toISOString(),
    when: longDate(todayIn(timeZone, at), todayIn(timeZone, now)),
    isInternal: visibleTo !== null,
  }
}

type FileAnswer = PiecesPlace & { name: string; contentType: string; size: number }

/** A file that this reader may open. @throws Refusal 404 for one that was removed, also with its task, and for a link */
export const getFile = (
  { reads: apart }: Pick<Parts, 'reads'>,
  { actor, standings, planId }: Pick<Reader, 'actor' | 'standings' | 'planId'>,
  fileId: string,
): Promise<FileAnswer> =>
  apart.in(actor.workspaceId, async (trx) => {
    if (!isUuid(fileId)) throw notFound()
    const { workspaceId } = actor
    const asked = { trx, workspaceId, row: { id: planId, project: '' }, standings }
    const { attachment } = await takeAttachment(asked, fileId).catch((error: unknown) => {
      throw error instanceof Refusal && error.isGone ? notFound() : error
    })
    const { id, name, contentType, size, inBucket, removedAt } = attachment
    if (removedAt || contentType === null || size === null) throw notFound()
    return { workspaceId, id, inBucket, name, contentType, size }
  })

/** Why a task takes no further file, however small. */
export const whyTaskFull = (
  { reads: apart }: Pick<Parts, 'reads'>,
  { actor: { workspaceId }, standings, planId }: Pick<Reader, 'actor' | 'standings' | 'planId'>,
  subject: Subject,
): Promise<string | null> =>
  apart.in(workspaceId, (trx) => whyFull({ trx, workspaceId, row: { id: planId, project: '' }, standings }, subject, 1))

/** The task that a file is added to. @throws Refusal 404 */
export const getTaskSubject = (
  { reads: apart }: Pick<Parts, 'reads'>,
  { actor, standings, planId }: Pick<Reader, 'actor' | 'standings' | 'planId'>,
  taskId: string,
): Promise<Subject> =>
  apart.in(actor.workspaceId, (trx) => {
    if (!isUuid(taskId)) throw notFound()
    return takeTaskSubject({ trx, workspaceId: actor.workspaceId, row: { id: planId, project: '' }, standings }, taskId)
  })
