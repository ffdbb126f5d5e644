import type { Parts } from '#app/kit/parts.ts'
import { notFound } from '#app/runner/refusal.ts'

export type AccountLogoView = { project: string; vendor: string; account: string; logo: string | null }

/** The customer of a plan and its logo. @throws Refusal 404 */
export function getAccountLogo(
  parts: Pick<Parts, 'reads'>,
  { workspaceId, planId }: { workspaceId: string; planId: string },
): Promise<AccountLogoView> {
  return parts.reads.in(workspaceId, async (trx) => {
    const page = await trx
      .selectFrom('plan')
      .innerJoin('account', (join) =>
        join.onRef('account.workspaceId', '=', 'plan.workspaceId').onRef('account.id', '=', 'plan.accountId'),
      )
      .innerJoin('workspace', 'workspace.workspaceId', 'plan.workspaceId')
      .select(['plan.project', 'workspace.name as vendor', 'account.name as account', 'account.logo'])
      .where('plan.workspaceId', '=', workspaceId)
      .where('plan.id', '=', planId)
      .executeTakeFirst()
    if (!page) throw notFound()
    return page
  })
}
