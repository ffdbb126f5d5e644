import type { Scope } from '#app/policy/policy.ts'
import { paths } from '#app/kit/paths.ts'
import type { CommandContext } from '#app/runner/command.ts'
import { kindName } from '#app/runner/events/reference-kind-words.ts'

type Context = Pick<CommandContext<unknown, Scope>, 'trx' | 'workspaceId' | 'notify'>

type Ended = {
  planId: string
  /** What may no longer be used, or not as it was. */
  kinds: readonly string[]
  by: string
  /** Not for good: until the champion agrees to what was corrected. */
  isOnHold?: boolean
  /** Still agreed to, with other words or within narrower limits. */
  changed?: 'words' | 'limits'
}

/** Tells each member who used a reference that what they used may be used no longer, or not as it was, with what they noted of it. */
export async function tellUsers(
  { trx, workspaceId, notify }: Context,
  { planId, kinds, by, isOnHold = false, changed }: Ended,
): Promise<void> {
  if (kinds.length === 0) return
  const used = await trx
    .selectFrom('referenceUse')
    .innerJoin('member', (join) =>
      join
        .onRef('member.workspaceId', '=', 'referenceUse.workspaceId')
        .onRef('member.id', '=', 'referenceUse.memberId'),
    )
    .innerJoin('plan', (join) =>
      join.onRef('plan.workspaceId', '=', 'referenceUse.workspaceId').onRef('plan.id', '=', 'referenceUse.planId'),
    )
    .innerJoin('account', (join) =>
      join.onRef('account.workspaceId', '=', 'plan.workspaceId').onRef('account.id', '=', 'plan.accountId'),
    )
    .innerJoin('workspace', 'workspace.workspaceId', 'plan.workspaceId')
    .select(['referenceUse.kind', 'referenceUse.usedOn', 'referenceUse.usedFor'])
    .select(['member.id as memberId', 'member.name', 'member.email as address'])
    .select(['plan.project', 'account.name as account', 'workspace.name as workspace'])
    .where('referenceUse.workspaceId', '=', workspaceId)
    .where('referenceUse.planId', '=', planId)
    .where('referenceUse.kind', 'in', kinds)
    .where('member.removedAt', 'is', null)
    .orderBy('member.email')
    .orderBy('referenceUse.usedOn')
    .execute()
  for (const memberId of new Set(used.map((use) => use.memberId))) {
    const own = used.filter((use) => use.memberId === memberId)
    const [first] = own
    if (!first) continue
    const { workspace, account, project, name, address } = first
    await notify({
      kind: 'used-reference-ended',
      facts: {
        ...{ workspace, name, account, project, by, isOnHold, changed },
        uses: own.map(({ kind, usedOn, usedFor }) => ({ kind: kindName(kind), on: usedOn, what: usedFor })),
      },
      to: { memberId, address },
      planId,
      link: { path: paths.plan(planId) },
    })
  }
}
