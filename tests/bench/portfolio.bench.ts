import { todayIn } from '#app/kit/clock.ts'
import { paths } from '#app/kit/paths.ts'
import { ranks } from '#app/plan/summary/plan-summary.ts'
import { writePlansPage } from '#app/portfolio/plans-page.ts'
import { ensureBuild } from '#app/server/ensure-build.server.ts'
import { inWorkspace } from '#db/workspace.ts'
import { refreshAllSummaries } from '#tests/factories/refresh-all-summaries.ts'
import { startTestServer } from '#tests/harness/server.ts'
import { cloneTemplate, prepareTemplate, withClient } from '#tests/harness/template.ts'
import { ask, makeCurrentPlan, share, startInstallation } from '#tests/load/installation.ts'
import { cpuSeconds } from './load.ts'

/**
 * What the pages over all plans cost in a workspace with 1,000, 10,000 and 100,000 plans of twenty tasks, each of an account of its own and every
 * third with a confirmed win and a consent: a page that has to be made because something was changed just before, in milliseconds of
 * processor of the app, in time until its last byte, and in bytes. `SIZES` and `ROUNDS` choose how many.
 */
const sizes = (process.env.SIZES || '1000,10000,100000').split(',').map(Number)
const rounds = Number(process.env.ROUNDS || 30)

type Plan = { workspaceId: string; planId: string; champion: { id: string } }

/** Copies a plan with all its rows until there are as many, each for an account of its own. Takes longer than the app's own connections wait. */
async function multiply(ownerUrl: string, { workspaceId, planId, champion }: Plan, plans: number) {
  await withClient(ownerUrl, async (client) => {
    const run = (text: string) => client.query(text)
    await run(`create temp table more as select gen_random_uuid() as id, gen_random_uuid() as account_id, nth
      from generate_series(2, ${plans}) nth`)
    const old = `old.workspace_id = '${workspaceId}'`
    const copy = (table: string, from: string, on: string, fields: string) =>
      run(`insert into ${table} select (jsonb_populate_record(old, jsonb_build_object(${fields}))).* from ${from} n
        join ${table} old on ${old} and ${on}`)
    const ofPlan = `old.plan_id = '${planId}'`
    await run(`insert into account (workspace_id, id, name, created_at)
      select '${workspaceId}', account_id, 'Account ' || nth, now() from more`)
    await copy(
      'plan',
      'more',
      `old.id = '${planId}'`,
      `'id', n.id, 'account_id', n.account_id,
      'critical_date', old.critical_date - n.nth % 90`,
    )
    await copy('plan_team', 'more', ofPlan, `'plan_id', n.id`)
    await copy('plan_participant', 'more', ofPlan, `'plan_id', n.id`)
    await run(`create temp table more_milestones as select n.id as plan_id, m.id as old_id, gen_random_uuid() as id
      from more n join milestone m on m.plan_id = '${planId}'`)
    await copy('milestone', 'more_milestones', 'old.id = n.old_id', `'id', n.id, 'plan_id', n.plan_id`)
    await run(`create temp table more_tasks as
      select n.plan_id, n.id as milestone_id, t.id as old_id, gen_random_uuid() as id
      from more_milestones n join task t on t.milestone_id = n.old_id`)
    const task = `'id', n.id, 'plan_id', n.plan_id, 'milestone_id', n.milestone_id`
    await copy('task', 'more_tasks', 'old.id = n.old_id', task)
    await run('create index on more_tasks (plan_id, old_id)')
    await run(`insert into task_link (workspace_id, plan_id, task_id, depends_on_id)
      select '${workspaceId}', n.plan_id, n.id, other.id from more_tasks n
      join task_link l on l.task_id = n.old_id
      join more_tasks other on other.plan_id = n.plan_id and other.old_id = l.depends_on_id`)
    await run(`insert into activity_counter (workspace_id, scope, scope_id, last_number)
      select '${workspaceId}', 'plan', id, 10 from more`)
    await run(`update plan set state = 'won', won_on = start_on from more where plan.id = more.id and nth % 3 = 0`)
    await run(`insert into win_result (workspace_id, plan_id, participant_id, measured, confirmed_on, confirmed_at, statement, measure,
        unit, baseline, target, win_by, announced_to)
      select workspace_id, id, '${champion.id}', 1, won_on, now(), win_statement, win_measure, win_unit, win_baseline, win_target,
        win_by, win_announced_to
      from plan where state = 'won'`)
    await run(`insert into reference (workspace_id, plan_id, state, kinds, limits, covers)
      select workspace_id, id, 'agreed', '{logo,quote}', '{"quoteText": null, "until": null, "note": null}',
        jsonb_build_object('version', win_version, 'statement', win_statement, 'measure', win_measure, 'unit', win_unit,
          'baseline', win_baseline, 'target', win_target, 'measured', 1)
      from plan where state = 'won'`)
    await run('analyze')
  })
}

ensureBuild()
const server = await startTestServer()
try {
  const template = await prepareTemplate(server.serverUrl)
  for (const plans of sizes) {
    const clone = await cloneTemplate(template)
    const { parts, apps, signIn, stop } = await startInstallation({ ...clone, processes: 1 })
    try {
      const [app] = apps
      if (!app) throw new Error('No process was started.')
      const plan = await makeCurrentPlan(parts.db)
      const { workspaceId, lead } = plan
      await multiply(clone.ownerUrl, plan, plans)
      const cookie = await signIn(workspaceId, { memberId: lead.id })
      process.stdout.write(`${plans} plans, ${todayIn('UTC', parts.clock.now())}\n`)
      const open = (path: string) => ask(new URL(path, app.baseUrl), { cookie })
      const [cpuBefore, first] = [cpuSeconds(app.pid()), await open('/plans')]
      const firstCpu = (cpuSeconds(app.pid()) - cpuBefore) * 1000
      const since = performance.now()
      await refreshAllSummaries(parts, workspaceId)
      const took = performance.now() - since
      // As autovacuum does before long.
      await withClient(clone.ownerUrl, (client) => client.query('analyze'))
      process.stdout.write(
        `  /plans, nothing stored yet: ${first.ms.toFixed(0)} ms, ${firstCpu.toFixed(0)} ms of processor; ` +
          `the job for all others: ${(took / 1000).toFixed(1)} s\n`,
      )
      const change = () =>
        inWorkspace(parts.db, workspaceId, (trx) =>
          trx
            .updateTable('activityCounter')
            .set((row) => ({ lastNumber: row('lastNumber', '+', 1) }))
            .where('scopeId', '=', plan.planId)
            .execute(),
        )
      // The middle of the list, where a page number would have to pass over half of it.
      const middle = writePlansPage({
        after: { rank: ranks.calm, goalOn: todayIn('UTC', parts.clock.now()), planId: plan.planId },
      })
      const asked = [
        '/plans',
        '/plans?late=yes',
        paths.plans(middle),
        paths.plans({ mine: 'yes', ...middle }),
        '/plans?state=won',
        '/references',
        '/references?page=100',
        '/plans/new',
      ]
      for (const path of asked) {
        const taken: number[] = []
        let [cpu, bytes] = [0, 0]
        for (let round = -5; round < rounds; round++) {
          await change()
          const before = cpuSeconds(app.pid())
          const { status, body, ms } = await open(path)
          if (status !== 200) throw new Error(`${path} answers ${status}`)
          bytes = Buffer.byteLength(body)
          // The first rounds warm up.
          if (round < 0) continue
          taken.push(ms)
          cpu += cpuSeconds(app.pid()) - before
        }
        process.stdout.write(
          `  ${path}: ${((cpu * 1000) / rounds).toFixed(1)} ms of processor, ${share(taken, 0.5).toFixed(1)} ms, ${(bytes / 1024).toFixed(0)} KB\n`,
        )
      }
    } finally {
      await stop()
      await clone.drop()
    }
  }
} finally {
  await server.stop()
}
