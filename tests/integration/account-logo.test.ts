import { expect, test } from 'vitest'
import { beginSession } from '#app/access/core/session.server.ts'
import { inviteParticipant } from '#app/access/participants/invite-participant.server.ts'
import { newId } from '#app/kit/ids.ts'
import { sendNotice } from '#app/notices/send-notice.server.ts'
import { closePlan } from '#app/plan/closing/close-plan.server.ts'
import { getPlanView } from '#tests/factories/get-plan-view.ts'
import { runCommand } from '#app/runner/run-command.server.ts'
import { standingsOnPlan } from '#app/runner/standing.server.ts'
import { action } from '#app/workspace/logos/account-logo.page.tsx'
import { setAccountLogo } from '#app/workspace/logos/set-account-logo.server.ts'
import { setLogo } from '#app/workspace/logos/set-logo.server.ts'
import { inWorkspace } from '#db/workspace.ts'
import { activityOf } from '#tests/factories/adjusting.ts'
import { loadContext } from '#tests/factories/load-context.ts'
import { type Setting, eventsOf, refusalOf, setUp, statusOf } from '#tests/factories/plan-setting.ts'
import { startLocalResend } from '#tests/factories/resend.ts'
import { makeMember } from '#tests/factories/workspace.ts'

const png = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg=='

const change = (it: Setting, image: string | null, actor: Setting['lead'] | Setting['champion'] = it.lead) =>
  runCommand(it.parts, setAccountLogo, { actor, scopeId: it.planId, input: { image } })

const logoFor = async (it: Setting, actor: Setting['lead'] | Setting['champion']) => {
  const standings = await inWorkspace(it.parts.db, it.workspaceId, (trx) => standingsOnPlan(trx, actor, it.planId))
  return (await getPlanView(it.parts, { actor, standings }, it.planId)).account.logo
}

const pictures = (it: Setting) =>
  inWorkspace(it.parts.db, it.workspaceId, (trx) => trx.selectFrom('logo').select(['id', 'accountId']).execute())

test('the vendor’s team and the champion set the customer’s logo, both sides see it, and either removes it', async () => {
  const it = await setUp()
  const first = (await change(it, png, it.champion)).result.logo
  expect(first).toMatch(/^\/logos\//)
  expect(await logoFor(it, it.lead)).toBe(first)
  expect(await logoFor(it, it.champion)).toBe(first)
  const second = (await change(it, png, it.teammate)).result.logo
  expect(second).not.toBe(first)
  await change(it, null)
  expect(await logoFor(it, it.champion)).toBeNull()
  const { entries } = await activityOf(it, it.champion)
  expect(entries.map(({ what }) => what)).toEqual([
    'removed Halden Foods’ logo',
    'changed Halden Foods’ logo',
    'changed Halden Foods’ logo',
  ])
  expect(entries.flatMap(({ changes }) => changes)).toEqual([])
})

test('no one else sets it, and no one on a closed plan', async () => {
  const it = await setUp()
  expect(await statusOf(change(it, png, it.contributor))).toBe(403)
  expect(await statusOf(change(it, png, it.outsider))).toBe(403)
  await runCommand(it.parts, closePlan, { actor: it.lead, scopeId: it.planId, input: { reason: 'postponed' } })
  expect(await statusOf(change(it, png))).toBe(403)
  expect(await pictures(it)).toEqual([])
})

test('what is no picture is refused beside its field, whatever its form calls it', async () => {
  const it = await setUp()
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>').toString('base64')
  const tooLarge = Buffer.concat([Buffer.from(png, 'base64'), Buffer.alloc(201 * 1024)]).toString('base64')
  const bytes = Buffer.from(png, 'base64')
  const cutOff = [8, 33, bytes.length - 20].map((length) => bytes.subarray(0, length).toString('base64'))
  for (const image of [svg, tooLarge, ...cutOff])
    expect((await refusalOf(change(it, image))).faults).toMatchObject([{ field: 'logo' }])
  expect(await eventsOf(it)).toEqual([])
})

test('the form posts a file, and says what it wants where none was chosen', async () => {
  const it = await setUp()
  const cookie = await inWorkspace(it.parts.db, it.workspaceId, (trx) =>
    beginSession(it.parts, trx, it.workspaceId, { memberId: it.lead.id }, null),
  )
  const post = async (file: BlobPart[]) => {
    const body = new FormData()
    body.set('intent', 'set-account-logo')
    body.set('idempotencyKey', newId())
    body.set('logo', new File(file, 'logo.png', { type: 'image/png' }))
    const request = new Request(`http://localhost:3000/plans/${it.planId}/logo`, {
      method: 'POST',
      body,
      headers: { cookie: cookie.split(';')[0] ?? '' },
    })
    const context = loadContext(it.parts)
    return action({ request, params: { planId: it.planId }, context }).catch((thrown: unknown) => thrown)
  }
  expect(await post([])).toMatchObject({ init: { status: 422 }, data: { faults: [{ field: 'logo' }] } })
  expect(await post([Buffer.from(png, 'base64')])).toMatchObject({ status: 303 })
  expect(await logoFor(it, it.champion)).toMatch(/^\/logos\//)
})

test('each company keeps its own newest five pictures', async () => {
  const it = await setUp()
  const admin = await makeMember(it.parts.db, it.workspaceId, { name: 'Henrike Aalto', roles: ['admin'] })
  await runCommand(it.parts, setLogo, { actor: admin, scopeId: it.workspaceId, input: { image: png } })
  for (let n = 0; n < 6; n++) await change(it, png)
  const kept = await pictures(it)
  expect(kept.filter(({ accountId }) => accountId === null)).toHaveLength(1)
  expect(kept.filter(({ accountId }) => accountId === it.accountId)).toHaveLength(5)
})

test('an email about the plan shows it beside the vendor’s name', async () => {
  const it = await setUp()
  const { logo } = (await change(it, png)).result
  await runCommand(it.parts, inviteParticipant, {
    actor: it.lead,
    scopeId: it.planId,
    input: { name: 'Ida Moor', email: 'ida.moor@halden.example', role: 'viewer' },
  })
  const resend = await startLocalResend()
  const parts = { ...it.parts, environment: { ...it.parts.environment, resendBaseUrl: resend.baseUrl } }
  const { id } = await inWorkspace(parts.db, it.workspaceId, (trx) =>
    trx.selectFrom('notice').select('id').where('toAddress', '=', 'ida.moor@halden.example').executeTakeFirstOrThrow(),
  )
  await sendNotice(parts, it.workspaceId, id)
  expect(resend.attempts[0]?.html).toContain(`${new URL(logo ?? '', parts.environment.appUrl).href}"`)
})
