import { mkdtempSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, expect, onTestFinished, test, vi } from 'vitest'
import { createLog } from '#app/kit/log.server.ts'
import { newId } from '#app/kit/ids.ts'
import { inviteParticipant } from '#app/access/participants/invite-participant.server.ts'
import { runCommand } from '#app/runner/run-command.server.ts'
import { serve } from '#app/server/serve.server.ts'
import { type TestParts, testParts } from '#tests/factories/parts.ts'
import { startLocalResend } from '#tests/factories/resend.ts'
import { type SamplePlan, makePlan } from '#tests/factories/workspace.ts'
import { testDatabase } from '#tests/harness/database.ts'
import { freePort } from '#tests/harness/free-port.ts'
import { smallBuild } from '#tests/harness/small-build.ts'

let parts: TestParts
let plan: SamplePlan

beforeAll(async () => {
  const { db, appUrl } = await testDatabase()
  parts = await testParts(db, appUrl)
  plan = await makePlan(db)
})

/** A process of the app with its worker, and what its metrics say. */
async function started({ withMetrics = true, tracesTo }: { withMetrics?: boolean; tracesTo?: string } = {}) {
  const resend = await startLocalResend()
  const metricsListen = withMetrics ? { host: '127.0.0.1', port: await freePort() } : undefined
  const environment = {
    ...parts.environment,
    resendBaseUrl: resend.baseUrl,
    host: '127.0.0.1',
    port: await freePort(),
    metricsListen,
    tracesTo,
  }
  const build = smallBuild({
    'plans/:planId': { loader: () => new Response('a plan') },
    'plans/:planId/reads': {
      loader: ({ context: { parts: own } }) =>
        own.reads.in(plan.workspaceId, async (trx) => {
          const named = trx.selectFrom('plan').select('project').where('workspaceId', '=', plan.workspaceId)
          return new Response(JSON.stringify(await named.execute()))
        }),
    },
    'plans/:planId/events': {
      handle: { endless: true },
      loader: () =>
        new Response(
          new ReadableStream({ start: (stream) => stream.enqueue(new TextEncoder().encode('data: 1\n\n')) }),
          {
            headers: { 'Content-Type': 'text/event-stream' },
          },
        ),
    },
    fails: { loader: () => new Response('no', { status: 503 }) },
  })
  const assets = { folder: mkdtempSync(join(tmpdir(), 'firstwin-metrics-')) }
  const { stop } = await serve({ environment, log: createLog({ level: 'silent' }), build, assets, clock: parts.clock })
  let stopped: Promise<void> | undefined
  const end = () => (stopped ??= stop())
  onTestFinished(end)
  const read = async () => {
    const answer = await fetch(`http://127.0.0.1:${metricsListen?.port ?? 0}/metrics`)
    expect(answer.headers.get('content-type')).toContain('text/plain')
    return answer.text()
  }
  return { resend, read, end, ask: (path: string) => fetch(`http://127.0.0.1:${environment.port}${path}`) }
}

/** The value of one line: `name{labels}`. */
const valueOf = (text: string, series: string) =>
  Number(
    text
      .split('\n')
      .find((line) => line.startsWith(`${series} `))
      ?.split(' ')
      .at(-1),
  )

test('an event stream that metrics watch is not reported as a leak', async () => {
  const warned = vi.spyOn(process, 'emitWarning')
  onTestFinished(() => warned.mockRestore())
  const { ask } = await started()
  const reader = (await ask(`/plans/${newId()}/events`)).body?.getReader()
  expect(new TextDecoder().decode((await reader?.read())?.value)).toBe('data: 1\n\n')
  expect(warned).not.toHaveBeenCalled()
  await reader?.cancel()
})

test('requests are counted by route and status, and no path, address or id is told', async () => {
  const { ask, read } = await started()
  const secret = newId()
  for (const path of [
    `/plans/${plan.planId}?next=${secret}`,
    `/plans/${secret}`,
    '/fails',
    `/${secret}`,
    `/${secret}.js`,
  ])
    await (await ask(path)).text()
  const text = await read()
  const requests = (route: string, status: number) =>
    valueOf(text, `firstwin_http_requests_total{method="GET",route="${route}",status="${status}"}`)
  expect(requests('plans/:planId', 200)).toBe(2)
  expect(requests('fails', 503)).toBe(1)
  expect(valueOf(text, 'firstwin_http_request_duration_seconds_count{route="plans/:planId"}')).toBe(2)
  for (const hidden of [secret, plan.planId, plan.workspaceId]) expect(text).not.toContain(hidden)
  expect(valueOf(text, 'firstwin_database_up')).toBe(1)
  expect(valueOf(text, 'firstwin_database_connections{state="idle"}')).toBeGreaterThanOrEqual(1)
  expect(valueOf(text, 'firstwin_event_streams')).toBe(0)
  expect(valueOf(text, 'nodejs_eventloop_lag_p99_seconds')).toBeGreaterThan(0)
})

test('emails and failed jobs are counted, those that wait are told, and whether all are held back', async () => {
  const { resend, read } = await started()
  resend.refuse(1)
  await runCommand(parts, inviteParticipant, {
    actor: plan.champion,
    scopeId: plan.planId,
    input: { name: 'Ines Roth', email: 'ines@halden.example', role: 'viewer' },
  })
  const sent = async () => valueOf(await read(), 'firstwin_emails_total{outcome="sent"}')
  await expect.poll(sent, { interval: 250 }).toBe(1)
  const { ownerDb } = await testDatabase()
  await parts.boss.send('collect-daily-of-workspace', {}, { startAfter: 3600 })
  await ownerDb.insertInto('operations.emailHold').values({ since: parts.clock.now() }).execute()
  const text = await read()
  expect(valueOf(text, 'firstwin_emails_total{outcome="refused"}')).toBe(1)
  expect(valueOf(text, 'firstwin_job_failures_total{queue="send-notice"}')).toBe(1)
  expect(valueOf(text, 'firstwin_jobs{queue="collect-daily-of-workspace",state="waiting"}')).toBe(1)
  expect(valueOf(text, 'firstwin_oldest_due_job_seconds{queue="collect-daily-of-workspace"}')).toBe(0)
  expect(valueOf(text, 'firstwin_emails_held')).toBe(1)
  await ownerDb.deleteFrom('operations.emailHold').execute()
})

test('metrics are told at their own address alone, and nowhere unless it is set', async () => {
  const { ask } = await started()
  expect((await ask('/metrics')).status).toBe(404)
  const without = await started({ withMetrics: false })
  expect((await without.ask('/metrics')).status).toBe(404)
})

type Span = { name: string; traceId: string; parentSpanId?: string; attributes: { key: string; value: unknown }[] }
type Posted = { resourceSpans: { scopeSpans: { spans: Span[] }[] }[] }

/** An OpenTelemetry collector on the loopback. */
async function startCollector() {
  const spans: Span[] = []
  const server = createServer((req, res) => {
    const chunks: Buffer[] = []
    req.on('data', (chunk: Buffer) => chunks.push(chunk))
    req.on('end', () => {
      const posted = JSON.parse(Buffer.concat(chunks).toString()) as Posted
      if (req.url === '/v1/traces')
        spans.push(...posted.resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap((scope) => scope.spans)))
      res.writeHead(200, { 'content-type': 'application/json' }).end('{}')
    })
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  onTestFinished(() => void server.close())
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, spans }
}

test('where a collector is set, a request is a trace with its statements, and tells no values or paths', async () => {
  const collector = await startCollector()
  const { ask, end } = await started({ tracesTo: collector.url })
  await (await ask(`/plans/${plan.planId}/reads?next=${newId()}`)).text()
  await end()
  const request = collector.spans.find(({ name }) => name === 'GET plans/:planId/reads')
  const own = collector.spans.filter(({ traceId }) => traceId === request?.traceId)
  const statements = own.filter(({ parentSpanId }) => parentSpanId !== undefined && parentSpanId !== '')
  expect(statements.map(({ name }) => name)).toContain('select')
  expect(JSON.stringify(statements)).toContain('from \\"plan\\" where \\"workspace_id\\" = $1')
  expect(JSON.stringify(collector.spans)).not.toContain(plan.planId)
})
