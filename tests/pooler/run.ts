import { spawnSync } from 'node:child_process'
import { join, resolve } from 'node:path'
import { startTestServer } from '#tests/harness/server.ts'
import { prepareTemplate } from '#tests/harness/template.ts'
import { startPgBouncer } from './pgbouncer.ts'

/**
 * `npm run pooler:try`: the integration suite with every statement of the app's role passing through PgBouncer in transaction mode.
 * Further arguments go to the runner (`npm run pooler:try -- tests/integration/runner.test.ts`). Announcements use a direct connection, as
 * with `LISTEN_DATABASE_URL` in production.
 */
const projectDir = resolve(import.meta.dirname, '../..')
const server = await startTestServer()
try {
  await prepareTemplate(server.serverUrl)
  const pooler = await startPgBouncer(server.serverUrl)
  try {
    const { status } = spawnSync(
      join(projectDir, 'node_modules/.bin/vitest'),
      ['run', '--project', 'integration', ...process.argv.slice(2)],
      {
        cwd: projectDir,
        stdio: 'inherit',
        env: { ...process.env, TEST_DATABASE_URL: server.serverUrl, TEST_POOLER_PORT: String(pooler.port) },
      },
    )
    process.exitCode = status ?? 1
  } finally {
    await pooler.stop()
  }
} finally {
  await server.stop()
}
