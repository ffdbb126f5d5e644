import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { createDatabase } from '#db/connection.ts'
import { inWorkspace } from '#db/workspace.ts'
import { makePlan } from '#tests/factories/workspace.ts'
import { type TestDatabase, testDatabase } from '#tests/harness/database.ts'

let database: TestDatabase
let tables: string[]

beforeAll(async () => {
  database = await testDatabase()
  const { rows } = await sql<{ name: string }>`
    select tablename as name from pg_tables where schemaname = 'public' order by 1`.execute(database.ownerDb)
  tables = rows.map(({ name }) => name)
  await makePlan(database.db)
})

test('there are tables to look at', () => {
  expect(tables).toContain('plan')
  expect(tables.length).toBeGreaterThan(15)
})

test('every table has row-level security, forced, with a policy that reads and writes one workspace', async () => {
  const { rows } = await sql<{ name: string; enabled: boolean; forced: boolean; reads: string; writes: string }>`
    select c.relname as name, c.relrowsecurity as enabled, c.relforcerowsecurity as forced,
      pg_get_expr(p.polqual, p.polrelid) as reads, pg_get_expr(p.polwithcheck, p.polrelid) as writes
    from pg_class c left join pg_policy p on p.polrelid = c.oid
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')`.execute(database.ownerDb)
  expect(rows.map(({ name }) => name).sort()).toEqual([...tables].sort())
  for (const { name, enabled, forced, reads, writes } of rows) {
    expect({ name, enabled, forced }).toEqual({ name, enabled: true, forced: true })
    for (const check of [reads, writes]) expect(check, name).toContain('app.workspace')
  }
})

test('the workspace leads every primary key', async () => {
  const { rows } = await sql<{ name: string; first: string }>`
    select k.conrelid::regclass::text as name, a.attname as first
    from pg_constraint k join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
    where k.contype = 'p' and k.connamespace = 'public'::regnamespace`.execute(database.ownerDb)
  expect(rows.map(({ name }) => name).sort()).toEqual([...tables].sort())
  expect(rows.filter(({ first }) => first !== 'workspace_id')).toEqual([])
})

test('every unique key holds the workspace, so that none can tell of another’s rows', async () => {
  const { rows } = await sql<{ name: string }>`
    select i.indexrelid::regclass::text as name from pg_index i join pg_class c on c.oid = i.indrelid
    where c.relnamespace = 'public'::regnamespace and i.indisunique and not exists (
      select from pg_attribute a where a.attrelid = i.indrelid and a.attname = 'workspace_id' and a.attnum = any(i.indkey))
    `.execute(database.ownerDb)
  expect(rows).toEqual([])
})

test('no foreign key can join two workspaces', async () => {
  const { rows } = await sql<{ name: string; columns: string[]; target: string[] }>`
    select k.conname as name,
      (select array_agg(a.attname::text) from pg_attribute a where a.attrelid = k.conrelid and a.attnum = any(k.conkey)) as columns,
      (select array_agg(a.attname::text) from pg_attribute a where a.attrelid = k.confrelid and a.attnum = any(k.confkey)) as target
    from pg_constraint k where k.contype = 'f' and k.connamespace = 'public'::regnamespace`.execute(database.ownerDb)
  expect(rows.length).toBeGreaterThan(20)
  for (const { name, columns, target } of rows) {
    expect(columns, name).toContain('workspace_id')
    expect(target, name).toContain('workspace_id')
  }
})

test('the app’s role owns no table and passes no row-level security by', async () => {
  const { rows } = await sql<{ owned: number; privileged: boolean }>`
    select (select count(*)::int from pg_class c where c.relowner = r.oid and c.relnamespace = 'public'::regnamespace) as owned,
      r.rolsuper or r.rolbypassrls as privileged
    from pg_roles r where r.rolname = current_user`.execute(database.db)
  expect(rows).toEqual([{ owned: 0, privileged: false }])
})

test('without a workspace no row is seen, and none can be written', async () => {
  for (const table of tables) {
    const { rows } = await sql<{ count: number }>`select count(*)::int as count from ${sql.table(table)}`.execute(
      database.db,
    )
    expect({ table, count: rows[0]?.count }).toEqual({ table, count: 0 })
  }
  const orphan = sql`insert into workspace (workspace_id, name, time_zone, vendor_calendar, customer_calendar, created_at)
    values (gen_random_uuid(), 'Nobody', 'UTC', '{}', '{}', now())`
  await expect(orphan.execute(database.db)).rejects.toThrow(/row-level security/)
})

test('one workspace sees and changes nothing of another', async () => {
  const [own, other] = [await makePlan(database.db), await makePlan(database.db)]
  const changed = await inWorkspace(database.db, own.workspaceId, async (trx) => {
    const rows = await trx.selectFrom('plan').select('workspaceId').execute()
    expect(rows).toEqual([{ workspaceId: own.workspaceId }])
    return trx.updateTable('plan').set({ project: 'Taken' }).where('id', '=', other.planId).executeTakeFirst()
  })
  expect(changed.numUpdatedRows).toBe(0n)
})

test('a pooled connection carries nothing over, neither after a commit nor after a rollback', async () => {
  const pool = createDatabase(database.appUrl, { max: 1 })
  try {
    const { workspaceId } = await makePlan(pool)
    const seen = async () => (await pool.selectFrom('plan').select('id').execute()).length
    expect(await inWorkspace(pool, workspaceId, (trx) => trx.selectFrom('plan').select('id').execute())).toHaveLength(1)
    expect(await seen()).toBe(0)
    await expect(inWorkspace(pool, workspaceId, () => Promise.reject(new Error('undone')))).rejects.toThrow('undone')
    expect(await seen()).toBe(0)
  } finally {
    await pool.destroy()
  }
})
