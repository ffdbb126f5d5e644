import { sql } from 'kysely'
import type { WorkspaceReading } from '#db/reading.ts'
import { planLinks } from '#app/kit/paths.ts'
import { oneLine, withoutOuterQuotes } from '#app/kit/plain-text.ts'
import type { ActorSide, Sight } from '#app/policy/policy.ts'
import { commentPath, talkPage } from '../core/comment-path.ts'
import { readsVisibleTo } from '../core/person.ts'
import type { SubjectScope } from '../core/subject-scope.ts'

/** A comment as an email mentions it. */
export type ToldOf = {
  by: string
  /** What it is about: a task, a milestone or the plan, by name. */
  title: string
  /** The beginning of it, in one line. */
  text: string
  /** Of the page that shows it. */
  path: string
  /** Whether someone with this sight may read it as things stand. */
  isFor(sight: Sight): boolean
}

/** Characters of a comment that an email quotes. */
const quotedLength = 280

const beginning = (text: string): string => {
  const line = oneLine(text)
  return withoutOuterQuotes(line.length <= quotedLength ? line : `${line.slice(0, quotedLength).trimEnd()}…`)
}

/** The comments that an email may still mention, by id: not those that were deleted, nor those on a task that was. One query. */
export async function findToldComments(
  trx: WorkspaceReading,
  workspaceId: string,
  ids: readonly string[],
): Promise<Map<string, ToldOf>> {
  if (ids.length === 0) return new Map()
  const rows = await trx
    .selectFrom('comment')
    .innerJoin('plan', (join) =>
      join.onRef('plan.workspaceId', '=', 'comment.workspaceId').onRef('plan.id', '=', 'comment.planId'),
    )
    .leftJoin('task', (join) =>
      join.onRef('task.workspaceId', '=', 'comment.workspaceId').onRef('task.id', '=', 'comment.subjectId'),
    )
    .leftJoin('milestone', (join) =>
      join.onRef('milestone.workspaceId', '=', 'comment.workspaceId').onRef('milestone.id', '=', 'comment.subjectId'),
    )
    .select(['comment.id', 'comment.planId', 'comment.scope', 'comment.subjectId'])
    .select(['comment.authorName', 'comment.body', 'comment.visibleTo'])
    .select(['plan.project', 'task.title as task', 'task.privateTo', 'milestone.title as milestone'])
    .where('comment.workspaceId', '=', workspaceId)
    .where('comment.id', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .where('comment.deletedAt', 'is', null)
    .$narrowType<{ visibleTo: ActorSide | null; privateTo: ActorSide | null; scope: SubjectScope }>()
    .execute()
  return new Map(
    rows.flatMap(
      ({ id, planId, authorName, body, visibleTo, scope, subjectId, project, task, privateTo, milestone }) => {
        const title = scope === 'plan' ? project : (task ?? milestone)
        if (title === null) return []
        const isFor = (sight: Sight) => readsVisibleTo(sight, visibleTo) && readsVisibleTo(sight, privateTo)
        const path = commentPath(talkPage(planLinks(planId), { scope, id: subjectId }), id)
        return [[id, { by: authorName, title, text: beginning(body), path, isFor }] as const]
      },
    ),
  )
}
