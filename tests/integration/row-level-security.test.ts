import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { createDatabase } from '#db/connection.ts'
import { inWorkspace } from '#db/workspace.ts'
import { newId } from '#app/kit/ids.ts'
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

/** Schemas that hold no tenant's rows, and why each is apart. A table anywhere else must be in `public`, under the rules below. */
const infrastructure: Record<string, string> = {
  pgboss: 'jobs, which carry a workspace’s id within; pg-boss makes its tables itself',
  directory: 'which workspaces know an address, by its hash alone: asked before a workspace is known',
  limits: 'how often somebody tried, by network or address: counted before a workspace is known',
  operations: 'whether a restored copy holds its emails back: of the whole installation',
}
/** The migrator's own tables; their rows belong to no workspace. */
const migratorTables = ['kysely_migration', 'kysely_migration_lock']

test('there are tables to look at, and none outside the schemas that are known', async () => {
  expect(tables).toContain('plan')
  expect(tables.length).toBeGreaterThan(20)
  const { rows } = await sql<{ schema: string; name: string }>`
    select n.nspname as schema, c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p', 'f', 'm') and n.nspname not like 'pg\\_%' and n.nspname not in ('information_schema', 'public')
    `.execute(database.ownerDb)
  const unknown = rows.filter(({ schema, name }) => !(schema in infrastructure) && !migratorTables.includes(name))
  expect(unknown).toEqual([])
})

test('no view, which would read as its owner, nor a trigger stands beside the tables', async () => {
  const { rows } = await sql<{ name: string }>`
    select c.oid::regclass::text as name from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('v', 'm', 'f')
    union all
    select t.tgname from pg_trigger t join pg_class c on c.oid = t.tgrelid
    where c.relnamespace = 'public'::regnamespace and not t.tgisinternal`.execute(database.ownerDb)
  expect(rows).toEqual([])
})

test('every table has row-level security, forced, with one policy that reads and writes one workspace', async () => {
  const { rows } = await sql<{
    name: string
    enabled: boolean
    forced: boolean
    reads: string
    writes: string
    command: string
  }>`
    select c.relname as name, c.relrowsecurity as enabled, c.relforcerowsecurity as forced, p.polcmd as command,
      pg_get_expr(p.polqual, p.polrelid) as reads, pg_get_expr(p.polwithcheck, p.polrelid) as writes
    from pg_class c left join pg_policy p on p.polrelid = c.oid
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')`.execute(database.ownerDb)
  // A second policy would widen what the first lets through.
  expect(rows.map(({ name }) => name).sort()).toEqual([...tables].sort())
  const own = `(workspace_id = (NULLIF(current_setting('app.workspace'::text, true), ''::text))::uuid)`
  for (const row of rows)
    expect(row).toEqual({ name: row.name, enabled: true, forced: true, command: '*', reads: own, writes: own })
})

test('the workspace leads every primary key, every unique key and every index', async () => {
  const { rows } = await sql<{ table: string; name: string; primary: boolean; first: string | null }>`
    select i.indrelid::regclass::text as table, i.indexrelid::regclass::text as name, i.indisprimary as primary, a.attname as first
    from pg_index i join pg_class c on c.oid = i.indrelid
      left join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
    where c.relnamespace = 'public'::regnamespace`.execute(database.ownerDb)
  const withPrimary = rows.filter(({ primary }) => primary).map(({ table }) => table)
  expect(withPrimary.sort()).toEqual([...tables].sort())
  expect(rows.filter(({ first }) => first !== 'workspace_id')).toEqual([])
})

test('every foreign key pairs the workspace with the workspace, so that none can join two', async () => {
  const { rows } = await sql<{ name: string; pairs: string[] }>`
    select k.conname as name, array(
      select a.attname || '=' || b.attname from unnest(k.conkey, k.confkey) as pair(own, other)
      join pg_attribute a on a.attrelid = k.conrelid and a.attnum = pair.own
      join pg_attribute b on b.attrelid = k.confrelid and b.attnum = pair.other) as pairs
    from pg_constraint k where k.contype = 'f' and k.connamespace = 'public'::regnamespace`.execute(database.ownerDb)
  expect(rows.length).toBeGreaterThan(25)
  expect(rows.filter(({ pairs }) => !pairs.includes('workspace_id=workspace_id'))).toEqual([])
})

test('no foreign key leads from one schema to another: their tables may lie on other machines', async () => {
  const { rows } = await sql<{ name: string }>`
    select k.conname as name from pg_constraint k join pg_class own on own.oid = k.conrelid
      join pg_class other on other.oid = k.confrelid
    where k.contype = 'f' and own.relnamespace <> other.relnamespace`.execute(database.ownerDb)
  expect(rows).toEqual([])
})

test('the app’s role owns nothing, passes no row-level security by and cannot become who does', async () => {
  const { rows } = await sql<{ owned: number; privileged: boolean; creates: boolean }>`
    select (select count(*)::int from pg_class c where c.relowner = r.oid)
        + (select count(*)::int from pg_namespace n where n.nspowner = r.oid)
        + (select count(*)::int from pg_proc p where p.proowner = r.oid) as owned,
      r.rolsuper or r.rolbypassrls or r.rolcreaterole or r.rolcreatedb as privileged,
      has_schema_privilege('public', 'create') as creates
    from pg_roles r where r.rolname = current_user`.execute(database.db)
  expect(rows).toEqual([{ owned: 0, privileged: false, creates: false }])
  const owner = new URL(database.ownerUrl).username
  await expect(sql`set role ${sql.ref(owner)}`.execute(database.db)).rejects.toThrow(/permission denied/)
  await expect(sql`alter table plan disable row level security`.execute(database.db)).rejects.toThrow(/must be owner/)
})

test('without a workspace no row of any table is seen, and none can be written', async () => {
  for (const table of tables) {
    const counted = sql<{ count: number }>`select count(*)::int as count from ${sql.table(table)}`
    const { rows } = await counted.execute(database.db)
    expect({ table, count: rows[0]?.count }).toEqual({ table, count: 0 })
    const named = await inWorkspace(database.db, newId(), (trx) => counted.execute(trx))
    expect({ table, count: named.rows[0]?.count }).toEqual({ table, count: 0 })
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

test('a pooled connection carries nothing over: not after a commit, a rollback, an error, nor one that was cut', async () => {
  const pool = createDatabase(database.appUrl, { max: 1 })
  try {
    const { workspaceId } = await makePlan(pool)
    const plans = (trx: Pick<typeof pool, 'selectFrom'>) => trx.selectFrom('plan').select('id').execute()
    const backend = async () => (await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(pool)).rows[0]?.pid
    const first = await backend()
    expect(await inWorkspace(pool, workspaceId, plans)).toHaveLength(1)
    expect(await plans(pool)).toHaveLength(0)
    await expect(inWorkspace(pool, workspaceId, () => Promise.reject(new Error('undone')))).rejects.toThrow('undone')
    expect(await plans(pool)).toHaveLength(0)
    const broken = inWorkspace(pool, workspaceId, (trx) => sql`select 1 / 0`.execute(trx))
    await expect(broken).rejects.toThrow(/division by zero/)
    expect(await plans(pool)).toHaveLength(0)
    // All of this was one connection; now it is cut while a workspace is set.
    expect(await backend()).toBe(first)
    const cut = inWorkspace(pool, workspaceId, async (trx) => {
      await sql`select pg_terminate_backend(${first})`.execute(database.ownerDb)
      return plans(trx)
    })
    await expect(cut).rejects.toThrow()
    await expect
      .poll(() =>
        plans(pool).then(
          (rows) => rows.length,
          () => 'not yet',
        ),
      )
      .toBe(0)
    expect(await backend()).not.toBe(first)
  } finally {
    await pool.destroy()
  }
})
