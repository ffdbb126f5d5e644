import { spawnSync } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { startEmbeddedPostgres } from './start-embedded-postgres.ts'
import { migrateToLatest } from './migrate-to-latest.ts'
import { writeRowSecurity } from './write-row-security.ts'

/**
 * How `schema.ts` is generated from a migrated database: names as Kysely's camel-case plugin gives them, types as `connection.ts`
 * parses them.
 */
const settings = [
  ['--dialect', 'postgres'],
  ['--camel-case'],
  ['--out-file', join(import.meta.dirname, 'schema.ts')],
  ['--date-parser', 'string'],
  ['--numeric-parser', 'string'],
  ['--type-mapping', JSON.stringify({ int8: 'number' })],
  ['--exclude-pattern', '{pgboss,migrations}.*'],
].flat()

/**
 * Writes `db/schema.ts` from the migrated database at `url`, or with `verify` only compares it.
 * @throws Error with the generator's words when they differ or it cannot be written
 */
export function generateTypes(url: string, { verify = false } = {}): void {
  const command = join(import.meta.dirname, '../node_modules/.bin/kysely-codegen')
  const { status, stdout, stderr } = spawnSync(command, ['--url', url, ...settings, ...(verify ? ['--verify'] : [])], {
    encoding: 'utf8',
  })
  if (status !== 0)
    throw new Error(`db/schema.ts is not what the migrations make; run \`npm run db:types\`.\n${stdout}${stderr}`)
}

/** `npm run db:types`, for `schema.ts` and `row-security.sql`; with `-- --verify` it writes nothing and fails when one is out of date. */
if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { ownerUrl, stop } = await startEmbeddedPostgres({
    dataDir: mkdtempSync(join(tmpdir(), 'firstwin-types-')),
    temporary: true,
  })
  try {
    await migrateToLatest(ownerUrl)
    const verify = process.argv.includes('--verify')
    generateTypes(ownerUrl, { verify })
    await writeRowSecurity(ownerUrl, { verify })
  } finally {
    await stop()
  }
}
