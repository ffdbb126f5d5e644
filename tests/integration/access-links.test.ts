import { expect, test } from 'vitest'
import { inWorkspace } from '#db/workspace.ts'
import { newId } from '#app/kit/ids.ts'
import { action as pressContinue, loader as openPage } from '#app/access/emailed-links/answer-emailed-link.page.tsx'
import { action as askForLink } from '#app/access/sign-in/sign-in.page.tsx'
import { addAddressToDirectory } from '#app/access/core/directory.server.ts'
import { sendSignInLinks, signInJob } from '#app/access/sign-in/send-sign-in-links.server.ts'
import { findViewer } from '#app/access/core/find-viewer.server.ts'
import type { LinkKind } from '#app/outbox/link-lifetimes.ts'
import { issueLink, linkUrl } from '#app/outbox/link-token.server.ts'
import { loadContext } from '#tests/factories/load-context.ts'
import { testParts } from '#tests/factories/parts.ts'
import { type SamplePlan, makePlan } from '#tests/factories/workspace.ts'
import { testDatabase } from '#tests/harness/database.ts'

async function stage() {
  const { db, appUrl } = await testDatabase()
  const parts = await testParts(db, appUrl)
  const plan = await makePlan(db)
  const linkFor = (kind: LinkKind, person: { memberId: string } | { participantId: string }, planId: string | null) =>
    inWorkspace(db, plan.workspaceId, async (trx) => {
      const { workspaceId } = plan
      const tokenId = await issueLink(
        parts.environment,
        trx,
        workspaceId,
        { kind, planId, ...person },
        parts.clock.now(),
      )
      return linkUrl(parts.environment, { workspaceId, tokenId })
    })
  const args = (url: string, init: RequestInit = {}) => ({
    request: new Request(url, init),
    params: { token: new URL(url).pathname.split('/').at(-1) ?? '' },
    context: loadContext(parts, { network: '203.0.113.7' }),
  })
  const cookieHeaders = (cookie: string | undefined): Record<string, string> => (cookie ? { cookie } : {})
  const open = (url: string, cookie?: string) => answer(() => openPage(args(url, { headers: cookieHeaders(cookie) })))
  const press = (url: string, { cookie, intent = 'continue' }: { cookie?: string; intent?: string } = {}) =>
    answer(() =>
      pressContinue(
        args(url, { method: 'POST', body: new URLSearchParams({ intent }), headers: cookieHeaders(cookie) }),
      ),
    )
  /** Runs the queued jobs. @returns how many there were */
  const work = async () => {
    const jobs = await parts.boss.fetch('send-sign-in', { batchSize: 20 })
    for (const job of jobs) {
      await sendSignInLinks(parts, signInJob.parse(job.data))
      await parts.boss.complete('send-sign-in', job.id)
    }
    return jobs.length
  }
  const signIn = (fields: Record<string, string>) =>
    answer(() =>
      askForLink(args('http://localhost:3000/sign-in', { method: 'POST', body: new URLSearchParams(fields) })),
    )
  const events = () =>
    inWorkspace(db, plan.workspaceId, (trx) =>
      trx.selectFrom('securityEvent').select(['kind', 'network']).orderBy('at').execute(),
    )
  return { db, parts, plan, linkFor, open, press, signIn, work, events }
}

type Answer = { status: number; location: string | null; cookie: string | undefined; body: unknown }

/** What a loader or action answers, returned or thrown. */
async function answer(call: () => Promise<unknown>): Promise<Answer> {
  const got: unknown = await call().catch((thrown: unknown) => thrown)
  if (got instanceof Response) {
    const cookie = got.headers.get('set-cookie')?.split(';')[0]
    return { status: got.status, location: got.headers.get('location'), cookie, body: null }
  }
  if (got instanceof Error) throw got
  const { data, init } = got as { data: unknown; init: { status?: number } | null }
  return { status: init?.status ?? 200, location: null, cookie: undefined, body: data }
}

const asViewer = (parts: Awaited<ReturnType<typeof stage>>['parts'], cookie: string | undefined) =>
  findViewer(parts, new Request('http://localhost:3000/', { headers: { cookie: cookie ?? '' } }))

const champion = (plan: SamplePlan) => ({ participantId: plan.champion.id })

test('opening a link uses nothing up, and Continue lets its owner in once', async () => {
  const { parts, plan, linkFor, open, press, events } = await stage()
  const link = await linkFor('invitation', champion(plan), plan.planId)
  expect(await open(link)).toMatchObject({ status: 200, body: { card: 'continue', name: plan.champion.name } })
  expect(await open(link)).toMatchObject({ status: 200, body: { card: 'continue' } })
  const pressed = await press(link)
  expect(pressed).toMatchObject({ status: 303, location: `/plans/${plan.planId}` })
  expect((await asViewer(parts, pressed.cookie))?.actor).toMatchObject({ kind: 'participant', id: plan.champion.id })

  const again = await press(link)
  expect(again).toMatchObject({ status: 401, cookie: undefined })
  expect(await open(link)).toMatchObject({ status: 401, body: { card: 'spent', why: 'used' } })
  const network = '203.0.113.7'
  expect(await events()).toEqual([
    { kind: 'signed in', network },
    { kind: 'link refused', network },
  ])
})

test('of many who press at once, one gets in', async () => {
  const { plan, linkFor, press } = await stage()
  const link = await linkFor('return', champion(plan), plan.planId)
  const all = await Promise.all([1, 2, 3, 4].map(() => press(link)))
  expect(all.map((it) => it.status).sort()).toEqual([303, 401, 401, 401])
})

test('everyone signed in under the address goes straight through, and the link stays', async () => {
  const { plan, linkFor, open, press } = await stage()
  const { cookie = '' } = await press(await linkFor('return', champion(plan), plan.planId))
  const link = await linkFor('return', champion(plan), plan.planId)
  expect(await open(link, cookie)).toMatchObject({ status: 302, location: `/plans/${plan.planId}` })
  expect(await open(link)).toMatchObject({ status: 200, body: { card: 'continue' } })
})

test('a link that waited too long opens nothing, and a fresh one goes to its own address alone', async () => {
  const { db, parts, plan, linkFor, open, press } = await stage()
  const link = await linkFor('invitation', champion(plan), plan.planId)
  parts.clock.set('2026-07-01T08:00:01Z')
  expect(await open(link)).toMatchObject({ status: 401, body: { card: 'spent', why: 'expired' } })
  expect(await press(link)).toMatchObject({ status: 401 })
  expect(await press(link, { intent: 'send-fresh-link' })).toMatchObject({
    status: 200,
    body: { status: 'fresh link', sentAt: null },
  })
  const notices = await inWorkspace(db, plan.workspaceId, (trx) =>
    trx.selectFrom('notice').select(['kind', 'toAddress', 'path', 'planId', 'participantId']).execute(),
  )
  expect(notices).toEqual([
    {
      kind: 'sign-in',
      toAddress: expect.stringContaining('@halden.example'),
      path: null,
      planId: plan.planId,
      participantId: plan.champion.id,
    },
  ])
})

test('a link is worth nothing with another workspace, another secret or cut off', async () => {
  const { db, plan, linkFor, open, press } = await stage()
  const other = await makePlan(db)
  const link = await linkFor('return', champion(plan), plan.planId)
  const forged = [
    link.replace(plan.workspaceId, other.workspaceId),
    link.replace(plan.workspaceId, newId()),
    `${link.slice(0, -1)}${link.endsWith('A') ? 'B' : 'A'}`,
    link.slice(0, -1),
    'http://localhost:3000/link/nothing',
  ]
  for (const url of forged) {
    expect(await open(url), url).toMatchObject({ status: 404, body: { card: 'unknown' } })
    expect(await press(url), url).toMatchObject({ status: 404, cookie: undefined })
  }
})

test('the demo’s links open again and again', async () => {
  const { plan, linkFor, press } = await stage()
  const link = await linkFor('demo', { memberId: plan.lead.id }, null)
  expect(await press(link)).toMatchObject({ status: 303, location: '/plans' })
  expect(await press(link)).toMatchObject({ status: 303, location: '/plans' })
  const marketing = await linkFor('demo', { memberId: plan.outsider.id }, null)
  expect(await press(marketing)).toMatchObject({ status: 303, location: '/references' })
})

test('the sign-in page answers alike whether it knows the address or not, and sends emails only to addresses it knows', async () => {
  const { db, plan, signIn, work } = await stage()
  const email = await inWorkspace(db, plan.workspaceId, async (trx) => {
    const member = await trx
      .selectFrom('member')
      .select('email')
      .where('id', '=', plan.lead.id)
      .executeTakeFirstOrThrow()
    await addAddressToDirectory(trx, plan.workspaceId, member.email)
    return member.email
  })
  const known = await signIn({ email, next: `/plans/${plan.planId}` })
  const unknown = await signIn({ email: 'nobody@elsewhere.example', next: '/plans' })
  const told = { status: 'sent', emailsAreHeld: false, isLate: false }
  expect(known).toEqual({ ...unknown, body: { ...told, email } })
  expect(unknown.body).toEqual({ ...told, email: 'nobody@elsewhere.example' })
  expect(await work()).toBe(2)
  const notices = await inWorkspace(db, plan.workspaceId, (trx) =>
    trx.selectFrom('notice').select(['kind', 'toAddress', 'path']).execute(),
  )
  expect(notices).toEqual([{ kind: 'sign-in', toAddress: email, path: `/plans/${plan.planId}` }])
  expect(await signIn({ email: 'no address' })).toMatchObject({
    status: 422,
    body: { faults: [{ field: 'email' }] },
  })
})

test('a sign-in link leads to the page that was wanted, never off this site', async () => {
  const { plan, linkFor, press } = await stage()
  const member = { memberId: plan.lead.id }
  const wanted = `/plans/${plan.planId}/activity`
  const to = async (next: string) =>
    (await press(`${await linkFor('sign-in', member, null)}?next=${encodeURIComponent(next)}`)).location
  expect(await to(wanted)).toBe(wanted)
  expect(await to('https://elsewhere.example/')).toBe('/plans')
  expect(await to('//elsewhere.example')).toBe('/plans')
  expect(await to(`/plans/${newId()}`), 'a plan of others').toBe('/plans')
})
