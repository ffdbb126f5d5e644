import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmbeddedPostgres } from '#db/embedded.ts'

/**
 * The PostgreSQL server that tests run against: the one of `TEST_DATABASE_URL` (a role that may create databases and roles and
 * bypasses row-level security), else an embedded one for this run.
 */
export async function startTestServer(): Promise<{ serverUrl: string; stop(): Promise<void> }> {
  const named = process.env.TEST_DATABASE_URL
  if (named) return { serverUrl: named, stop: () => Promise.resolve() }
  const { ownerUrl, stop } = await startEmbeddedPostgres({
    dataDir: mkdtempSync(join(tmpdir(), 'firstwin-test-')),
    temporary: true,
  })
  return { serverUrl: ownerUrl, stop }
}
