import { beforeAll, expect, test } from 'vitest'
import { type Database, createDatabase } from '#db/connection.ts'
import { openPipelinedReads } from '#db/open-pipelined-reads.ts'
import { readWorkspace } from '#db/reading.ts'
import { type WorkspaceTransaction, inWorkspace, settingsFor } from '#db/workspace.ts'
import { makeWorkspace } from '#tests/factories/workspace.ts'
import { testDatabase } from '#tests/harness/database.ts'

/** With one connection, a transaction that is left open or a connection that is lost makes all that follows fail. */
let db: Database
let workspaceId: string

beforeAll(async () => {
  db = createDatabase((await testDatabase()).appUrl, { max: 1 })
  workspaceId = await makeWorkspace(db)
  return () => db.destroy()
})

const named = (trx: WorkspaceTransaction, name: string) =>
  trx.updateTable('workspace').set({ name }).where('workspaceId', '=', workspaceId).execute()
const fails = (trx: WorkspaceTransaction) =>
  trx.updateTable('workspace').set({ workspaceId: 'no id' }).where('workspaceId', '=', workspaceId).execute()
const nameNow = () =>
  readWorkspace(db, workspaceId, (trx) => trx.selectFrom('workspace').select('name').executeTakeFirst())

test('what is asked side by side runs in the order in which it was asked', async () => {
  const seen = await inWorkspace(db, workspaceId, (trx) =>
    Promise.all([
      trx.selectFrom('workspace').select('name').executeTakeFirst(),
      named(trx, 'First'),
      trx.selectFrom('workspace').select('name').executeTakeFirst(),
      named(trx, 'Second'),
    ]),
  )
  expect(seen[0]).not.toEqual({ name: 'First' })
  expect(seen[2]).toEqual({ name: 'First' })
  expect(await nameNow()).toEqual({ name: 'Second' })
})

test('where one statement fails, nothing of its transaction is kept, whatever was sent with it', async () => {
  const before = await nameNow()
  const failed = inWorkspace(db, workspaceId, (trx) =>
    Promise.all([named(trx, 'Before it'), fails(trx), named(trx, 'After it')]),
  )
  await expect(failed).rejects.toMatchObject({ code: '22P02' })
  expect(await nameNow()).toEqual(before)
})

test('a failure that is caught, or not waited for, does not let its transaction pass as committed', async () => {
  const before = await nameNow()
  const swallowed = db.getExecutor().provideConnection(async (connection) => {
    const { during, commit } = openPipelinedReads(db, connection, `begin; ${settingsFor(workspaceId)}`)
    await during(async (trx) => {
      await named(trx, 'Kept?')
      fails(trx).catch(() => undefined)
    })
    await commit()
  })
  await expect(swallowed).rejects.toThrow('rolled back instead of committed')
  expect(await nameNow()).toEqual(before)
})

test('a query after the end of its transaction is refused: the connection may serve another workspace', async () => {
  const before = await nameNow()
  const late = await inWorkspace(db, workspaceId, (trx) => Promise.resolve(trx))
  await expect(named(late, 'Too late')).rejects.toThrow('after the end of its transaction')
  expect(await nameNow()).toEqual(before)
})

test('where a transaction cannot begin, that is the error, and what was sent with it does nothing', async () => {
  const before = await nameNow()
  const failed = db.getExecutor().provideConnection(async (connection) => {
    const begin = `begin; ${settingsFor(workspaceId)}; set local no_such_setting = 1`
    const { during, rollBack } = openPipelinedReads(db, connection, begin)
    try {
      return await during((trx) => named(trx, 'Outside'))
    } finally {
      await rollBack()
    }
  })
  await expect(failed).rejects.toMatchObject({ code: '42704' })
  expect(await nameNow()).toEqual(before)
})
