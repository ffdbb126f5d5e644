import { type SqlBool, sql } from 'kysely'
import { containingPattern } from '#db/containing-pattern.ts'
import type { WorkspaceReading } from '#db/reading.ts'
import { startOfDay } from '#db/start-of-day.ts'
import type { Parts } from '#app/kit/parts.ts'
import type { LogCursor, LogMoment, SecurityFilter } from './security-filter.ts'
import { securityDetailOf } from '../security-log/security-detail.ts'

export type SecurityRow = {
  id: string
  at: Date
  kind: string
  personId: string | null
  personName: string | null
  network: string | null
  detail: Record<string, string | null>
}

type Page = {
  filter: SecurityFilter
  before?: LogCursor | undefined
  /** What was logged since does not count. */
  asOf?: LogMoment | undefined
  /** The zone of the filter's days; that of the workspace where it is left out. */
  timeZone?: string | undefined
  limit: number
}

/** The time zone in which the workspace counts its days. */
const findTimeZone = async (trx: WorkspaceReading, workspaceId: string): Promise<string> =>
  (
    await trx
      .selectFrom('workspace')
      .select('timeZone')
      .where('workspaceId', '=', workspaceId)
      .executeTakeFirstOrThrow()
  ).timeZone

/** The query behind the page and the file: newest first, from a place on; each page costs the same, however long the log is. */
export function securityEventsQuery(
  trx: WorkspaceReading,
  workspaceId: string,
  timeZone: string,
  { filter, before, asOf, limit }: Omit<Page, 'timeZone'>,
) {
  const { kind, person, from, to } = filter
  let query = trx
    .selectFrom('securityEvent')
    .select(['id', 'at', 'kind', 'personId', 'personName', 'network', 'detail'])
    .where('workspaceId', '=', workspaceId)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
  if (kind) query = query.where('kind', '=', kind)
  if (from) query = query.where('at', '>=', startOfDay(from, timeZone))
  if (to) query = query.where('at', '<', startOfDay(to, timeZone, 1))
  if (before)
    query = query.where(
      sql<SqlBool>`(${sql.ref('at')}, ${sql.ref('id')}) < (${before.at}::timestamptz, ${before.id}::uuid)`,
    )
  if (asOf)
    query = query
      .where('at', '<=', asOf.at)
      .where(({ or, eb }) => or([eb('at', '<', asOf.at), eb('id', 'in', asOf.ids)]))
  if (person) {
    const pattern = containingPattern(person)
    query = query.where((where) =>
      where.or([where('personName', 'ilike', pattern), where(sql<string>`detail->>'by'`, 'ilike', pattern)]),
    )
  }
  return query
}

/** One page of the log, with the place where the next one starts. */
export function getSecurityEvents(
  parts: Pick<Parts, 'reads'>,
  workspaceId: string,
  page: Page,
): Promise<{ rows: SecurityRow[]; timeZone: string; next: LogCursor | undefined }> {
  return parts.reads.in(workspaceId, async (trx) => {
    const timeZone = page.timeZone ?? (await findTimeZone(trx, workspaceId))
    const limit = page.limit + 1
    const found = await securityEventsQuery(trx, workspaceId, timeZone, { ...page, limit }).execute()
    const rows = found.slice(0, page.limit).map((row) => ({ ...row, detail: securityDetailOf(row.detail) }))
    const last = rows.at(-1)
    return { rows, timeZone, next: found.length === limit && last ? { at: last.at, id: last.id } : undefined }
  })
}
