import { sql } from 'kysely'
import type { WorkspaceReading } from '#db/reading.ts'
import type { WorkspaceTransaction } from '#db/workspace.ts'
import { type Actor, type Scope, type Sight, sideOf } from '#app/policy/policy.ts'
import { announceChange } from '#app/kit/announcements.server.ts'
import { type NewEvent, eventCatalogue } from './events/catalogue.ts'

/** What an activity is of. */
export type ActivityScope = { workspaceId: string; scope: Scope; scopeId: string }

/**
 * Appends one event under the scope's next number, returns that number and announces the event; the announcement leaves at
 * commit, never after a rollback.
 * @throws when its changes do not match the catalogue
 */
export async function appendActivity(
  trx: WorkspaceTransaction,
  where: ActivityScope,
  { actor, command, at }: { actor: Actor; command: string; at: Date },
  event: NewEvent,
): Promise<number> {
  const changes = eventCatalogue[event.event].written.parse(event.changes)
  const counter = await trx
    .insertInto('activityCounter')
    .values({ ...where, lastNumber: 1 })
    .onConflict((conflict) =>
      conflict
        .columns(['workspaceId', 'scope', 'scopeId'])
        .doUpdateSet({ lastNumber: sql`activity_counter.last_number + 1` }),
    )
    .returning('lastNumber')
    .executeTakeFirstOrThrow()
  const number = Number(counter.lastNumber)
  const entry = trx.insertInto('activity').values({
    ...where,
    number: counter.lastNumber,
    at,
    actorKind: actor.kind,
    actorId: actor.id,
    actorName: actor.name,
    actorSide: sideOf(actor),
    command,
    event: event.event,
    subjectId: event.subjectId,
    subject: event.subject,
    visibleTo: event.visibleTo ?? null,
    changes: JSON.stringify(changes),
  })
  await Promise.all([
    entry.execute(),
    announceChange(trx, { workspaceId: where.workspaceId, scopeId: where.scopeId, number }),
  ])
  return number
}

/**
 * Who last changed a field of a subject, for a conflict between two people.
 * @param sight skips what the reader may not see; null for a reader who may know of every change
 */
export async function findLastChange(
  trx: WorkspaceReading,
  where: ActivityScope,
  sight: Sight | null,
  { subjectId, field }: { subjectId: string; field: string },
): Promise<{ by: string; at: Date } | undefined> {
  return trx
    .selectFrom('activity')
    .select(['actorName as by', 'at'])
    .where('workspaceId', '=', where.workspaceId)
    .where('scope', '=', where.scope)
    .where('scopeId', '=', where.scopeId)
    .where('subjectId', '=', subjectId)
    .where(sql<boolean>`jsonb_exists(changes, ${field})`)
    .$if(sight !== null, (query) =>
      query.where(({ or, eb }) => or([eb('visibleTo', 'is', null), eb('visibleTo', '=', sight)])),
    )
    .orderBy('number', 'desc')
    .executeTakeFirst()
}
