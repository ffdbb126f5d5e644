import pg from 'pg'
import { beforeAll, expect, test, vi } from 'vitest'
import { inWorkspace } from '#db/workspace.ts'
import { readCookies } from '#app/access/core/secret-cookies.server.ts'
import { loader as openDevices } from '#app/access/devices/devices.page.tsx'
import { requireMember, requirePlanPage } from '#app/access/core/require-viewer.server.ts'
import { action as pressContinue, loader as openLink } from '#app/access/emailed-links/answer-emailed-link.page.tsx'
import { beginSession } from '#app/access/core/session.server.ts'
import { findViewer } from '#app/access/core/find-viewer.server.ts'
import { action as signOut } from '#app/access/sign-in/sign-out.route.ts'
import { loader as signInPage } from '#app/access/sign-in/sign-in.page.tsx'
import { loader as openSwitch, action as switchTo } from '#app/access/sign-in/switch-workspace.page.tsx'
import { readApart } from '#app/kit/reads.server.ts'
import { issueLink, linkUrl } from '#app/outbox/link-token.server.ts'
import { loader as rootLoader } from '#app/root.tsx'
import { answerOf } from '#tests/factories/plan-with-sign-in.ts'
import { loadContext } from '#tests/factories/load-context.ts'
import { type TestParts, testParts } from '#tests/factories/parts.ts'
import { type SamplePlan, makePlan } from '#tests/factories/workspace.ts'
import { testDatabase } from '#tests/harness/database.ts'

let parts: TestParts
let here: SamplePlan
let there: SamplePlan
let appUrl: string

beforeAll(async () => {
  const { db, appUrl: url } = await testDatabase()
  parts = await testParts(db, url)
  appUrl = parts.environment.appUrl
  here = await makePlan(db)
  there = await makePlan(db)
})

/** A browser's cookies, as it keeps them between answers. */
function browser() {
  const jar = new Map<string, string>()
  return {
    jar,
    take(cookies: readonly string[]) {
      for (const cookie of cookies) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
        if (value) jar.set(name, value)
        else jar.delete(name)
      }
    },
    get cookie() {
      return [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    },
    args(path: string, { form, params = {} }: { form?: Record<string, string>; params?: Record<string, string> } = {}) {
      const body = form ? new URLSearchParams(form) : undefined
      const init: RequestInit = {
        method: form ? 'POST' : 'GET',
        headers: { cookie: this.cookie },
        ...(body ? { body } : {}),
      }
      return {
        request: new Request(new URL(path, appUrl), init),
        params,
        context: loadContext(parts),
      }
    },
  }
}
type Browser = ReturnType<typeof browser>

const linkFor = ({ workspaceId, planId }: SamplePlan, participantId: string) =>
  inWorkspace(parts.db, workspaceId, async (trx) => {
    const link = { kind: 'return', planId, participantId } as const
    const tokenId = await issueLink(parts.environment, trx, workspaceId, link, parts.clock.now())
    return linkUrl(parts.environment, { workspaceId, tokenId })
  })

async function signIn(it: Browser, plan: SamplePlan, participantId = plan.champion.id) {
  const url = await linkFor(plan, participantId)
  const asked = it.args(url, {
    form: { intent: 'continue' },
    params: { token: new URL(url).pathname.split('/').at(-1) ?? '' },
  })
  const answer = await answerOf(() => pressContinue(asked))
  it.take(answer.cookies)
  return answer
}

const viewerAt = async (it: Browser, path: string) => (await findViewer(parts, it.args(path).request))?.actor.id
const planOf = ({ planId }: SamplePlan) => `/plans/${planId}`
const isLive = async ({ workspaceId }: SamplePlan, it: Browser) =>
  (await findViewer(parts, it.args(`/?as=${workspaceId}`).request)) !== null

test('a link of another workspace leaves the session of the first as it is, and each plan opens in its own', async () => {
  const it = browser()
  await signIn(it, here)
  await signIn(it, there)
  expect(await viewerAt(it, planOf(here))).toBe(here.champion.id)
  expect(await viewerAt(it, planOf(there))).toBe(there.champion.id)
  for (const plan of [here, there]) {
    const asked = it.args(`${planOf(plan)}/activity`, { params: { planId: plan.planId } })
    const viewer = await requirePlanPage(asked, 'plans/:planId/activity', plan.planId)
    expect(viewer.actor.workspaceId).toBe(plan.workspaceId)
  }
  // On other pages it is the latest sign-in.
  expect(await viewerAt(it, '/devices')).toBe(there.champion.id)
  expect(await viewerAt(it, '/plans/6f1c2a3e-0000-4000-8000-000000000001')).toBe(there.champion.id)
})

test('opening a plan of the other workspace makes that one the present one', async () => {
  const it = browser()
  await signIn(it, here)
  await signIn(it, there)
  const root = await answerOf(() => rootLoader(it.args(planOf(here))))
  expect(root.body).toMatchObject({ viewer: { name: here.champion.name, among: here.workspaceId } })
  it.take(root.headers.getSetCookie())
  expect(await viewerAt(it, '/devices')).toBe(here.champion.id)
})

test('a form counts for the person its page was drawn for, whatever another tab did since', async () => {
  const it = browser()
  await signIn(it, here)
  await signIn(it, there)
  expect(await viewerAt(it, `/devices?as=${here.workspaceId}`)).toBe(here.champion.id)
  await signOutBy(it, { workspaceId: here.workspaceId })
  expect(await viewerAt(it, `/devices?as=${here.workspaceId}`), 'nobody, and not the other').toBeUndefined()
})

test('a cookie from before there was one for each workspace keeps its session, also beside another', async () => {
  const it = browser()
  const old = await inWorkspace(parts.db, here.workspaceId, (trx) =>
    beginSession(parts, trx, here.workspaceId, { participantId: here.champion.id }, null),
  )
  it.jar.set('firstwin', /=([^;]*)/.exec(old)?.[1] ?? '')
  expect(await viewerAt(it, '/devices')).toBe(here.champion.id)
  await signIn(it, there)
  expect(await viewerAt(it, planOf(here))).toBe(here.champion.id)
  expect(await viewerAt(it, planOf(there))).toBe(there.champion.id)
  // Someone else in the same workspace takes its place.
  await signIn(it, here, here.contributor.id)
  expect(it.jar.has('firstwin')).toBe(false)
  expect(await viewerAt(it, planOf(here))).toBe(here.contributor.id)
})

test('in one workspace a browser is one person, who is told before another takes the place', async () => {
  const it = browser()
  await signIn(it, here)
  const before = it.cookie
  const url = await linkFor(here, here.contributor.id)
  const page = await answerOf(() => openLink(it.args(url, { params: { token: new URL(url).pathname.slice(6) } })))
  expect(page.body).toMatchObject({ card: 'continue', replaced: here.champion.name })
  await signIn(it, here, here.contributor.id)
  const ended = new Request(new URL(planOf(here), appUrl), { headers: { cookie: before } })
  expect(await findViewer(parts, ended)).toBeNull()
})

async function signOutBy(it: Browser, form: Record<string, string> = {}) {
  const answer = await answerOf(() => signOut(it.args('/sign-out', { form })))
  it.take(answer.cookies)
  return answer
}

test('signing out ends the present workspace, one that is named, or all, and says which are left', async () => {
  const it = browser()
  await signIn(it, here)
  await signIn(it, there)
  expect(await signOutBy(it)).toMatchObject({ status: 303, location: '/switch' })
  expect([await isLive(here, it), await isLive(there, it)]).toEqual([true, false])
  expect(await signOutBy(it)).toMatchObject({ location: '/sign-in' })
  expect(readCookies(it.args('/').request, appUrl, 'firstwin')).toEqual([])

  await signIn(it, here)
  await signIn(it, there)
  await signOutBy(it, { workspaceId: here.workspaceId })
  expect([await isLive(here, it), await isLive(there, it)]).toEqual([false, true])
  await signIn(it, here)
  const cookies = it.cookie
  expect(await signOutBy(it, { all: 'yes' })).toMatchObject({ location: '/sign-in' })
  for (const plan of [here, there])
    expect(
      await findViewer(parts, new Request(new URL(planOf(plan), appUrl), { headers: { cookie: cookies } })),
    ).toBeNull()
})

test('one switches between them on a page that names each with its person', async () => {
  const it = browser()
  await signIn(it, here)
  await signIn(it, there)
  const page = (await openSwitch(it.args('/switch'))).workspaces
  expect(page.map(({ id, person, isPresent }) => [id, person, isPresent])).toEqual([
    [there.workspaceId, there.champion.name, true],
    [here.workspaceId, here.champion.name, false],
  ])
  const form = { intent: 'switch', workspaceId: here.workspaceId }
  const switched = await answerOf(() => switchTo(it.args('/switch', { form })))
  expect(switched).toMatchObject({ status: 303, location: planOf(here) })
  it.take(switched.cookies)
  expect((await openDevices(it.args('/devices'))).devices).not.toHaveLength(0)
  expect(await viewerAt(it, '/devices')).toBe(here.champion.id)
  const nowhere = await answerOf(() => switchTo(it.args('/switch', { form: { ...form, workspaceId: here.planId } })))
  expect(nowhere.status).toBe(404)
})

test('who is signed in may sign in with another address as well', async () => {
  const it = browser()
  await signIn(it, here)
  expect(await answerOf(() => signInPage(it.args('/sign-in')))).toMatchObject({ location: planOf(here) })
  const page = await signInPage(it.args('/sign-in?another=yes&next=/plans'))
  expect(page).toMatchObject({ signedInAs: here.champion.name, next: '/plans' })
})

test('a cookie of one workspace opens no other, under whatever name it is sent', async () => {
  const it = browser()
  await signIn(it, here)
  const [name = '', value = ''] = [...it.jar].find(([key]) => key.includes(here.workspaceId)) ?? []
  for (const forged of [
    `${name.replace(here.workspaceId, there.workspaceId)}=${value}`,
    `${name.replace(here.workspaceId, there.workspaceId)}=${value.replace(here.workspaceId, there.workspaceId)}`,
    `firstwin=${value.replace(here.workspaceId, there.workspaceId)}`,
  ]) {
    const request = new Request(new URL('/plans', appUrl), { headers: { cookie: forged } })
    expect(await findViewer(parts, request), forged).toBeNull()
  }
})

test('one question finds a session, however many queries the page asks, where there is one workspace', async () => {
  const it = browser()
  await signIn(it, here)
  using sent = vi.spyOn(pg.Client.prototype, 'query')
  await findViewer({ ...parts, reads: readApart(parts.db) }, it.args(planOf(here)).request)
  const asked = sent.mock.calls.filter(([text]: unknown[]) => typeof text === 'string' && text.startsWith('select'))
  expect(asked).toHaveLength(1)
  await expect(requireMember(it.args('/plans'), 'plans')).rejects.toMatchObject({ init: { status: 403 } })
})
