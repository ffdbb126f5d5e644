import type { Parts } from '#app/kit/parts.ts'
import { notFound } from '#app/runner/refusal.ts'

/** How many values of other customers are offered. */
const mostOffered = 200

export type AccountProfileView = {
  project: string
  account: string
  industry: string | null
  region: string | null
  /** What other customers of the workspace have. */
  known: { industries: string[]; regions: string[] }
}

/** The industry and region of a plan's customer. @throws Refusal 404 */
export function getAccountProfile(
  parts: Pick<Parts, 'reads'>,
  { workspaceId, planId }: { workspaceId: string; planId: string },
): Promise<AccountProfileView> {
  return parts.reads.in(workspaceId, async (trx) => {
    const known = (field: 'industry' | 'region') =>
      trx
        .selectFrom('account')
        .select(`${field} as value`)
        .distinct()
        .where('workspaceId', '=', workspaceId)
        .where(field, 'is not', null)
        .orderBy('value')
        .limit(mostOffered)
        .execute()
    const [page, industries, regions] = await Promise.all([
      trx
        .selectFrom('plan')
        .innerJoin('account', (join) =>
          join.onRef('account.workspaceId', '=', 'plan.workspaceId').onRef('account.id', '=', 'plan.accountId'),
        )
        .select(['plan.project', 'account.name as account', 'account.industry', 'account.region'])
        .where('plan.workspaceId', '=', workspaceId)
        .where('plan.id', '=', planId)
        .executeTakeFirst(),
      known('industry'),
      known('region'),
    ])
    if (!page) throw notFound()
    const values = (rows: { value: string | null }[]) => rows.flatMap(({ value }) => (value === null ? [] : [value]))
    return { ...page, known: { industries: values(industries), regions: values(regions) } }
  })
}
