import { sql } from 'kysely'
import type { Database } from '#db/connection.ts'

/**
 * A hash of each table's rows as the owning role sees them, of one workspace if given. The last use of a key is ignored, and so are the
 * number of a workspace's changes, which counts such uses too, summaries of plans and words to search, which reading computes,
 * and what each reader has seen.
 */
export async function snapshot(ownerDb: Database, workspaceId?: string): Promise<Map<string, string>> {
  const { rows } = await sql<{ name: string }>`
    select tablename as name from pg_tables
    where schemaname = 'public' and tablename not in ('workspace_change', 'plan_summary', 'plan_visit', 'search_word', 'search_part') order by 1`.execute(
    ownerDb,
  )
  const found = new Map<string, string>()
  for (const { name } of rows) {
    const own = workspaceId === undefined ? sql`` : sql`where workspace_id = ${workspaceId}`
    const { rows: hashes } = await sql<{ hash: string | null; count: number }>`
      select md5(string_agg(line, e'\n' order by line)) as hash, count(*)::int as count
      from (select (to_jsonb(t) - array['last_used_at', 'summarized_number', 'searched_number'])::text as line from ${sql.table(name)} t ${own}) lines`.execute(
      ownerDb,
    )
    found.set(name, `${hashes[0]?.count ?? 0} rows, ${hashes[0]?.hash ?? 'none'}`)
  }
  return found
}

/** The tables whose rows differ. */
export const changed = (before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): string[] =>
  [...after].flatMap(([name, rows]) => (before.get(name) === rows ? [] : [name]))
