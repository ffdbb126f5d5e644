import { expect, test } from 'vitest'
import { beginSession } from '#app/access/core/session.server.ts'
import { newId } from '#app/kit/ids.ts'
import { sendNotice } from '#app/notices/send-notice.server.ts'
import { createPlan } from '#app/portfolio/new-plan/create-plan.server.ts'
import { runCommand } from '#app/runner/run-command.server.ts'
import { addMember } from '#app/workspace/members/add-member.server.ts'
import { changeWorkspace } from '#app/workspace/settings/change-workspace.server.ts'
import { setDefaultCalendars } from '#app/workspace/settings/set-default-calendars.server.ts'
import { loader as logoLoader } from '#app/workspace/logos/logo.route.ts'
import { loader as lookLoader } from '#app/workspace/settings/look.route.ts'
import { action } from '#app/workspace/settings/settings.page.tsx'
import { inWorkspace } from '#db/workspace.ts'
import { loadContext } from '#tests/factories/load-context.ts'
import { eventsOf, planOf, refusalOf, setUp, statusOf } from '#tests/factories/plan-setting.ts'
import { startLocalResend } from '#tests/factories/resend.ts'
import { type MemberActor, makeMember } from '#tests/factories/workspace.ts'

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
  'base64',
)

async function begin() {
  const it = await setUp()
  const admin = await makeMember(it.parts.db, it.workspaceId, { name: 'Henrike Aalto', roles: ['admin'] })
  const change = (input: Record<string, unknown>, more: object = {}, actor = admin) =>
    runCommand(it.parts, changeWorkspace, { actor, scopeId: it.workspaceId, input, ...more })
  const stored = () =>
    inWorkspace(it.parts.db, it.workspaceId, (trx) => trx.selectFrom('workspace').selectAll().executeTakeFirstOrThrow())
  const context = loadContext(it.parts)
  /** Posts the form of the logo as a browser does. */
  const upload = async (
    file: Uint8Array<ArrayBuffer> | null,
    fields: Record<string, string> = {},
    as: MemberActor = admin,
  ) => {
    const cookie = await inWorkspace(it.parts.db, it.workspaceId, (trx) =>
      beginSession(it.parts, trx, it.workspaceId, { memberId: as.id }, null),
    )
    const body = new FormData()
    for (const [name, value] of Object.entries({ intent: 'set-logo', idempotencyKey: newId(), ...fields }))
      body.set(name, value)
    body.set('logo', new File(file ? [file] : [], 'logo.png', { type: 'image/png' }))
    const request = new Request('http://localhost:3000/workspace/settings', {
      method: 'POST',
      body,
      headers: { cookie: cookie.split(';')[0] ?? '' },
    })
    const answer: unknown = await action({ request, params: {}, context }).catch((thrown: unknown) => thrown)
    if (answer instanceof Response) return { status: answer.status, faults: [] }
    if (answer instanceof Error) throw answer
    const { init, data } = answer as {
      init: { status: number }
      data: { faults?: { field: string; message: string }[]; values?: object }
    }
    return { status: init.status, faults: data.faults ?? [], data }
  }
  const fetchLogo = (logo: string) =>
    logoLoader({ request: new Request('http://localhost:3000/'), params: { logo }, context })
  return { it, admin, change, stored, upload, fetchLogo, context }
}

test('an admin changes name, zone, domains and colour; each only where it was touched', async () => {
  const { it, change, stored } = await begin()
  const seen = { name: 'Brightline', timeZone: 'Europe/Berlin', domains: 'brightline.example', accent: '#1f4e46' }
  const wanted = {
    ...seen,
    timeZone: 'America/Denver',
    domains: 'Brightline.example\n@brightline-labs.example',
    accent: '#AA3377',
  }
  await change(wanted, { seen })
  expect(await stored()).toMatchObject({
    name: 'Brightline',
    timeZone: 'America/Denver',
    domains: ['brightline-labs.example', 'brightline.example'],
    accent: '#aa3377',
  })
  const events = await eventsOf(it)
  expect(events).toHaveLength(1)
  expect(Object.keys(events[0]?.changes as object).sort()).toEqual(['accent', 'domains', 'timeZone'])
  await change(wanted, { seen })
  expect(await eventsOf(it), 'what is wanted is there already').toHaveLength(1)
  expect(await refusalOf(change({ ...seen, accent: '#000000' }, { seen }))).toMatchObject({
    status: 409,
    conflicts: [{ field: 'accent', yours: '#000000', theirs: '#aa3377' }],
  })
  await change({ accent: '#1f4e46' })
  expect((await stored()).accent, 'the usual colour is none of one’s own').toBeNull()
  expect(await statusOf(change({ name: 'Mine' }, {}, it.lead))).toBe(403)
})

test.each([
  [{ timeZone: 'Europe/Nowhere' }, 'timeZone'],
  [{ timeZone: '+02:00' }, 'timeZone'],
  [{ accent: 'red' }, 'accent'],
  [{ accent: '#12345' }, 'accent'],
  [{ name: ' ' }, 'name'],
  [{ domains: 'https://brightline.example' }, 'domains'],
  [{ domains: 'gmail.com' }, 'domains'],
  [{ domains: 'halden.example' }, 'domains'],
  [{ domains: 'example' }, 'domains'],
])('%o is refused beside its field, and nothing changes', async (input, field) => {
  const { change, stored } = await begin()
  const before = await stored()
  const refused = await refusalOf(change(input))
  expect(refused.status).toBe(422)
  expect(refused.faults.map((it) => it.field)).toEqual([field])
  expect(await stored()).toEqual(before)
})

test('who takes part in a plan is named when the domain is refused', async () => {
  const { change } = await begin()
  const { faults } = await refusalOf(change({ domains: 'brightline.example, halden.example' }))
  expect(faults[0]?.message).toBe(
    'Eva Holm (eva.holm@halden.example) and 2 more participants of customers have addresses there.',
  )
})

test('a new plan begins with the calendars that an admin chose; those that there are stay', async () => {
  const { it, admin } = await begin()
  const set = (input: Record<string, unknown>, more: object = {}, actor = admin) =>
    runCommand(it.parts, setDefaultCalendars, { actor, scopeId: it.workspaceId, input, ...more })
  const wanted = {
    vendorWorkweek: ['1', '2', '3', '4'],
    vendorRegion: 'de-by',
    customerWorkweek: ['1', '7'],
    customerRegion: '',
  }
  expect(await statusOf(set(wanted, {}, it.lead))).toBe(403)
  expect((await refusalOf(set({ ...wanted, vendorWorkweek: [] }))).faults).toMatchObject([{ field: 'vendorWorkweek' }])
  expect((await refusalOf(set({ ...wanted, customerRegion: 'XX' }))).faults).toMatchObject([
    { field: 'customerRegion' },
  ])
  await set(wanted, { seen: { vendorRegion: '' } })
  expect(await refusalOf(set({ ...wanted, vendorRegion: 'GB' }, { seen: { vendorRegion: '' } }))).toMatchObject({
    status: 409,
    conflicts: [{ field: 'vendorRegion', theirs: 'DE-BY' }],
  })
  const before = await planOf(it)
  const { result: planId } = await runCommand(it.parts, createPlan, {
    actor: it.lead,
    scopeId: it.workspaceId,
    input: {
      account: 'Polder Logistics',
      project: 'Slots',
      template: 'small-rollout',
      criticalDate: '2026-12-01',
      criticalReason: 'the season',
      statement: 'No truck waited.',
      measure: 'waiting',
      unit: 'hours',
      baseline: '3',
      target: '1',
      winBy: '2026-12-20',
      announcedTo: 'everybody',
    },
  })
  const made = await inWorkspace(it.parts.db, it.workspaceId, (trx) =>
    trx.selectFrom('plan').selectAll().where('id', '=', planId).executeTakeFirstOrThrow(),
  )
  expect(made.vendorCalendar).toMatchObject({ workweek: [1, 2, 3, 4], region: 'DE-BY' })
  expect(JSON.stringify(made.vendorCalendar)).toContain('2026-12-25')
  expect(made.customerCalendar).toMatchObject({ workweek: [1, 7], region: null })
  const after = await inWorkspace(it.parts.db, it.workspaceId, (trx) =>
    trx.selectFrom('plan').selectAll().where('id', '=', it.planId).executeTakeFirstOrThrow(),
  )
  expect(after.vendorCalendar).toEqual(before.vendorCalendar)
})

test('a picture is kept and served as what it is, at an address that changes with it', async () => {
  const { it, stored, upload, fetchLogo } = await begin()
  expect(await upload(png)).toMatchObject({ status: 303 })
  const { logo } = await stored()
  const address = logo?.replace('/logos/', '') ?? ''
  const answer = await fetchLogo(address)
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'content-type': 'image/png',
    'x-content-type-options': 'nosniff',
    'cache-control': 'public, max-age=31536000, immutable',
    'content-security-policy': `default-src 'none'; sandbox`,
  })
  expect(Buffer.from(await answer.arrayBuffer()).equals(png)).toBe(true)
  await upload(png)
  expect((await stored()).logo).not.toBe(logo)
  expect((await fetchLogo(address)).status, 'an email that was sent shows the earlier one').toBe(200)
  const ofOthers = `${newId()}.${(await stored()).logo?.split('.')[1]}`
  for (const unknown of [ofOthers, 'nothing', '../secret'])
    await expect(fetchLogo(unknown), unknown).rejects.toMatchObject({ init: { status: 404 } })
  expect(await upload(null, { remove: 'yes' })).toMatchObject({ status: 303 })
  expect((await stored()).logo).toBeNull()
  expect((await eventsOf(it)).map(({ event }) => event)).toEqual(['logo changed', 'logo changed', 'logo changed'])
})

test('the newest five pictures are kept', async () => {
  const { it, stored, upload, fetchLogo } = await begin()
  const addresses: string[] = []
  for (let n = 0; n < 6; n++) {
    it.parts.clock.set(`2026-06-17T1${n}:00:00Z`)
    await upload(png)
    addresses.push((await stored()).logo?.replace('/logos/', '') ?? '')
  }
  const [oldest = '', ...newest] = addresses
  await expect(fetchLogo(oldest)).rejects.toMatchObject({ init: { status: 404 } })
  for (const address of newest) expect((await fetchLogo(address)).status).toBe(200)
})

test('what is no picture, or too large, is refused beside its field and not sent back', async () => {
  const { it, stored, upload } = await begin()
  const svg = new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')
  const large = new Uint8Array(900 * 1024)
  large.set(png)
  for (const file of [svg, large, null]) {
    const answer = await upload(file)
    expect(answer).toMatchObject({ status: 422, faults: [{ field: 'logo' }] })
    expect(JSON.stringify(answer).length).toBeLessThan(2_000)
  }
  expect(await upload(png, {}, it.lead)).toMatchObject({ status: 403 })
  expect((await stored()).logo).toBeNull()
})

test('a colour is a stylesheet of its own, and the button of every email', async () => {
  const { it, admin, change, context } = await begin()
  const sheet = (name: string) =>
    lookLoader({ request: new Request('http://localhost:3000/'), params: { sheet: name }, context })
  const answer = sheet('aa3377.css')
  expect(answer.headers.get('content-type')).toBe('text/css; charset=utf-8')
  expect(await answer.text()).toContain('--accent: light-dark(#aa3377,')
  for (const wrong of ['aa3377', 'red.css', 'aa3377;}.css']) expect(() => sheet(wrong), wrong).toThrow()

  await change({ accent: '#aa3377' })
  await runCommand(it.parts, addMember, {
    actor: admin,
    scopeId: it.workspaceId,
    input: { name: 'Ida Moor', email: 'ida.moor@brightline.example', roles: ['rep'] },
  })
  const resend = await startLocalResend()
  const parts = { ...it.parts, environment: { ...it.parts.environment, resendBaseUrl: resend.baseUrl } }
  const { id } = await inWorkspace(parts.db, it.workspaceId, (trx) =>
    trx
      .selectFrom('notice')
      .select('id')
      .where('toAddress', '=', 'ida.moor@brightline.example')
      .executeTakeFirstOrThrow(),
  )
  await sendNotice(parts, it.workspaceId, id)
  expect(resend.attempts[0]?.html).toContain('background-color:#aa3377')
  expect(resend.attempts[0]?.html).not.toContain('#1f4e46')
})
