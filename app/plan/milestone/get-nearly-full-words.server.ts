import type { Parts } from '#app/kit/parts.ts'
import type { PlanReader } from '#app/policy/plan-reader.ts'
import { nearlyFullWords } from '../core/plan-bounds-words.ts'

/** A word for the form of a new milestone, where the plan holds nearly as many as it may. */
export const getNearlyFullWords = (
  { reads }: Pick<Parts, 'reads'>,
  { actor }: PlanReader,
  planId: string,
): Promise<string | null> =>
  reads.in(actor.workspaceId, async (trx) => {
    const { size } = await trx
      .selectFrom('milestone')
      .select(({ fn }) => fn.countAll<number>().as('size'))
      .where('workspaceId', '=', actor.workspaceId)
      .where('planId', '=', planId)
      .executeTakeFirstOrThrow()
    return nearlyFullWords('milestones', size)
  })
