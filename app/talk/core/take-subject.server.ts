import type { ActorSide } from '#app/policy/policy.ts'
import { type Standing, sightOf } from '#app/policy/policy.ts'
import type { WorkspaceReading } from '#db/reading.ts'
import { refuseMissing } from '#app/runner/refuse-missing.server.ts'
import { notFound } from '#app/runner/refusal.ts'
import { readsVisibleTo } from './person.ts'
import type { SubjectScope } from './subject-scope.ts'

/** What a comment is about. */
export type Subject = {
  scope: SubjectScope
  id: string
  title: string
  /** The side that keeps the task to itself. */
  privateTo: ActorSide | null
  /** Of a task, by id; none for a placeholder. */
  ownerId: string | null
}

type Asked = {
  trx: WorkspaceReading
  workspaceId: string
  row: { id: string; project: string }
  standings: ReadonlySet<Standing>
}

/**
 * The plan, or one of its tasks or milestones.
 * @param about the id of a task or milestone; null, or the plan's own id, for the plan
 * @throws Refusal 409 for what was deleted, 404 for what was never there, or a task that the other side keeps to itself
 */
export async function takeSubject({ trx, workspaceId, row, standings }: Asked, about: string | null): Promise<Subject> {
  if (about === null || about === row.id)
    return { scope: 'plan', id: row.id, title: row.project, privateTo: null, ownerId: null }
  const task = await trx
    .selectFrom('task')
    .select(['title', 'privateTo', 'ownerMemberId', 'ownerParticipantId'])
    .where('workspaceId', '=', workspaceId)
    .where('planId', '=', row.id)
    .where('id', '=', about)
    .$narrowType<{ privateTo: ActorSide | null }>()
    .executeTakeFirst()
  if (task) {
    const { title, privateTo } = task
    if (!readsVisibleTo(sightOf(standings), privateTo)) throw notFound()
    return { scope: 'task', id: about, title, privateTo, ownerId: task.ownerMemberId ?? task.ownerParticipantId }
  }
  const milestone = await trx
    .selectFrom('milestone')
    .select('title')
    .where('workspaceId', '=', workspaceId)
    .where('planId', '=', row.id)
    .where('id', '=', about)
    .executeTakeFirst()
  if (!milestone) return refuseMissing({ trx, workspaceId, row, standings }, [about])
  return { scope: 'milestone', id: about, title: milestone.title, privateTo: null, ownerId: null }
}
