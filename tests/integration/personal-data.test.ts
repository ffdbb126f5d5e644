import { expect, test } from 'vitest'
import { beginSession } from '#app/access/core/session.server.ts'
import { newId } from '#app/kit/ids.ts'
import { addTask } from '#app/plan/task/add-task.server.ts'
import { runCommand } from '#app/runner/run-command.server.ts'
import { exportOwnData } from '#app/workspace/personal-data/export-own-data.server.ts'
import { exportPerson } from '#app/workspace/personal-data/export-person.server.ts'
import { saveCard } from '#app/value/announce/save-card.server.ts'
import { saveNote } from '#app/value/announce/save-note.server.ts'
import { shareCard } from '#app/value/announce/share-card.server.ts'
import { giveConsent } from '#app/references/consent/give-consent.server.ts'
import { declineRequest } from '#app/references/library/decline-request.server.ts'
import { requestCall } from '#app/references/library/request-call.server.ts'
import { confirmFirstWin } from '#app/value/win/confirm-first-win.server.ts'
import { getOwnRecord } from '#app/workspace/personal-data/get-own-record.server.ts'
import { getPersonCopy } from '#app/workspace/personal-data/get-person-copy.server.ts'
import * as memberRoute from '#app/workspace/personal-data/member-copy.route.ts'
import * as ownRoute from '#app/workspace/personal-data/own-copy.route.ts'
import * as personRoute from '#app/workspace/personal-data/person-copy.route.ts'
import { deal } from '#tests/factories/call-setting.ts'
import { type Erasing, erasing, takesPart, zoe } from '#tests/factories/erasing.ts'
import { statusOf } from '#tests/factories/plan-setting.ts'

const sessionOf = async (it: Erasing, person: { memberId: string } | { participantId: string }) =>
  (await it.within((trx) => beginSession(it.parts, trx, it.workspaceId, person, { name: 'Firefox' }))).split(';')[0] ??
  ''

/** The file that a route answers to a post with this cookie. */
async function fileOf(
  it: Erasing,
  { action }: { action: typeof ownRoute.action },
  url: string,
  cookie: string,
  personId = '',
): Promise<{ status: number; text: string; headers: Headers }> {
  const intent = url.startsWith('/plans/')
    ? 'export-own-data'
    : url.startsWith('/profile')
      ? 'export-member-data'
      : 'export-person'
  const asked = it.posted(url, { intent, idempotencyKey: newId() }, { cookie })
  const got: unknown = await action({ ...asked, params: { ...asked.params, personId } }).catch(
    (thrown: unknown) => thrown,
  )
  if (got instanceof Response) return { status: got.status, text: await got.text(), headers: got.headers }
  const { init } = got as { init: ResponseInit | null }
  return { status: init?.status ?? 0, text: '', headers: new Headers() }
}

const exportsIn = (it: Erasing) =>
  it.within((trx) =>
    trx
      .selectFrom('securityEvent')
      .select(['personId', 'detail'])
      .where('kind', '=', 'exported')
      .orderBy('at')
      .execute(),
  )

test('a participant downloads what is kept about them, and the security log says so', async () => {
  const it = await erasing()
  const person = await takesPart(it)
  const cookie = await sessionOf(it, { participantId: person.id })
  const file = await fileOf(it, ownRoute, `/plans/${it.plan.planId}/your-data/export`, cookie)
  expect(file.status).toBe(200)
  expect(file.headers.get('content-disposition')).toBe('attachment; filename="personal-data-2026-06-18.json"')
  const copy: unknown = JSON.parse(file.text)
  expect(copy).toMatchObject({
    workspace: 'Brightline',
    person: { id: person.id, name: zoe.name, email: zoe.email, company: 'Halden Foods' },
    plans: [{ id: it.plan.planId, project: 'Faster month-end close', removedAt: null }],
    whatWeHeard: [{ state: 'confirmed' }],
    actions: { complete: true },
    emails: { complete: true },
  })
  expect((copy as { actions: { entries: unknown[] } }).actions.entries.length).toBeGreaterThan(2)
  expect((copy as { signIns: unknown[] }).signIns).toContainEqual(expect.objectContaining({ device: 'Firefox' }))
  for (const hidden of ['secretHash', 'secret_hash', '/link/']) expect(file.text).not.toContain(hidden)
  expect(await exportsIn(it)).toEqual([{ personId: person.id, detail: { what: 'personal data', of: 'themselves' } }])
})

test('a copy holds the calls that its person was asked for, or asked for, and nothing that the other side keeps', async () => {
  const it = await erasing()
  const { plan, parts, workspaceId } = it
  const as = (actor: typeof plan.champion | typeof plan.lead, input: object) => ({
    actor,
    scopeId: plan.planId,
    input,
    idempotencyKey: newId(),
  })
  await runCommand(parts, confirmFirstWin, as(plan.champion, { winVersion: 1, measuredValue: '1' }))
  await runCommand(parts, giveConsent, as(plan.champion, { winVersion: 2, kinds: ['call'], callsPerQuarter: '2' }))
  const asked = { ...deal, competitor: 'Kestrel Ledgers' }
  const { result } = await runCommand(parts, requestCall, as(plan.lead, asked))
  const declined = { requestId: result.requestId, declineReason: 'We are closing the year.' }
  await runCommand(parts, declineRequest, as(plan.champion, declined))
  const callsOf = async (personId: string, reader: 'customer' | 'vendor') =>
    (await getPersonCopy(parts, { workspaceId, personId, reader })).referenceCalls
  const champions = await callsOf(plan.champion.id, 'customer')
  expect(champions).toMatchObject([
    {
      planId: plan.planId,
      kind: 'call',
      state: 'declined',
      deal: deal.deal,
      why: deal.why,
      answer: 'We are closing the year.',
    },
  ])
  expect(JSON.stringify(champions)).not.toContain('Kestrel')
  const leads = await callsOf(plan.lead.id, 'vendor')
  expect(leads).toMatchObject([{ deal: deal.deal, competitor: 'Kestrel Ledgers' }])
  expect(JSON.stringify(leads)).not.toContain('closing the year')
  for (const { id } of [plan.contributor, plan.viewer]) expect(await callsOf(id, 'customer')).toEqual([])
})

test('a copy says which victory cards name its person, and whether they are shared', async () => {
  const it = await erasing()
  const { plan, parts } = it
  const { planId } = plan
  const order = (input: object) => ({ actor: plan.champion, scopeId: planId, input, idempotencyKey: newId() })
  const cardsOf = async (personId: string) => {
    const asked = { workspaceId: it.workspaceId, personId, reader: 'customer' } as const
    return (await getPersonCopy(parts, asked)).victoryCards
  }
  await runCommand(parts, confirmFirstWin, order({ winVersion: 1, measuredValue: '1' }))
  await runCommand(parts, saveCard, order({ winVersion: 2, headline: '', people: [plan.champion.id, plan.lead.id] }))
  expect(await cardsOf(plan.champion.id)).toEqual([{ planId, isShared: false, hasLeft: false }])
  await runCommand(parts, shareCard, order({}))
  expect(await cardsOf(plan.champion.id)).toEqual([{ planId, isShared: true, hasLeft: false }])
  expect(await cardsOf(plan.lead.id)).toEqual([{ planId, isShared: true, hasLeft: false }])
  expect(await cardsOf(plan.contributor.id)).toEqual([])
})

test('the note to management is in the copy of its champion, and in no copy that the vendor takes', async () => {
  const it = await erasing()
  const { plan, parts, workspaceId } = it
  const texts = { why: 'The auditors come in June.', byWhen: '', brings: '', asks: '' }
  await runCommand(parts, saveNote, {
    actor: plan.champion,
    scopeId: plan.planId,
    input: texts,
    idempotencyKey: newId(),
  })
  const copyFor = (reader: 'customer' | 'vendor') =>
    getPersonCopy(parts, { workspaceId, personId: plan.champion.id, reader }).then((copy) => JSON.stringify(copy))
  expect(await copyFor('customer')).toContain(texts.why)
  expect(await copyFor('vendor')).not.toContain(texts.why)
  expect((await getOwnRecord(parts, workspaceId, plan.champion.id)).notes).toMatchObject([{ isShared: false }])
  expect((await getOwnRecord(parts, workspaceId, plan.contributor.id)).notes).toEqual([])
})

test('an admin’s copy has no private text of the customer, nor a participant’s of the vendor', async () => {
  const it = await erasing()
  const { plan, parts, workspaceId } = it
  const privateTask = (title: string, actor: typeof plan.champion | typeof plan.lead, owner: string) =>
    runCommand(parts, addTask, {
      actor,
      scopeId: plan.planId,
      input: {
        ...{ milestoneId: plan.milestoneIds[0], title, owner, side: actor.kind === 'member' ? 'vendor' : 'customer' },
        ...{ durationDays: 3, private: 'yes' },
      },
    })
  await privateTask('Ask the bank', plan.champion, `participant:${plan.contributor.id}`)
  await privateTask('Prepare the discount', plan.lead, `member:${plan.lead.id}`)
  const admin = await sessionOf(it, { memberId: it.admin.id })
  const own = await sessionOf(it, { participantId: plan.contributor.id })
  const byAdmin = (personId: string) => fileOf(it, personRoute, `/workspace/data/${personId}/export`, admin, personId)
  const ownUrl = `/plans/${plan.planId}/your-data/export`

  expect((await fileOf(it, ownRoute, ownUrl, own)).text).toContain('Ask the bank')
  const taken = await byAdmin(plan.contributor.id)
  expect(taken.status).toBe(200)
  expect(taken.text).not.toMatch(/Ask the bank/)
  expect((await byAdmin(plan.champion.id)).text).not.toMatch(/Ask the bank/)
  expect((await byAdmin(plan.lead.id)).text).toContain('Prepare the discount')
  expect((await fileOf(it, ownRoute, ownUrl, own)).text).not.toContain('Prepare the discount')
  expect(await exportsIn(it)).toContainEqual({
    personId: it.admin.id,
    detail: { what: 'personal data', of: plan.contributor.id },
  })
  await it.within((trx) =>
    trx
      .updateTable('planParticipant')
      .set({ acceptedAt: null })
      .where('workspaceId', '=', workspaceId)
      .where('participantId', '=', plan.contributor.id)
      .execute(),
  )
  const waiting = await fileOf(it, ownRoute, ownUrl, own)
  expect(waiting.status).toBe(200)
  expect(waiting.text, 'one that the champion has not accepted').not.toContain('Ask the bank')
})

test('no one takes a copy of someone else but admins, and no one of another workspace', async () => {
  const it = await erasing()
  const { plan } = it
  const lead = await sessionOf(it, { memberId: plan.lead.id })
  const champion = await sessionOf(it, { participantId: plan.champion.id })
  expect((await fileOf(it, personRoute, '/workspace/data/x/export', lead, plan.viewer.id)).status).toBe(403)
  expect((await fileOf(it, personRoute, '/workspace/data/x/export', champion, plan.viewer.id)).status).toBe(403)
  expect((await fileOf(it, memberRoute, '/profile/export', champion)).status).toBe(403)
  expect((await fileOf(it, ownRoute, `/plans/${plan.planId}/your-data/export`, lead)).status).toBe(403)
  expect((await fileOf(it, memberRoute, '/profile/export', lead)).text).toContain(plan.lead.id)
  const admin = await sessionOf(it, { memberId: it.admin.id })
  const opened = (personId: string) => {
    const asked = it.posted('/workspace/data/x/export', {}, { cookie: admin })
    const request = new Request(asked.request.url, { headers: asked.request.headers })
    return personRoute.loader({ ...asked, request, params: { personId } }).catch((thrown: unknown) => thrown)
  }
  expect(await opened('€')).toMatchObject({ init: { status: 404 } })
  expect(await opened(plan.viewer.id)).toMatchObject({ status: 302 })
  const other = await erasing()
  const order = { actor: it.admin, scopeId: it.workspaceId, input: { personId: other.plan.viewer.id } }
  expect(await statusOf(runCommand(it.parts, exportPerson, order))).toBe(404)
  expect(
    await statusOf(runCommand(it.parts, exportOwnData, { actor: plan.viewer, scopeId: other.plan.planId, input: {} })),
  ).toBe(404)
})

test('too many copies within an hour are refused, and none is noted as taken', async () => {
  const it = await erasing()
  const person = await takesPart(it)
  const cookie = await sessionOf(it, { participantId: person.id })
  const waits = (name: string) => Promise.resolve(name === 'copy of personal data by a person' ? 600 : 0)
  const at = `/plans/${it.plan.planId}/your-data/export`
  Object.assign(it.posted(at, {}).context.parts, { limits: { count: waits } })
  expect(await fileOf(it, ownRoute, at, cookie)).toMatchObject({
    status: 429,
    text: '',
  })
  expect(await exportsIn(it)).toEqual([])
})
