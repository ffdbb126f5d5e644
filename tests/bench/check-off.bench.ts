import type { LogEvent } from 'kysely'
import pg from 'pg'
import { newId } from '#app/kit/ids.ts'
import { ensureBuild } from '#app/server/ensure-build.server.ts'
import { loadBundle } from '#app/server/load-bundle.server.ts'
import { remixAnswer } from '#app/server/remix-answer.server.ts'
import { withSharedReads } from '#app/server/with-shared-reads.server.ts'
import { readWorkspace } from '#db/reading.ts'
import { settingsFor } from '#db/workspace.ts'
import { startTestServer } from '#tests/harness/server.ts'
import { cloneTemplate, prepareTemplate } from '#tests/harness/template.ts'
import { ask, makeCurrentPlan, share, startInstallation } from '#tests/load/installation.ts'
import { cpuSeconds } from './load.ts'

/**
 * What it costs to check a task off, as a browser posts it to a process of the app, compared with the same SQL statements, run one after the
 * other in one transaction on one connection; in turn, medians. `ROUNDS` is how often.
 */
const rounds = Number(process.env.ROUNDS || 300)

type Statement = { text: string; values: readonly unknown[] }

ensureBuild()
const server = await startTestServer()
const clone = await cloneTemplate(await prepareTemplate(server.serverUrl))
let recorded: Statement[] | undefined
const statement = ({ query: { sql: text, parameters: values } }: LogEvent) => void recorded?.push({ text, values })
const { parts, apps, signIn, stop } = await startInstallation({ ...clone, processes: 1, statement })
const bare = new pg.Client(clone.appUrl)
await bare.connect()
try {
  const [app] = apps
  if (!app) throw new Error('No process was started.')
  const { workspaceId, planId, taskIds, champion } = await makeCurrentPlan(parts.db)
  const cookie = await signIn(workspaceId, { participantId: champion.id })
  const taskId = taskIds['legal'] ?? ''
  const formFor = (intent: 'complete-task' | 'reopen-task') => ({ intent, taskId, idempotencyKey: newId() })
  const post = async (intent: 'complete-task' | 'reopen-task') => {
    const { status, ms } = await ask(new URL(`/plans/${planId}`, app.baseUrl), { cookie, form: formFor(intent) })
    if (status !== 303) throw new Error(`${intent} answers ${status}`)
    return ms
  }
  const lastNumber = () =>
    readWorkspace(parts.db, workspaceId, async (trx) => {
      const { lastNumber } = await trx
        .selectFrom('activityCounter')
        .select('lastNumber')
        .where('workspaceId', '=', workspaceId)
        .where('scope', '=', 'plan')
        .where('scopeId', '=', planId)
        .executeTakeFirstOrThrow()
      return Number(lastNumber)
    })

  /** The statements of a check-off, recorded in this process. */
  const { build } = await loadBundle()
  const here = remixAnswer(withSharedReads(build), 'production')
  const record = async () => {
    const form = formFor('complete-task')
    recorded = []
    const request = new Request(`${parts.environment.appUrl}/plans/${planId}?index`, {
      method: 'POST',
      headers: { cookie },
      body: new URLSearchParams(form),
    })
    const { status } = await here(request, { parts, requestId: newId(), cspNonce: newId() })
    if (status !== 303) throw new Error(`The recorded check-off answers ${status}`)
    const all = recorded.filter(({ text }) => !/^(begin|commit)/.test(text))
    recorded = undefined
    return { all, key: form.idempotencyKey }
  }
  for (let n = 0; n < 50; n++) await post(n % 2 === 0 ? 'complete-task' : 'reopen-task')
  const { all, key } = await record()
  const recordedNumber = await lastNumber()
  await post('reopen-task')

  /** Runs them again, under a key and a number of their own. */
  const replay = async () => {
    const since = performance.now()
    const newKey = newId()
    let next = 0
    await bare.query('begin')
    await bare.query(settingsFor(workspaceId))
    for (const { text, values } of all) {
      const renewed = values.map((value) =>
        value === key ? newKey : text.startsWith('insert') && Number(value) === recordedNumber ? next : value,
      )
      const { rows } = await bare.query<{ last_number?: string }>(text, renewed)
      if (text.startsWith('insert into "activity_counter"')) next = Number(rows[0]?.last_number)
    }
    await bare.query('commit')
    return performance.now() - since
  }
  const [posted, replayed]: [number[], number[]] = [[], []]
  let cpu = 0
  for (let round = -20; round < rounds; round++) {
    const before = cpuSeconds(app.pid())
    const ms = await post('complete-task')
    const after = cpuSeconds(app.pid())
    await post('reopen-task')
    const bareMs = await replay()
    // The first rounds warm up.
    if (round < 0) continue
    posted.push(ms)
    replayed.push(bareMs)
    cpu += after - before
  }
  const [ours, theirs] = [share(posted, 0.5), share(replayed, 0.5)]
  process.stdout.write(
    `a check-off: ${ours.toFixed(2)} ms, ${(ours / theirs).toFixed(2)} × its ${all.length} statements in one transaction ` +
      `(${theirs.toFixed(2)} ms); ${((cpu * 1000) / rounds).toFixed(1)} ms of processor\n`,
  )
} finally {
  await bare.end()
  await stop()
  await clone.drop()
  await server.stop()
}
