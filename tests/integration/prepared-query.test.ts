import pg from 'pg'
import { beforeAll, expect, test, vi } from 'vitest'
import { newId } from '#app/kit/ids.ts'
import { createPool } from '#db/connection.ts'
import { type RunPreparedQuery, preparedQuery, runPreparedQueriesOn } from '#db/prepared-query.ts'
import { makeWorkspace } from '#tests/factories/workspace.ts'
import { testDatabase } from '#tests/harness/database.ts'

let pool: pg.Pool
let run: RunPreparedQuery
let workspaceId: string

beforeAll(async () => {
  const { db, appUrl } = await testDatabase()
  pool = createPool(appUrl, { max: 1 })
  run = runPreparedQueriesOn(pool)
  workspaceId = await makeWorkspace(db, { name: `Brightline "Sam's" \\ GmbH` })
  return () => pool.end()
})

const nameOf = preparedQuery(
  (db, { id, name }: { id: string; name: string }) =>
    db.selectFrom('workspace').select('name').where('workspaceId', '=', id).where('name', '=', name),
  { id: 'an id', name: 'a name' },
)
const named = (id: string, name: string, at = workspaceId) => run(at, nameOf, { id, name })

test('a prepared query is one text, planned once on each connection, and its values are only values', async () => {
  using sent = vi.spyOn(pg.Client.prototype, 'query')
  const name = `Brightline "Sam's" \\ GmbH`
  for (let times = 0; times < 3; times++) expect(await named(workspaceId, name)).toEqual({ name })
  expect(await named(workspaceId, `' or 'a' = 'a`)).toBeUndefined()
  const texts = sent.mock.calls.map(([text]) => String(text))
  // Once refused by a connection that does not know it, once with what it must learn.
  expect(texts.map((text) => text.includes('prepare firstwin_'))).toEqual([false, true, false, false, false])
})

test('a prepared query sees the rows of its own workspace alone, and leaves no setting behind', async () => {
  const { db } = await testDatabase()
  const other = await makeWorkspace(db, { name: 'Another' })
  expect(await named(other, 'Another')).toBeUndefined()
  expect(await named(other, 'Another', other)).toEqual({ name: 'Another' })
  const { rows } = await pool.query<{ workspace: string | null; planning: string }>(
    `select nullif(current_setting('app.workspace', true), '') as workspace, current_setting('plan_cache_mode') as planning`,
  )
  expect(rows).toEqual([{ workspace: null, planning: 'auto' }])
  await expect(named(newId(), 'x', `x'; select 1`)).rejects.toThrow('not the id of a workspace')
})

test('what fails is told, and the connection answers the next query', async () => {
  const wrong = preparedQuery(
    (db, { id }: { id: string }) => db.selectFrom('workspace').select('name').where('workspaceId', '=', id),
    { id: 'an id' },
  )
  await expect(run(workspaceId, wrong, { id: 'no id' })).rejects.toMatchObject({ code: '22P02' })
  expect(await run(workspaceId, wrong, { id: newId() })).toBeUndefined()
})
