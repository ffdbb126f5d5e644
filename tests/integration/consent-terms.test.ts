import { expect, test } from 'vitest'
import { beginSession } from '#app/access/core/session.server.ts'
import { removeParticipant } from '#app/access/participants/remove-participant.server.ts'
import { day } from '#app/kit/durations.ts'
import { newId } from '#app/kit/ids.ts'
import { getReferencesPage } from '#app/references/board/board-queries.server.ts'
import { answerReference } from '#app/references/consent/answer-reference.server.ts'
import { getReferenceForForm } from '#app/references/consent/consent-queries.server.ts'
import { giveConsent } from '#app/references/consent/give-consent.server.ts'
import * as logoRoute from '#app/references/consent/reference-logo.route.ts'
import { runCommand } from '#app/runner/run-command.server.ts'
import { confirmFirstWin } from '#app/value/win/confirm-first-win.server.ts'
import { correctFirstWin } from '#app/value/win/correct-first-win.server.ts'
import { withdrawFirstWin } from '#app/value/win/withdraw-first-win.server.ts'
import { setAccountLogo } from '#app/workspace/logos/set-account-logo.server.ts'
import { inWorkspace } from '#db/workspace.ts'
import { loadContext } from '#tests/factories/load-context.ts'
import { type Setting, refusalOf, setUp, statusOf } from '#tests/factories/plan-setting.ts'
import { makeMember } from '#tests/factories/workspace.ts'
import { redSquareAsJpeg } from '#tests/samples/red-square.ts'

const png = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg=='
const jpeg = redSquareAsJpeg.toString('base64')

/** A plan whose win is confirmed. */
async function begin() {
  const made = await setUp()
  // Each moment is a second later, so that what is done one after the other has an order.
  const start = made.parts.clock.now().getTime()
  let seconds = 0
  const parts = { ...made.parts, clock: { ...made.parts.clock, now: () => new Date(start + 1_000 * seconds++) } }
  const it: Setting = { ...made, parts }
  await runCommand(it.parts, confirmFirstWin, {
    ...{ actor: it.champion, scopeId: it.planId },
    input: { winVersion: 1, measuredValue: '1' },
  })
  return it
}

const consent = (it: Setting, input: object, actor = it.champion) =>
  runCommand(it.parts, giveConsent, { actor, scopeId: it.planId, input: { winVersion: 2, ...input } })

const withdraw = (it: Setting) =>
  runCommand(it.parts, answerReference, { actor: it.champion, scopeId: it.planId, input: { answer: 'no' } })

const historyOf = async (it: Setting) =>
  (await getReferenceForForm(it.parts, it.champion, it.planId, { mayGive: true })).history
const rowOf = async (it: Setting) => (await getReferencesPage(it.parts, it.lead)).list.rows[0]
const inside = <Result>(it: Setting, read: Parameters<typeof inWorkspace<Result>>[2]) =>
  inWorkspace(it.parts.db, it.workspaceId, read)
const logosOf = (it: Setting) => inside(it, (trx) => trx.selectFrom('referenceLogo').selectAll().execute())

/** As a use is noted. */
const use = (it: Setting, memberId: string, kind: string, usedFor: string) =>
  inside(it, (trx) =>
    trx
      .insertInto('referenceUse')
      .values({
        ...{ workspaceId: it.workspaceId, planId: it.planId, id: newId(), kind, memberId, usedFor },
        ...{ usedOn: '2026-06-10', createdAt: it.parts.clock.now() },
      })
      .execute(),
  )
const toldUsers = (it: Setting) =>
  inside(it, (trx) =>
    trx
      .selectFrom('notice')
      .select(['memberId', 'facts', 'daily'])
      .where('kind', '=', 'used-reference-ended')
      .orderBy('createdAt')
      .execute(),
  )

test('a consent says who is never called, who approves each use and that a talk may be asked for', async () => {
  const it = await begin()
  await consent(it, {
    kinds: ['talk', 'call'],
    callsPerQuarter: '1',
    never: ' Acme \n\nAPAC\nAcme',
    approverId: it.contributor.id,
  })
  const limits = { callsPerQuarter: 1, never: ['Acme', 'APAC'], approver: it.contributor.name }
  expect(await rowOf(it)).toMatchObject({ answer: 'agreed', kinds: ['call', 'talk'], limits })
  const { facts } = await inside(it, (trx) =>
    trx.selectFrom('notice').select('facts').where('kind', '=', 'reference-agreed').executeTakeFirstOrThrow(),
  )
  expect(facts).toMatchObject({
    limits: [
      'max. 1 call or talk per quarter',
      'never for Acme and APAC',
      `each use approved by ${it.contributor.name}`,
    ],
  })
  const { values } = await getReferenceForForm(it.parts, it.champion, it.planId, { mayGive: true })
  expect(values).toMatchObject({ never: ['Acme', 'APAC'], approverId: it.contributor.id })
})

test('each consent is kept word for word with its person and time, and nothing changes it afterwards', async () => {
  const it = await begin()
  await consent(it, { kinds: ['quote'], quoteText: 'One day!', approverId: it.champion.id })
  await consent(it, { kinds: ['quote', 'review'], quoteText: 'One day!', never: 'Acme' })
  await consent(it, { kinds: ['quote', 'review'], quoteText: 'One day!', never: 'Acme' })
  await withdraw(it)
  const history = await historyOf(it)
  expect(history.map(({ answer, by }) => [answer, by])).toEqual([
    ['withdrawn', 'Priya Raman'],
    ['changed', 'Priya Raman'],
    ['given', 'Priya Raman'],
  ])
  expect(history[2]).toMatchObject({ on: '2026-06-17' })
  expect(history[2]?.said).toEqual([
    'Quote: The quote below, with your name and job title. Nothing else.',
    'Approved quote: “One day!”',
    'Who must approve each use: Priya Raman',
  ])
  expect(history[1]?.said).toContain('Never for: Acme')
  for (const change of [
    () => inside(it, (trx) => trx.updateTable('referenceConsent').set({ answer: 'given' }).execute()),
    () => inside(it, (trx) => trx.deleteFrom('referenceConsent').execute()),
  ])
    await expect(change()).rejects.toMatchObject({ code: '42501' })
})

test('the logo is the picture that was given, and stays so when the plan shows another', async () => {
  const it = await begin()
  const onPlan = (image: string | null) =>
    runCommand(it.parts, setAccountLogo, { actor: it.lead, scopeId: it.planId, input: { image } })
  await onPlan(png)
  await consent(it, { kinds: ['logo'], logoFrom: 'plan' })
  await onPlan(null)
  await consent(it, { kinds: ['logo'], logoFrom: 'given', note: 'In colour only' })
  expect(await logosOf(it)).toMatchObject([{ contentType: 'image/png', bytes: Buffer.from(png, 'base64') }])
  await consent(it, { kinds: ['logo'], logoFrom: 'given', image: jpeg })
  expect(await logosOf(it)).toMatchObject([{ contentType: 'image/jpeg' }])
  await consent(it, { kinds: ['review'], logoFrom: 'given' })
  expect(await logosOf(it), 'a picture without consent to it').toEqual([])
})

/** The status of the logo’s own address for the lead, and for the champion. */
async function statusOfLogo(it: Setting, parts = it.parts) {
  const get = async (person: { memberId: string } | { participantId: string }) => {
    const cookie = await inside(it, (trx) => beginSession(parts, trx, it.workspaceId, person, null))
    const answer: unknown = await logoRoute
      .loader({
        request: new Request(new URL(`/plans/${it.planId}/reference/logo`, parts.environment.appUrl), {
          headers: { cookie: cookie.split(';')[0] ?? '' },
        }),
        params: { planId: it.planId },
        context: loadContext(parts),
      })
      .catch((thrown: unknown) => thrown)
    if (answer instanceof Error) throw answer
    return answer instanceof Response ? answer.status : (answer as { init: { status: number } }).init.status
  }
  return [await get({ memberId: it.lead.id }), await get({ participantId: it.champion.id })]
}

test('members get the logo while it may be used, the customer as long as it is kept', async () => {
  const it = await begin()
  await consent(it, { kinds: ['logo'], image: png, until: '2026-06-20' })
  expect(await statusOfLogo(it)).toEqual([200, 200])
  const now = () => new Date(it.parts.clock.now().getTime() + 5 * day)
  expect(await statusOfLogo(it, { ...it.parts, clock: { ...it.parts.clock, now } }), 'expired').toEqual([404, 200])
  await runCommand(it.parts, correctFirstWin, {
    ...{ actor: it.champion, scopeId: it.planId },
    input: { statement: 'It takes one day.' },
  })
  expect(await statusOfLogo(it), 'on hold').toEqual([404, 200])
  await consent(it, { winVersion: 3, kinds: ['logo'], logoFrom: 'given' })
  expect(await statusOfLogo(it), 'agreed to again').toEqual([200, 200])
  await withdraw(it)
  expect(await statusOfLogo(it)).toEqual([404, 404])
})

test('a logo that is no picture, an SVG and one that is gone are refused beside the field, and nothing is kept', async () => {
  const it = await begin()
  const said = async (input: object) => (await refusalOf(consent(it, { kinds: ['logo', 'quote'], ...input }))).faults
  const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
  const quoteText = { field: 'quoteText', message: 'Please enter the quote that you approve.' }
  expect(await said({ image: Buffer.from(svg).toString('base64') })).toEqual([
    quoteText,
    {
      field: 'logo',
      message: 'SVG files are not accepted, as they can contain scripts. Please choose a PNG, JPEG or WebP picture.',
    },
  ])
  const noPicture = { field: 'logo', message: 'This is not a PNG, JPEG or WebP picture.' }
  expect(await said({ image: Buffer.from('%PDF-1.7').toString('base64') })).toEqual([quoteText, noPicture])
  const header = Buffer.from(png, 'base64').subarray(0, 33).toString('base64')
  const damaged = { field: 'logo', message: 'This picture is empty or damaged. Please choose another file.' }
  expect(await said({ image: header })).toEqual([quoteText, damaged])
  const gone = { field: 'logo', message: 'This picture no longer exists. Please choose another one.' }
  expect(await said({ logoFrom: 'plan' })).toEqual([quoteText, gone])
  expect(await rowOf(it)).toMatchObject({ answer: 'not asked', kinds: [] })
  expect(await historyOf(it)).toEqual([])
  expect(await logosOf(it)).toEqual([])
})

test('withdrawn consent ends at once, and the members who used it are told what they noted', async () => {
  const it = await begin()
  await consent(it, { kinds: ['logo', 'quote', 'call'], quoteText: 'One day!', image: png })
  const rep = await makeMember(it.parts.db, it.workspaceId, { name: 'Ola Berg', roles: ['rep'] })
  await use(it, rep.id, 'call', 'Nordwind, before their board')
  await use(it, rep.id, 'quote', 'Offer for Aldermann')
  await use(it, it.lead.id, 'quote', 'The website')
  await consent(it, { kinds: ['logo', 'quote'], quoteText: 'One day!', logoFrom: 'given' })
  expect(await toldUsers(it)).toMatchObject([
    { memberId: rep.id, daily: false, facts: { uses: [{ kind: 'Call', what: 'Nordwind, before their board' }] } },
  ])
  await withdraw(it)
  const told = (await toldUsers(it)).slice(1)
  expect(told.map(({ memberId }) => memberId).sort()).toEqual([rep.id, it.lead.id].sort())
  expect(told.find(({ memberId }) => memberId === rep.id)?.facts).toMatchObject({
    ...{ by: 'Priya Raman', account: 'Halden Foods' },
    uses: [{ kind: 'Quote', on: '2026-06-10', what: 'Offer for Aldermann' }],
  })
  expect(await rowOf(it)).toMatchObject({ answer: 'no', kinds: [], limits: { never: [], approver: null } })
  expect(await logosOf(it)).toEqual([])
})

test('a withdrawn win ends the consent the same way', async () => {
  const it = await begin()
  await consent(it, { kinds: ['logo'], image: png })
  await use(it, it.lead.id, 'logo', 'The website')
  await runCommand(it.parts, withdrawFirstWin, {
    ...{ actor: it.champion, scopeId: it.planId },
    input: { reason: 'Counted wrong' },
  })
  expect(await toldUsers(it)).toMatchObject([{ memberId: it.lead.id }])
  expect(await logosOf(it)).toEqual([])
  const kept = await inside(it, (trx) => trx.selectFrom('referenceConsent').select('answer').orderBy('at').execute())
  expect(kept).toEqual([{ answer: 'given' }, { answer: 'withdrawn' }])
})

test('who has left the plan gives no consent, and approves none', async () => {
  const it = await begin()
  await runCommand(it.parts, removeParticipant, {
    ...{ actor: it.champion, scopeId: it.planId },
    input: { participantId: it.contributor.id },
  })
  const refusal = await refusalOf(consent(it, { kinds: ['call'], approverId: it.contributor.id }))
  expect(refusal.faults).toEqual([
    { field: 'approverId', message: 'This person is no longer on the plan. Please choose someone else.' },
  ])
  expect(await statusOf(consent(it, { kinds: ['call'] }, it.contributor))).toBe(404)
  await inside(it, (trx) =>
    trx
      .updateTable('planParticipant')
      .set({ removedAt: it.parts.clock.now() })
      .where('participantId', '=', it.champion.id)
      .execute(),
  )
  expect(await statusOf(consent(it, { kinds: ['call'] }))).toBe(404)
  expect(await rowOf(it)).toMatchObject({ answer: 'not asked', kinds: [] })
})
