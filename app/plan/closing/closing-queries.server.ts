import type { Parts } from '#app/kit/parts.ts'
import { notFound } from '#app/runner/refusal.ts'
import type { PlanState } from '../core/stages.ts'
import type { PlanReader } from '#app/policy/plan-reader.ts'

export type ClosingPageView = {
  project: string
  account: string
  workspace: string
  state: PlanState
  archived: boolean
  /** How many participants take part. */
  participants: number
}

/** What the page that closes and archives says. @throws Refusal 404 */
export async function getClosingPage(
  parts: Pick<Parts, 'reads'>,
  { actor: { workspaceId } }: PlanReader,
  planId: string,
): Promise<ClosingPageView> {
  return parts.reads.in(workspaceId, async (trx) => {
    const plan = await trx
      .selectFrom('plan')
      .innerJoin('account', (join) =>
        join.onRef('account.workspaceId', '=', 'plan.workspaceId').onRef('account.id', '=', 'plan.accountId'),
      )
      .innerJoin('workspace', 'workspace.workspaceId', 'plan.workspaceId')
      .select([
        'plan.project',
        'account.name as account',
        'workspace.name as workspace',
        'plan.state',
        'plan.archivedAt',
      ])
      .where('plan.workspaceId', '=', workspaceId)
      .where('plan.id', '=', planId)
      .executeTakeFirst()
    if (!plan) throw notFound()
    const { archivedAt, state, ...named } = plan
    const { count } = await trx
      .selectFrom('planParticipant')
      .select(({ fn }) => fn.countAll().as('count'))
      .where('workspaceId', '=', workspaceId)
      .where('planId', '=', planId)
      .where('removedAt', 'is', null)
      .executeTakeFirstOrThrow()
    // The database's check holds what the column can say.
    return { ...named, state: state as PlanState, archived: archivedAt !== null, participants: Number(count) }
  })
}
