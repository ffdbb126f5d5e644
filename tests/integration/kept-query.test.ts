import { type SqlBool, sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { keptQuery } from '#db/kept-query.ts'
import { readWorkspace } from '#db/reading.ts'
import { makeWorkspace } from '#tests/factories/workspace.ts'
import { testDatabase } from '#tests/harness/database.ts'

let ids: string[]

beforeAll(async () => {
  const { db } = await testDatabase()
  ids = [await makeWorkspace(db, { name: 'Brightline' }), await makeWorkspace(db, { name: 'Another' })]
})

test('a kept query is built once and finds rows by the values of each time, in the transaction that it is given', async () => {
  const { db } = await testDatabase()
  let built = 0
  const nameOf = keptQuery(
    (trx, { id, names }: { id: string; names: readonly string[] }) => {
      built++
      return trx
        .selectFrom('workspace')
        .select(['workspaceId', 'name'])
        .where('workspaceId', '=', id)
        .where(sql<SqlBool>`name = any(${names}::text[])`)
        .limit(3)
    },
    { id: 'an id', names: ['a name'] },
  )
  const found = await Promise.all(
    ids.map((id) => readWorkspace(db, id, (trx) => nameOf(trx, { id, names: ['Brightline', 'Another', `' or ''='`] }))),
  )
  expect(found).toEqual([[{ workspaceId: ids[0], name: 'Brightline' }], [{ workspaceId: ids[1], name: 'Another' }]])
  const [own = '', other = ''] = ids
  expect(await readWorkspace(db, other, (trx) => nameOf(trx, { id: own, names: ['Brightline'] }))).toEqual([])
  expect(built).toBe(1)
})

test('a value that the query does not take as it is, or that is like another, is refused before anything is asked', async () => {
  const { db } = await testDatabase()
  const [id = ''] = ids
  const changed = keptQuery(
    (trx, { name }: { name: string }) => trx.selectFrom('workspace').select('name').where('name', '=', `${name}!`),
    { name: 'a name' },
  )
  await expect(readWorkspace(db, id, (trx) => changed(trx, { name: 'x' }))).rejects.toThrow(
    'does not take name as it is',
  )
  const alike = keptQuery(
    (trx, { name, other }: { name: string; other: string }) =>
      trx.selectFrom('workspace').select('name').where('name', 'in', [name, other]),
    { name: 'a name', other: 'a name' },
  )
  await expect(readWorkspace(db, id, (trx) => alike(trx, { name: 'x', other: 'y' }))).rejects.toThrow(
    'does not take name',
  )
})
