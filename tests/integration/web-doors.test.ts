import { request } from 'node:http'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { inWorkspace } from '#db/workspace.ts'
import { type Database, createDatabase } from '#db/connection.ts'
import { issueApiKey } from '#app/api/keys/api-key.server.ts'
import { beginSession } from '#app/access/core/session.server.ts'
import { readEnvironment } from '#app/kit/environment.server.ts'
import { bounds } from '#app/kit/limits.ts'
import { newId } from '#app/kit/ids.ts'
import { issueLink, linkUrl } from '#app/outbox/link-token.server.ts'
import type { RunningApp } from '#tests/harness/app.ts'
import { runClock } from '#tests/harness/clock.ts'
import { testParts } from '#tests/factories/parts.ts'
import { type SamplePlan, makeMember, makePlan } from '#tests/factories/workspace.ts'
import { ask, startBuiltApp } from '#tests/reach/client.ts'

/** Common web attacks on the app as it runs in production: the built bundle behind its own HTTP server. */

let app: RunningApp
let db: Database
let plan: SamplePlan
let cookie: string
let key: string

beforeAll(async () => {
  app = await startBuiltApp(inject('templateServer'))
  db = createDatabase(app.appUrl, { max: 2 })
  const parts = { ...(await testParts(db, app.appUrl)), environment: readEnvironment(app.variables) }
  const now = { ...parts, clock: runClock }
  plan = await makePlan(db, { project: hostile })
  const { workspaceId } = plan
  const admin = await makeMember(db, workspaceId, { name: 'Ana Lind', roles: ['admin', 'rep'] })
  await inWorkspace(db, workspaceId, async (trx) => {
    await trx.updateTable('workspace').set({ name: hostile }).execute()
    await trx.updateTable('account').set({ name: hostile }).execute()
    await trx
      .updateTable('task')
      .set({ title: hostile, ownerPlaceholder: hostile })
      .where('ownerMemberId', 'is', null)
      .execute()
    await trx.updateTable('member').set({ name: hostile }).where('id', '=', plan.teammate.id).execute()
    cookie = (await beginSession(now, trx, workspaceId, { memberId: admin.id }, null)).split(';')[0] ?? ''
    key = await issueApiKey(trx, { workspaceId, name: 'test', memberId: admin.id }, runClock.now())
  })
}, 600_000)

afterAll(async () => {
  await db.destroy()
  await app.stop()
})

/** Text that would be active in HTML, in a script, in an attribute or as an address. */
const hostile = `"'><img src=x onerror=alert(1)></script><script>alert(2)</script> javascript:alert(3) {{7*7}}`

const pages = () => [
  '/sign-in',
  '/nowhere',
  '/link/nothing',
  `/sso/${newId()}/start`,
  `/sso/${newId()}/callback?error=<script>`,
  '/plans',
  '/plans/new',
  '/references',
  '/workspace',
  '/workspace/access',
  '/workspace/sign-on',
  '/workspace/security?person=%3Cscript%3E',
  `/plans/${plan.planId}`,
  ...['activity', 'calendar', 'situations', 'terms', 'invite', 'close', 'team'].map(
    (it) => `/plans/${plan.planId}/${it}`,
  ),
]

const get = (path: string, headers: Record<string, string> = {}) =>
  ask(new URL(path, app.baseUrl), { headers: { cookie, accept: 'text/html', ...headers } })

describe('every page', () => {
  test('carries the policy, with a nonce of its own on every script, and is kept nowhere', async () => {
    const nonces = new Set<string>()
    for (const path of pages()) {
      const { status, headers, body } = await get(path)
      const html = body.toString('utf8')
      const policy = headers.get('content-security-policy') ?? ''
      const nonce = /script-src 'self' 'nonce-([^']+)'/.exec(policy)?.[1] ?? ''
      expect(policy, path).not.toMatch(/unsafe|\*/)
      for (const rule of [
        `default-src 'self'`,
        `frame-ancestors 'none'`,
        `object-src 'none'`,
        `base-uri 'none'`,
        `form-action 'self'`,
      ])
        expect(policy, path).toContain(rule)
      expect(nonces.has(nonce), path).toBe(false)
      nonces.add(nonce)
      expect(headers.get('cache-control'), path).toBe('no-store')
      expect(headers.get('referrer-policy')).toBe('same-origin')
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('x-powered-by')).toBeNull()
      expect(status, path).toBeLessThan(500)
      for (const [tag] of html.matchAll(/<script\b[^>]*>/g)) expect(tag, path).toContain(`nonce="${nonce}"`)
    }
  })

  test('has no style and no on… attribute, no javascript: address, and shows what people typed as text', async () => {
    for (const path of pages()) {
      const html = (await get(path)).body.toString('utf8')
      const markup = html.replace(/<script\b[^>]*>[\s\S]*?<\/script>/g, '')
      for (const [tag] of markup.matchAll(/<[a-z](?:[^>"']|"[^"]*"|'[^']*')*>/gi)) {
        const names = [...tag.matchAll(/\s([^\s=>"'/]+)(?:=(?:"[^"]*"|'[^']*'))?/g)].map(([, name = '']) =>
          name.toLowerCase(),
        )
        expect(
          names.filter((name) => name === 'style' || name.startsWith('on')),
          `${path}: ${tag}`,
        ).toEqual([])
        expect(tag, path).not.toMatch(/(href|src|action|formaction)="\s*javascript:/i)
      }
      expect(markup, path).not.toMatch(/<img src=x/)
      expect(markup, path).not.toContain('alert(2)</script>')
      // Within Remix's own data a closing tag would end the script.
      for (const [, script = ''] of html.matchAll(/<script\b[^>]*>([\s\S]*?)<\/script>/g))
        expect(script, path).not.toContain('<script>')
    }
  })

  test('the hostile text is really on them', async () => {
    const { body } = await get(`/plans/${plan.planId}`)
    expect(body.toString('utf8')).toContain('&lt;img src=x onerror=alert(1)&gt;')
  })
})

describe('what is sent in', () => {
  const post = (path: string, body: BodyInit, headers: Record<string, string> = {}) =>
    ask(new URL(path, app.baseUrl), { method: 'POST', body, headers: { cookie, ...headers } })
  const form = { 'content-type': 'application/x-www-form-urlencoded' }
  const forms = () => [
    '/sign-in',
    '/workspace',
    '/workspace/sign-on',
    '/workspace/security/export',
    '/plans/new',
    `/plans/${plan.planId}`,
  ]

  test('a post from another site is refused on every page, whatever it carries', async () => {
    for (const path of [...forms(), '/sign-out', '/link/nothing'])
      for (const [name, value] of [
        ['origin', 'https://evil.example'],
        ['origin', 'null'],
        ['sec-fetch-site', 'cross-site'],
      ] as const)
        expect((await post(path, 'intent=x', { ...form, [name]: value })).status, path).toBe(403)
  })

  test('a form is limited in size and in the number of its fields', async () => {
    for (const path of forms()) {
      expect((await post(path, `a=${'x'.repeat(bounds.scheduleBody)}`, form)).status, path).toBe(413)
      expect((await post(path, 'a=1&'.repeat(2_500), form)).status, path).toBe(413)
    }
  })

  test('what is no form is refused: JSON, files, broken multipart, packed bodies', async () => {
    const file = new FormData()
    file.set('name', new File(['<script>'], 'x.svg', { type: 'image/svg+xml' }))
    for (const path of forms()) {
      expect((await post(path, '{"a":1}', { 'content-type': 'application/json' })).status, path).toBe(415)
      expect((await post(path, file)).status, path).toBe(415)
      expect([400, 415]).toContain(
        (await post(path, 'garbage', { 'content-type': 'multipart/form-data; boundary=x' })).status,
      )
      expect([400, 413, 415]).toContain((await post(path, 'garbage', { ...form, 'content-encoding': 'gzip' })).status)
    }
  })

  test('names that reach into prototypes and nested names are names like any other', async () => {
    const before = await plans()
    const names = [
      '__proto__',
      '__proto__[admin]',
      'constructor',
      'constructor[prototype][admin]',
      'a[b][c][d][e]',
      'toString',
      'seen.__proto__',
    ]
    const body = new URLSearchParams([
      ...names.map((name) => [name, 'yes']),
      ['intent', 'change-workspace'],
      ['name', ''],
    ])
    for (const path of forms()) {
      const { status } = await post(path, body)
      expect([400, 403, 422], path).toContain(status)
    }
    expect((await get('/workspace')).status).toBe(200)
    expect(await plans()).toEqual(before)
  })

  const plans = () =>
    inWorkspace(db, plan.workspaceId, (trx) => trx.selectFrom('plan').select(['id', 'project']).execute())

  test('JSON is limited in size and in depth, and its prototype keys are harmless', async () => {
    const json = (text: string) =>
      ask(new URL('/api/v1/schedule', app.baseUrl), {
        method: 'POST',
        body: text,
        headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      })
    const deep = (n: number) => `${'['.repeat(n)}${']'.repeat(n)}`
    expect((await json(`{"tasks":[],"x":${deep(100)}}`)).status).toBe(400)
    expect((await json(deep(500_000))).status).toBe(400)
    expect((await json('{"tasks":')).status).toBe(400)
    expect((await json(`{"tasks":[],"x":"${'x'.repeat(bounds.scheduleBody)}"}`)).status).toBe(413)
    const harmless = await json(
      '{"__proto__":{"tasks":[1]},"constructor":{"prototype":{"a":1}},"calendars":{},"tasks":[]}',
    )
    expect(harmless.status).toBeLessThan(500)
    expect(Object.prototype).not.toHaveProperty('a')
  })
})

describe('what is not led off and not told', () => {
  test.each(['sign-in', 'invitation', 'return'] as const)(
    'a link of kind %s opens with what was copied behind it',
    async (kind) => {
      const { workspaceId, planId, champion } = plan
      const environment = readEnvironment(app.variables)
      const link = { kind, planId: kind === 'sign-in' ? null : planId, participantId: champion.id }
      const tokenId = await inWorkspace(db, workspaceId, (trx) =>
        issueLink(environment, trx, workspaceId, link, runClock.now()),
      )
      const url = linkUrl(environment, { workspaceId, tokenId })
      for (const address of [url, `${url}?next=${encodeURIComponent(`/plans/${planId}/activity`)}`])
        for (const tail of ['', '.', ')', '%3E', '%22.', '%E2%80%9D,']) {
          const answer = await fetch(`${address}${tail}`)
          expect([answer.status, await answer.text()], tail).toEqual([200, expect.stringContaining('Continue')])
        }
    },
  )

  test('the way on after signing in stays on the site', async () => {
    for (const next of [
      'https://evil.example',
      '//evil.example',
      '/\\evil.example',
      '/%09/evil.example',
      'javascript:alert(1)',
    ]) {
      const { status, headers } = await get(`/sign-in?next=${encodeURIComponent(next)}`)
      expect([302, 303]).toContain(status)
      expect(new URL(headers.get('location') ?? '', app.baseUrl).origin, next).toBe(app.baseUrl)
    }
  })

  test('addresses are made of what the app is configured to be, whatever Host says', async () => {
    const { body, headers } = await raw('GET', '/plans', {
      host: 'evil.example',
      'x-forwarded-host': 'evil.example',
      cookie,
    })
    expect(body + JSON.stringify(headers)).not.toContain('evil.example')
  })

  test('methods that nothing answers are 405; HEAD is GET without a body', async () => {
    for (const method of ['PUT', 'DELETE', 'PATCH', 'TRACE', 'OPTIONS', 'PROPFIND'])
      expect((await raw(method, '/plans', { cookie })).status, method).toBe(405)
    expect(await raw('HEAD', '/plans', { cookie })).toMatchObject({ status: 200, body: '' })
  })

  test('no answer carries a stack or the name of a file', async () => {
    const answers = [
      await get('/nowhere'),
      await get(`/plans/${newId()}`),
      await get('/plans/%27%3B--'),
      await get('/assets/nothing.js'),
      await get('/plans.data?_routes=nowhere'),
      await ask(new URL('/plans/new', app.baseUrl), { method: 'POST', body: 'x', headers: { cookie } }),
      await ask(new URL('/api/v1/schedule', app.baseUrl), { method: 'POST', body: '{' }),
    ]
    for (const { body, status } of answers) {
      expect(status).toBeLessThan(500)
      expect(body.toString('utf8')).not.toMatch(/\bat .+:\d+:\d+|node_modules|\.tsx?:|\/build\/server/)
    }
  })

  function raw(method: string, path: string, headers: Record<string, string>) {
    return new Promise<{ status: number; body: string; headers: object }>((done, fail) => {
      const sent = request(new URL(path, app.baseUrl), { method, headers }, (answer) => {
        let body = ''
        answer.setEncoding('utf8').on('data', (chunk: string) => (body += chunk))
        answer.on('end', () => done({ status: answer.statusCode ?? 0, body, headers: answer.headers }))
      })
      sent.on('error', fail)
      sent.end()
    })
  }
})
