import { expect, test } from 'vitest'
import { generateTypes } from '#db/generate-types.ts'
import { testDatabase } from '#tests/harness/database.ts'

test('db/schema.ts is what the migrations make', async () => {
  const { ownerUrl } = await testDatabase()
  expect(() => generateTypes(ownerUrl, { verify: true })).not.toThrow()
})
