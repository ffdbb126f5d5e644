import { ensureBuild } from '#app/server/ensure-build.server.ts'
import { appRole } from '#db/app-role.ts'
import { migrateToLatest } from '#db/migrate-to-latest.ts'
import { withClient } from '#tests/harness/template.ts'
import { startPatroni } from './patroni.ts'
import { during, startAppUnderTraffic } from './app-under-traffic.ts'

/**
 * `npm run failover:try`: failover as OPERATIONS.md describes it (Patroni, etcd, HAProxy), on the loopback, while people work. The
 * primary is killed, changes places with its replica, and freezes; nothing that was confirmed may be lost or made twice, everything works
 * within ten seconds once there is a primary, and each email is sent once. Takes about six minutes; exits with 1 on a fault.
 */
const say = (line: string) => void process.stdout.write(`${line}\n`)

async function failOver() {
  const patroni = await startPatroni()
  let isFaulty = true
  try {
    await migrateToLatest(patroni.urlFor('firstwin_owner', 'firstwin'))
    await withClient(patroni.urlFor('postgres', 'firstwin'), (client) => client.query(`alter role ${appRole} login`))
    const running = await startAppUnderTraffic({
      appUrl: patroni.urlFor(appRole, 'firstwin'),
      adminUrl: () => patroni.urlFor('postgres', 'firstwin'),
      writers: 4,
      plansOfWriter: 6,
    })
    try {
      await during(running, say, 'The primary and its Patroni were killed', () => patroni.killPrimary())
      await patroni.startKilled()
      await during(running, say, 'The servers changed places', () => patroni.switchOver())
      await during(running, say, 'The killed server came back as the primary and died again', () =>
        patroni.killPrimary(),
      )
      await patroni.startKilled()
      await patroni.freezePrimary(() => during(running, say, 'The primary froze', () => Promise.resolve()))
      const [changes, emails] = [await running.checkChanges(), await running.checkEmails()]
      say(`${changes} confirmed changes are there once, ${emails} emails left once, every page heard all.`)
      isFaulty = false
    } finally {
      await running.stop()
    }
  } finally {
    await patroni.stop({ isFaulty })
  }
}

ensureBuild(say)
let broken = true
try {
  await failOver()
  say('Nothing was lost.')
  broken = false
} catch (error) {
  say(error instanceof Error ? (error.stack ?? error.message) : String(error))
}
process.exit(broken ? 1 : 0)
