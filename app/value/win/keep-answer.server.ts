import type { WorkspaceReading } from '#db/reading.ts'
import { newId } from '#app/kit/ids.ts'
import type { CommandContext } from '#app/runner/command.ts'
import type { IsoDate } from '#app/schedule/model.ts'

type Answering = Pick<CommandContext<unknown, 'plan'>, 'trx' | 'workspaceId' | 'row' | 'actor' | 'now'>

/** What a side said about the first win before it is confirmed: the vendor asked, or the customer said why not yet. */
type NewAnswer =
  { kind: 'asked'; text: string | null; measureOn: null } | { kind: 'not yet'; text: string; measureOn: IsoDate }

/** Keeps it with who said it. */
export async function keepAnswer({ trx, workspaceId, row, actor, now: at }: Answering, answer: NewAnswer) {
  await trx
    .insertInto('winAnswer')
    .values({
      workspaceId,
      id: newId(),
      planId: row.id,
      ...answer,
      personId: actor.id,
      personName: actor.name,
      at,
    })
    .execute()
}

/** What was said last. */
export const findLastAnswer = (trx: WorkspaceReading, which: { workspaceId: string; planId: string }) =>
  trx
    .selectFrom('winAnswer')
    .select(['kind', 'text', 'measureOn', 'personName', 'at'])
    .where('workspaceId', '=', which.workspaceId)
    .where('planId', '=', which.planId)
    .orderBy('at', 'desc')
    .limit(1)
    .executeTakeFirst()
