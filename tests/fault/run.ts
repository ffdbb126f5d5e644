import { setTimeout as pause } from 'node:timers/promises'
import { ensureBuild } from '#app/server/ensure-build.server.ts'
import { appRole } from '#db/app-role.ts'
import { migrateToLatest } from '#db/migrate-to-latest.ts'
import { startCluster } from '#tests/backup/cluster.ts'
import { startDatabaseProxy } from '#tests/harness/database-proxy.ts'
import { withClient } from '#tests/harness/template.ts'
import { sendUnderKills } from './emails-under-kills.ts'
import { addReplica, freeze, killServer, thaw } from './postgres.ts'
import { during, startAppUnderTraffic } from './app-under-traffic.ts'

/**
 * `npm run fault`: kills processes and the database while people work, on its own servers on the loopback, and checks that no confirmed
 * change is lost or made twice, that everything works within ten seconds of the database's return, and that each email is sent
 * once, also where the mail service fails and workers are killed all the time. Takes about ten minutes; `-- server`, `-- failover` and
 * `-- emails` run one part; exits with 1 on a fault.
 */
const wanted = process.argv.slice(2)
const say = (line: string) => void process.stdout.write(`${line}\n`)

async function migratedCluster() {
  const cluster = await startCluster(() => 'max_connections = 100')
  await migrateToLatest(cluster.urlFor('firstwin_owner', 'firstwin'))
  const admin = cluster.urlFor('postgres', 'firstwin')
  await withClient(admin, (client) => client.query(`alter role ${appRole} login`))
  return cluster
}

const crowd = { writers: 4, plansOfWriter: 6 }

async function onOneServer() {
  const cluster = await migratedCluster()
  const running = await startAppUnderTraffic({
    ...crowd,
    appUrl: cluster.urlFor(appRole, 'firstwin'),
    adminUrl: () => cluster.urlFor('postgres', 'firstwin'),
  })
  try {
    const [first] = running.apps
    await during(running, say, 'A process was killed and started again', async () => {
      await first.kill()
      await pause(2_000)
      await first.start()
    })
    await during(running, say, 'PostgreSQL was restarted', async () => {
      cluster.stop()
      cluster.start()
    })
    await during(running, say, 'PostgreSQL was killed and started again', async () => {
      await killServer(cluster)
      cluster.start()
    })
    await during(running, say, 'PostgreSQL was away for 20 s', async () => {
      cluster.stop()
      await pause(20_000)
      cluster.start()
    })
    await during(running, say, 'PostgreSQL was frozen for 20 s', async () => {
      freeze(cluster)
      await pause(20_000)
      thaw(cluster)
    })
    const [changes, emails] = [await running.checkChanges(), await running.checkEmails()]
    say(`One server: ${changes} confirmed changes are there once, ${emails} emails left once, every page heard all.`)
  } finally {
    await running.stop()
    cluster.remove()
  }
}

/** The proxy takes the place of what routes an app to the current primary: a virtual address, HAProxy, or a reconfigured pooler. */
async function withFailover() {
  const cluster = await migratedCluster()
  const replica = await addReplica(cluster)
  const proxy = await startDatabaseProxy(cluster.urlFor(appRole, 'firstwin'))
  let primary: { urlFor(role: string, database: string): string } = cluster
  const running = await startAppUnderTraffic({
    ...crowd,
    appUrl: proxy.url,
    adminUrl: () => primary.urlFor('postgres', 'firstwin'),
  })
  try {
    await during(running, say, 'The primary was killed and its replica promoted', async () => {
      await killServer(cluster)
      await replica.promote()
      proxy.comeBack(replica.urlFor(appRole, 'firstwin'))
      primary = replica
    })
    await pause(3_000)
    const [changes, emails] = [await running.checkChanges(), await running.checkEmails()]
    say(`Failover: ${changes} confirmed changes are there once, ${emails} emails left once, every page heard all.`)
  } finally {
    await running.stop()
    await proxy.close()
    replica.stop()
    cluster.remove()
  }
}

/** `SEED` chooses other moments and other faults. */
async function emailsOfKilledWorkers() {
  const cluster = await migratedCluster()
  const seed = Number(process.env.SEED || 19)
  const kills = 50
  try {
    const emails = await sendUnderKills({
      ...{ appUrl: cluster.urlFor(appRole, 'firstwin'), adminUrl: cluster.urlFor('postgres', 'firstwin') },
      ...{ notices: 2_000, kills, perSecond: 10, late: 0, seed, lost: 'hangs', between: { least: 3, most: 8 } },
    })
    const { sent, rolledBack, requests, failed, limited, lost, repeated, mostInOneSecond, seconds } = emails
    say(`Two workers, killed ${kills} times (seed ${seed}): ${sent} emails were accepted once each, none of`)
    say(
      `  ${rolledBack} that were rolled back; ${requests} requests, ${failed} answered 500, ${limited} answered 429, ${lost} never answered,`,
    )
    say(
      `  ${repeated} sent again under their key; at most ${mostInOneSecond} in any second of 10 allowed; ${seconds.toFixed(0)} s.`,
    )
  } finally {
    cluster.remove()
  }
}

const parts = { server: onOneServer, failover: withFailover, emails: emailsOfKilledWorkers }

ensureBuild(say)
let broken = true
try {
  for (const [name, run] of Object.entries(parts)) if (wanted.length === 0 || wanted.includes(name)) await run()
  say('Nothing was lost.')
  broken = false
} catch (error) {
  say(error instanceof Error ? (error.stack ?? error.message) : String(error))
}
process.exit(broken ? 1 : 0)
