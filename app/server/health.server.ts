import type { Response, Router } from 'express'
import express from 'express'

/** What must hold before requests are sent here; each check rejects or answers false when it does not. */
export type Readiness = {
  database(): Promise<boolean>
  migrations(): Promise<boolean>
  /** Whether the app's role may still read its tables: a restore without roles loses its grants. */
  rights(): Promise<boolean>
}

const patience = 3_000

async function holds(check: () => Promise<boolean>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<false>((done) => (timer = setTimeout(() => done(false), patience)))
  try {
    return await Promise.race([check().catch(() => false), late])
  } finally {
    clearTimeout(timer)
  }
}

/** `GET /healthz`: the process is up. `GET /readyz`: it can serve; 503 otherwise, and from the moment it is stopping. */
export function health(readiness: Readiness, isStopping: () => boolean): Router {
  const router = express.Router({ caseSensitive: true, strict: true })
  const tellReadiness = async (res: Response) => {
    const database = await holds(readiness.database)
    const migrations = database && (await holds(readiness.migrations))
    const rights = database && (await holds(readiness.rights))
    const ready = database && migrations && rights && !isStopping()
    res
      .status(ready ? 200 : 503)
      .set('Cache-Control', 'no-store')
      .json({ ready, database, migrations, rights, stopping: isStopping() })
  }
  router.get('/healthz', (_req, res) => void res.set('Cache-Control', 'no-store').json({ up: true }))
  router.get('/readyz', (_req, res, next) => {
    tellReadiness(res).catch(next)
  })
  return router
}
