import { bounds } from '#app/kit/limits.ts'
import type { Parts } from '#app/kit/parts.ts'
import { isSentAgain } from './is-sent-again.ts'

/** An email that never left. What it says is not shown: it may be private to the other side. */
export type FailedEmail = {
  id: string
  kind: string
  to: string
  failure: string | null
  /** ISO time. */
  at: string
  /** Whether sending it again could help its reader. */
  maySend: boolean
}

/** The newest emails of a workspace that could not be sent. */
export async function listFailedEmails({ reads }: Pick<Parts, 'reads'>, workspaceId: string): Promise<FailedEmail[]> {
  const rows = await reads.in(workspaceId, (trx) =>
    trx
      .selectFrom('notice')
      .select(['id', 'kind', 'toAddress', 'failure', 'createdAt'])
      .where('workspaceId', '=', workspaceId)
      .where('state', 'in', ['failed', 'set-aside'])
      .orderBy('createdAt', 'desc')
      .limit(bounds.listRows)
      .execute(),
  )
  return rows.map(({ toAddress, createdAt, ...row }) => ({
    ...row,
    to: toAddress,
    at: createdAt.toISOString(),
    maySend: isSentAgain(row.kind),
  }))
}
