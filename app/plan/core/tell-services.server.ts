import { sql } from 'kysely'
import { planLinks } from '#app/kit/paths.ts'
import type { CommandContext } from '#app/runner/command.ts'
import { type PlanEnd, whyPlanClosed } from '#app/runner/plan-end.ts'
import { type StoredWin, firstWinOf, winColumns } from './first-win.ts'

type Context = Pick<CommandContext<unknown, 'plan'>, 'trx' | 'workspaceId' | 'notify' | 'actor'> & {
  row: { id: string; leadId: string }
}

/**
 * Asks those of services who lead the plan or work on it, with their email of the day, to look at a first win that none of them has looked
 * at: they have to deliver it. Who changed it is not asked, nor is anyone twice in one email.
 * @param statement what will be announced
 * @param only of these members alone, such as those who have just come
 */
export async function tellServices(
  { trx, workspaceId, row, notify, actor }: Context,
  statement: string,
  only?: readonly string[],
): Promise<void> {
  const told = await trx
    .selectFrom('notice')
    .select('memberId')
    .where('workspaceId', '=', workspaceId)
    .where('planId', '=', row.id)
    .where('kind', '=', 'win-to-look-at')
    .where('state', '=', 'waiting')
    // An email that is being written closes these and has not seen this change: wait for it, and then mention this one.
    .orderBy('createdAt')
    .orderBy('id')
    .forUpdate()
    .execute()
  const services = await trx
    .selectFrom('member')
    .select(['id', 'email as address'])
    .where('workspaceId', '=', workspaceId)
    .where('removedAt', 'is', null)
    .where(sql<boolean>`'services' = any(roles)`)
    .where(({ or, eb, exists, selectFrom }) =>
      or([
        eb('id', '=', row.leadId),
        exists(
          selectFrom('planTeam')
            .select('planTeam.memberId')
            .where('planTeam.workspaceId', '=', workspaceId)
            .where('planTeam.planId', '=', row.id)
            .whereRef('planTeam.memberId', '=', 'member.id'),
        ),
      ]),
    )
    .orderBy('id')
    .execute()
  const isActor = (id: string) => actor.kind === 'member' && actor.id === id
  for (const { id, address } of services) {
    if (isActor(id) || told.some(({ memberId }) => memberId === id) || (only && !only.includes(id))) continue
    await notify({
      kind: 'win-to-look-at',
      facts: { by: actor.name, statement },
      to: { memberId: id, address },
      planId: row.id,
      link: { path: planLinks(row.id).results },
    })
  }
}

type ComeTo = Context & {
  row: StoredWin & PlanEnd & { winVersion: number; winLookedVersion: number | null }
}

/** Asks those who have just come to lead a plan or to work on it, if they are of services and no one has looked at its first win. */
export async function tellNewServices(context: ComeTo, memberIds: readonly string[]): Promise<void> {
  const { row } = context
  const win = firstWinOf(winColumns(row))
  const isOver = row.state === 'won' || whyPlanClosed(row) !== null
  if (win && !isOver && row.winLookedVersion !== row.winVersion) await tellServices(context, win.statement, memberIds)
}
