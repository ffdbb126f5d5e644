import { setTimeout as pause } from 'node:timers/promises'
import { ensureBuild } from '#app/server/ensure-build.server.ts'
import { appRole } from '#db/app-role.ts'
import { migrateToLatest } from '#db/migrate-to-latest.ts'
import { startCluster } from '#tests/backup/cluster.ts'
import { startDatabaseProxy } from '#tests/harness/database-proxy.ts'
import { withClient } from '#tests/harness/template.ts'
import { addReplica, freeze, killServer, thaw } from './postgres.ts'
import { during, startAppUnderTraffic } from './app-under-traffic.ts'

/**
 * `npm run fault`: kills processes and the database while people work, on its own servers on the loopback, and checks that no confirmed
 * change is lost or made twice, that everything works within ten seconds of the database's return, and that each email is sent
 * once. Takes about four minutes; exits with 1 on a fault.
 */
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

ensureBuild(say)
let broken = true
try {
  await onOneServer()
  await withFailover()
  say('Nothing was lost.')
  broken = false
} catch (error) {
  say(error instanceof Error ? (error.stack ?? error.message) : String(error))
}
process.exit(broken ? 1 : 0)
