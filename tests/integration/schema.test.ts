import { randomBytes } from 'node:crypto'
import { expect, inject, test } from 'vitest'
import { generateTypes } from '#db/generate-types.ts'
import { migrateToLatest } from '#db/migrate.ts'
import { testDatabase } from '#tests/harness/database.ts'
import { urlOf, withClient } from '#tests/harness/template.ts'

test('db/schema.ts is what the migrations make', async () => {
  const { ownerUrl } = await testDatabase()
  expect(() => generateTypes(ownerUrl, { verify: true })).not.toThrow()
})

test('the migrations run as an owner that may only make roles, and passes no row security by', async () => {
  const { serverUrl } = inject('templateServer')
  const name = `firstwin_plain_${randomBytes(4).toString('hex')}`
  await withClient(serverUrl, async (client) => {
    await client.query(`create role ${name} login createrole password 'plain'`)
    await client.query(`grant ${name} to current_user`)
    await client.query(`create database ${name} owner ${name} template template0 encoding 'UTF8'`)
  })
  try {
    await migrateToLatest(urlOf(serverUrl, name, { name, password: 'plain' }))
  } finally {
    await withClient(serverUrl, async (client) => {
      await client.query(`drop database ${name} with (force)`)
      await client.query(`drop role ${name}`)
    })
  }
})
