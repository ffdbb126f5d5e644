import { existsSync, mkdtempSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmbeddedPostgres } from '#db/start-embedded-postgres.ts'

/**
 * The PostgreSQL server that tests run against: the one of `TEST_DATABASE_URL` (a role that may create databases and roles and
 * bypasses row-level security), else an embedded one for this run.
 */
export async function startTestServer(): Promise<{ serverUrl: string; stop(): Promise<void> }> {
  const named = process.env.TEST_DATABASE_URL
  if (named) return { serverUrl: named, stop: () => Promise.resolve() }
  const { ownerUrl, stop } = await startEmbeddedPostgres({
    dataDir: mkdtempSync(join(clusterHome(), 'firstwin-test-')),
    temporary: true,
  })
  return { serverUrl: ownerUrl, stop }
}

const memory = '/dev/shm'
/** What the cluster of a whole run needs, several times over, in bytes. */
const room = 4 * 1024 ** 3

/** Memory, where Linux offers enough of it: a database is copied there five times as fast as on a disk. */
const clusterHome = (): string => {
  if (!existsSync(memory)) return tmpdir()
  const { bavail, bsize } = statfsSync(memory)
  return bavail * bsize >= room ? memory : tmpdir()
}
