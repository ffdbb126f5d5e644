import { strict as assert } from 'node:assert'
import { setTimeout as pause } from 'node:timers/promises'
import { inWorkspace } from '#db/workspace.ts'
import { plainCalendar } from '#app/schedule/stored-calendar.ts'
import { cpuSeconds } from '#tests/bench/load.ts'
import { withClient } from '#tests/harness/template.ts'
import { type Installation, ask, makeCurrentPlan, share } from './installation.ts'
import { addWorkspaces } from './many-workspaces.ts'

export type Collected = {
  /** Jobs that were done, one for each workspace, and the emails that were written. */
  jobs: number
  emails: number
  /** Until the last was done, and of one: half took less, 99 of 100 less. */
  seconds: number
  job: { half: number; most: number }
  /** Seconds of processor of all processes, for each workspace. */
  cpuOfWorkspace: number
  /** Milliseconds that a page takes, before and while the emails of the day are collected. */
  quiet: { half: number; most: number }
  busy: { half: number; most: number }
}

/** Where it is nine in the morning now, so that a run at any hour collects. */
const zoneAtNine = (now: Date): string => {
  const hours = (((9 - now.getUTCHours()) % 24) + 24) % 24
  // POSIX counts them in the opposite direction.
  return hours <= 14 ? `Etc/GMT-${hours}` : `Etc/GMT+${24 - hours}`
}

/**
 * The morning of many workspaces: every plan is looked at, and everyone with news gets their email of the day, while someone opens
 * pages. The emails are held back, so that only collecting them is measured.
 * @throws AssertionError where a job fails, or a page is not answered
 */
export async function collectMornings(
  { parts, apps, signIn }: Installation,
  { ownerUrl, workspaces, plans }: { ownerUrl: string; workspaces: number; plans: number },
): Promise<Collected> {
  const plan = await makeCurrentPlan(parts.db)
  const timeZone = zoneAtNine(parts.clock.now())
  const everyDay = JSON.stringify({ ...plainCalendar, workweek: [1, 2, 3, 4, 5, 6, 7] })
  await inWorkspace(parts.db, plan.workspaceId, async (trx) => {
    const days = { timeZone, vendorCalendar: everyDay, customerCalendar: everyDay }
    await trx.updateTable('workspace').set(days).where('workspaceId', '=', plan.workspaceId).execute()
    await trx.updateTable('plan').set(days).where('workspaceId', '=', plan.workspaceId).execute()
  })
  await addWorkspaces(ownerUrl, plan, { workspaces, plans })
  const admin = <Row extends object>(text: string) =>
    withClient(ownerUrl, async (client) => (await client.query<Row>(text)).rows)
  await admin('insert into operations.email_hold (since) values (now())')

  const reader = await signIn(plan.workspaceId, { memberId: plan.lead.id })
  const readings = async (until: () => boolean) => {
    const waits: number[] = []
    for (let n = 0; !until(); n++) {
      const base = apps[n % apps.length]?.baseUrl ?? ''
      const { status, ms } = await ask(new URL(`/plans/${plan.planId}/activity`, base), { cookie: reader })
      assert.equal(status, 200, 'a page meanwhile')
      waits.push(ms)
      await pause(20)
    }
    return waits
  }
  const spread = (waits: readonly number[]) => ({ half: share(waits, 0.5), most: share(waits, 0.99) })
  let left = 100
  await readings(() => left-- === 0)
  left = 500
  const quiet = spread(await readings(() => left-- === 0))

  const cpu = () => apps.reduce((sum, app) => sum + cpuSeconds(app.pid()), 0)
  const cpuBefore = cpu()
  const began = performance.now()
  await parts.boss.send('collect-daily')
  let isOver = false
  const meanwhile = readings(() => isOver)
  const countJobs = async () => {
    const rows = await admin<{ state: string; count: string }>(
      `select state, count(*) from pgboss.job where name = 'collect-daily-of-workspace' group by state`,
    )
    return new Map(rows.map(({ state, count }) => [state, Number(count)]))
  }
  for (let done = 0; done < workspaces;) {
    await pause(1_000)
    const counts = await countJobs()
    assert.equal((counts.get('failed') ?? 0) + (counts.get('retry') ?? 0), 0, 'no job fails')
    done = counts.get('completed') ?? 0
  }
  const seconds = (performance.now() - began) / 1000
  isOver = true
  const busy = spread(await meanwhile)
  const cpuOfWorkspace = (cpu() - cpuBefore) / workspaces
  const [jobs] = await admin<{ count: string; half: number; most: number }>(
    `select count(*), percentile_cont(0.5) within group (order by took) as half, percentile_cont(0.99) within group (order by took) as most
     from (select extract(epoch from completed_on - started_on)::float as took
       from pgboss.job where name = 'collect-daily-of-workspace' and state = 'completed') as job`,
  )
  const [emails] = await admin<{ count: string }>(`select count(*) from notice where kind = 'daily'`)
  return {
    ...{ jobs: Number(jobs?.count), emails: Number(emails?.count), seconds, cpuOfWorkspace, quiet, busy },
    job: { half: jobs?.half ?? 0, most: jobs?.most ?? 0 },
  }
}
