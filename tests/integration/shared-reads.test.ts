import type { ServerBuild } from '@remix-run/node'
import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { createDatabase } from '#db/connection.ts'
import { inWorkspace } from '#db/workspace.ts'
import type { Parts } from '#app/kit/parts.ts'
import { type Reads, changeApart, shareReads } from '#app/kit/reads.server.ts'
import { withSharedReads } from '#app/server/with-shared-reads.server.ts'
import { loadContext } from '#tests/factories/load-context.ts'
import { testParts } from '#tests/factories/parts.ts'
import { makeWorkspace } from '#tests/factories/workspace.ts'
import { testDatabase } from '#tests/harness/database.ts'

/** One connection at most: a loader that waits for a second one while holding it fails after five seconds. */
let parts: Parts
let workspaceId: string

beforeAll(async () => {
  const { appUrl } = await testDatabase()
  const db = createDatabase(appUrl, { max: 1 })
  parts = { ...(await testParts(db, appUrl)), db }
  workspaceId = await makeWorkspace(db)
  return () => db.destroy()
})

const transactionOf = (reads: Reads, workspace = workspaceId) =>
  reads.in(workspace, async (trx) => {
    const { id } = await trx
      .selectFrom('workspace')
      .select(sql<string>`pg_current_snapshot()::text || now()::text`.as('id'))
      .executeTakeFirstOrThrow()
    return id
  })

const nameIn = (reads: Reads) =>
  reads.in(workspaceId, (trx) => trx.selectFrom('workspace').select('name').executeTakeFirstOrThrow())

const rename = (work: typeof inWorkspace, name: string) =>
  work(parts.db, workspaceId, (trx) => trx.updateTable('workspace').set({ name }).execute())

/** Whether the only connection is free again. */
const isFree = () => rename(inWorkspace, 'Brightline').then(() => true)

test('loaders side by side read one moment, in one transaction that ends with the last of them', async () => {
  const { join } = shareReads(parts.db)
  const [root, page] = [join(), join()]
  const ids = await Promise.all([transactionOf(root), transactionOf(page), transactionOf(page)])
  expect(new Set(ids).size).toBe(1)
  await root.finish()
  expect(await transactionOf(page)).toBe(ids[0])
  await page.finish()
  expect(await isFree()).toBe(true)
})

test('what is found once keeps its transaction for the code that waited for it', async () => {
  const { join } = shareReads(parts.db)
  const [root, page] = [join(), join()]
  let found = 0
  const find = (reads: Reads) => () => {
    found++
    return transactionOf(reads)
  }
  const answer = async () => {
    const id = await root.once('it', find(root))
    await root.finish()
    return id
  }
  const [first, second] = await Promise.all([answer(), page.once('it', find(page)).then(() => transactionOf(page))])
  expect(second).toBe(first)
  expect(found).toBe(1)
  await page.finish()
  expect(await isFree()).toBe(true)
})

test('a change amid reading waits for no one, and is read afterwards', async () => {
  const { join } = shareReads(parts.db)
  const [root, page] = [join(), join()]
  await Promise.all([nameIn(root), nameIn(page)])
  await Promise.all([
    root.finish(),
    changeApart({ db: parts.db, reads: page }, workspaceId, (trx) =>
      trx.updateTable('workspace').set({ name: 'Brightline Europe' }).execute(),
    ),
  ])
  expect(await nameIn(page)).toEqual({ name: 'Brightline Europe' })
  await page.finish()
  expect(await isFree()).toBe(true)
})

test('nothing can be changed while reading, and what fails is said to all by its cause', async () => {
  const { join } = shareReads(parts.db)
  const [root, page] = [join(), join()]
  const write = (reads: Reads) =>
    reads.in(workspaceId, (trx) => trx.selectFrom('workspace').selectAll().forUpdate().execute())
  const results = await Promise.allSettled([write(root), nameIn(page), nameIn(page)])
  expect(results).toEqual(
    results.map(() => ({ status: 'rejected', reason: expect.objectContaining({ code: '25006' }) as Error })),
  )
  // Later reads start afresh.
  expect(await nameIn(page)).toMatchObject({ name: expect.any(String) as string })
  await root.finish()
  await page.finish()
  expect(await isFree()).toBe(true)
})

test('a loader sees one workspace at a time, and none but the one it asks for', async () => {
  const other = await makeWorkspace(parts.db)
  const reads = shareReads(parts.db).join()
  const idsIn = (workspace: string) =>
    reads.in(workspace, (trx) => trx.selectFrom('workspace').select('workspaceId').execute())
  expect(await idsIn(workspaceId)).toEqual([{ workspaceId }])
  expect(await idsIn(other)).toEqual([{ workspaceId: other }])
  const [first, second] = await Promise.all([idsIn(workspaceId), idsIn(other)])
  expect([first, second]).toEqual([[{ workspaceId }], [{ workspaceId: other }]])
  await expect(reads.in('no workspace', () => Promise.resolve())).rejects.toThrow('not the id of a workspace')
  await reads.finish()
  expect(await isFree()).toBe(true)
})

test('a loader that throws, or goes on reading when it has answered, leaves no transaction open', async () => {
  let late: Promise<unknown> = Promise.resolve()
  const route = (loader: (reads: Reads) => Promise<unknown>) => ({
    module: {
      default: () => null,
      loader: ({ context }: { context: { parts: Parts } }) => loader(context.parts.reads),
    },
  })
  const build = withSharedReads({
    routes: {
      throws: route(async (reads) => {
        await nameIn(reads)
        throw new Response('gone', { status: 404 })
      }),
      streams: route(async (reads) => {
        await nameIn(reads)
        late = new Promise((done) => setImmediate(done)).then(() => nameIn(reads))
        return null
      }),
    },
  } as unknown as ServerBuild)
  const context = loadContext(parts)
  const args = { context, params: {}, request: new Request('http://localhost:3000/') }
  const answers = ['throws', 'streams'].map(async (id) => build.routes[id]?.module.loader?.(args))
  const [thrown, streamed] = await Promise.allSettled(answers)
  expect(thrown).toMatchObject({ status: 'rejected' })
  expect(streamed).toMatchObject({ status: 'fulfilled' })
  expect(await late).toMatchObject({ name: expect.any(String) as string })
  expect(await isFree()).toBe(true)
})
