import { expect, test, vi } from 'vitest'
import type { Actor, Standing } from '#app/policy/policy.ts'
import { newId } from '#app/kit/ids.ts'
import { answerReference } from '#app/references/consent/answer-reference.server.ts'
import { giveConsent } from '#app/references/consent/give-consent.server.ts'
import { getReferencesPage } from '#app/references/board/board-queries.server.ts'
import { runCommand } from '#app/runner/run-command.server.ts'
import { confirmFirstWin } from '#app/value/win/confirm-first-win.server.ts'
import { correctFirstWin } from '#app/value/win/correct-first-win.server.ts'
import { getWinForPlan } from '#app/value/win/win-queries.server.ts'
import { inWorkspace } from '#db/workspace.ts'
import { type TestParts, testParts } from '#tests/factories/parts.ts'
import { type SamplePlan, makeMember, makeParticipant, makePlan } from '#tests/factories/workspace.ts'
import { testDatabase } from '#tests/harness/database.ts'

async function begin() {
  const { db, appUrl } = await testDatabase()
  const parts = await testParts(db, appUrl)
  const plan = await makePlan(db)
  const secondMarketer = await makeMember(db, plan.workspaceId, { name: 'Ida Moor', roles: ['rep', 'marketing'] })
  return { parts, plan, secondMarketer }
}

const confirm = (
  parts: TestParts,
  plan: SamplePlan,
  actor: Actor,
  measuredValue: string,
  { idempotencyKey = newId(), ...more }: { idempotencyKey?: string } & Record<string, unknown> = {},
) =>
  runCommand(parts, confirmFirstWin, {
    actor,
    scopeId: plan.planId,
    input: { winVersion: 1, measuredValue, ...more },
    idempotencyKey,
  })

const notices = (parts: TestParts, { workspaceId }: SamplePlan, kind: string) =>
  inWorkspace(parts.db, workspaceId, (trx) =>
    trx
      .selectFrom('notice')
      .select(['toAddress', 'daily', 'facts'])
      .where('workspaceId', '=', workspaceId)
      .where('kind', '=', kind)
      .orderBy('toAddress')
      .execute(),
  )

const setState = (parts: TestParts, plan: SamplePlan, set: { state?: string; archivedAt?: Date }) =>
  inWorkspace(parts.db, plan.workspaceId, (trx) =>
    trx.updateTable('plan').set(set).where('id', '=', plan.planId).execute(),
  )

test('confirming wins the plan, opens the reference and alerts each person in marketing once, at once', async () => {
  const { parts, plan } = await begin()
  await confirm(parts, plan, plan.champion, '1')
  const stored = await inWorkspace(parts.db, plan.workspaceId, async (trx) => ({
    plan: await trx.selectFrom('plan').select(['state', 'wonOn']).executeTakeFirstOrThrow(),
    result: await trx.selectFrom('winResult').selectAll().executeTakeFirstOrThrow(),
    reference: await trx.selectFrom('reference').select(['state', 'kinds']).executeTakeFirstOrThrow(),
    events: await trx.selectFrom('activity').select(['command', 'changes']).execute(),
  }))
  expect(stored.plan).toEqual({ state: 'won', wonOn: '2026-06-17' })
  expect(Number(stored.result.measured)).toBe(1)
  expect(stored.result).toMatchObject({ confirmedOn: '2026-06-17', participantId: plan.champion.id })
  expect(stored.reference).toEqual({ state: 'not asked', kinds: [] })
  expect(stored.events).toEqual([
    {
      command: 'confirm-first-win',
      changes: {
        statement: { before: null, after: 'We closed the books in one day.' },
        measure: { before: null, after: 'time to close a month' },
        unit: { before: null, after: 'days' },
        baseline: { before: null, after: 30 },
        target: { before: null, after: 1 },
        measuredValue: { before: null, after: 1 },
        state: { before: 'rough', after: 'won' },
      },
    },
  ])
  const alerts = await notices(parts, plan, 'reference-ready')
  expect(alerts.map(({ toAddress, daily }) => [toAddress, daily])).toEqual([
    ['ida.moor@brightline.example', false],
    ['max.lind@brightline.example', false],
  ])
  expect(alerts[0]?.facts).toMatchObject({
    account: 'Halden Foods',
    baseline: 30,
    measured: 1,
    confirmedBy: 'Priya Raman',
  })
  expect((await notices(parts, plan, 'win-confirmed')).map(({ toAddress }) => toAddress)).toEqual([
    'eva.holm@halden.example',
    'jonas.berg@halden.example',
    'noor.haddad@brightline.example',
    'sam.ortiz@brightline.example',
  ])
})

test('someone in marketing who is on the team gets one email about the win', async () => {
  const { parts, plan, secondMarketer } = await begin()
  const onTeam = { workspaceId: plan.workspaceId, planId: plan.planId, memberId: secondMarketer.id }
  await inWorkspace(parts.db, plan.workspaceId, (trx) => trx.insertInto('planTeam').values(onTeam).execute())
  await confirm(parts, plan, plan.champion, '1')
  const told = async (kind: string) => (await notices(parts, plan, kind)).map(({ toAddress }) => toAddress)
  expect(await told('reference-ready')).toContain('ida.moor@brightline.example')
  expect(await told('win-confirmed')).not.toContain('ida.moor@brightline.example')
})

test('no one of the vendor can confirm, nor someone of the customer that the champion did not name', async () => {
  const { parts, plan } = await begin()
  using warned = vi.spyOn(parts.log, 'warn')
  for (const actor of [plan.lead, plan.teammate, plan.outsider, plan.contributor, plan.viewer])
    await expect(confirm(parts, plan, actor, '1')).rejects.toMatchObject({ status: 403 })
  const forged = 'a command was refused, since its sender may never give it'
  for (const { id } of [plan.lead, plan.teammate, plan.outsider])
    expect(warned, 'no page offers it to a member').toHaveBeenCalledWith(
      expect.objectContaining({ command: 'confirm-first-win', actor: `member:${id}` }),
      forged,
    )
  expect(await notices(parts, plan, 'reference-ready')).toEqual([])
})

test('someone that the champion named can confirm', async () => {
  const { parts, plan } = await begin()
  const named = await makeParticipant(parts.db, plan.workspaceId, plan.accountId, {
    name: 'Tom Weiss',
    seat: { planId: plan.planId, role: 'viewer', mayConfirm: true },
  })
  await confirm(parts, plan, named, '1')
  expect((await notices(parts, plan, 'reference-ready'))[0]?.facts).toMatchObject({ confirmedBy: 'Tom Weiss' })
})

test('the same form sent twice, one after the other and at once, alerts each person once', async () => {
  const { parts, plan } = await begin()
  const idempotencyKey = newId()
  const send = () => confirm(parts, plan, plan.champion, '1', { idempotencyKey })
  const both = await Promise.all([send(), send()])
  expect(both.map(({ repeated }) => repeated).sort()).toEqual([false, true])
  expect(await send()).toMatchObject({ repeated: true })
  expect(await notices(parts, plan, 'reference-ready')).toHaveLength(2)
})

test('20 forms at once confirm once and alert each person in marketing once; the others are refused', async () => {
  const { parts, plan } = await begin()
  const all = await Promise.allSettled(Array.from({ length: 20 }, () => confirm(parts, plan, plan.champion, '1')))
  expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  for (const one of all) if (one.status === 'rejected') expect(one.reason).toMatchObject({ status: 409 })
  expect((await notices(parts, plan, 'reference-ready')).map(({ toAddress }) => toAddress)).toEqual([
    'ida.moor@brightline.example',
    'max.lind@brightline.example',
  ])
  expect(await notices(parts, plan, 'win-confirmed')).toHaveLength(4)
  await expect(confirm(parts, plan, plan.champion, '1')).rejects.toMatchObject({ status: 409 })
})

test('the alert goes to the people in marketing at that moment', async () => {
  const { parts, plan, secondMarketer } = await begin()
  await inWorkspace(parts.db, plan.workspaceId, (trx) =>
    trx.updateTable('member').set({ removedAt: parts.clock.now() }).where('id', '=', secondMarketer.id).execute(),
  )
  await confirm(parts, plan, plan.champion, '1')
  expect((await notices(parts, plan, 'reference-ready')).map(({ toAddress }) => toAddress)).toEqual([
    'max.lind@brightline.example',
  ])
})

test('a value worse than the baseline is asked once more, then taken', async () => {
  const { parts, plan } = await begin()
  await expect(confirm(parts, plan, plan.champion, '31')).rejects.toMatchObject({
    status: 422,
    faults: [{ field: 'confirmWorse' }, { field: 'statement' }],
  })
  expect(await notices(parts, plan, 'reference-ready')).toEqual([])
  await confirm(parts, plan, plan.champion, '31', { confirmWorse: 'yes', wordsHold: 'yes' })
  expect(await notices(parts, plan, 'reference-ready')).toHaveLength(2)
})

test('a lost or archived plan has nothing to confirm', async () => {
  const { parts, plan } = await begin()
  await setState(parts, plan, { state: 'lost' })
  await expect(confirm(parts, plan, plan.champion, '1')).rejects.toMatchObject({ status: 403 })
  await setState(parts, plan, { state: 'under way', archivedAt: parts.clock.now() })
  await expect(confirm(parts, plan, plan.champion, '1')).rejects.toMatchObject({ status: 404 })
})

test('the champion corrects the value: who was told gets a correction, marketing no second alert', async () => {
  const { parts, plan } = await begin()
  const correct = (actor: Actor, measuredValue: string) =>
    runCommand(parts, correctFirstWin, {
      actor,
      scopeId: plan.planId,
      input: { measuredValue, wordsHold: 'yes' },
      idempotencyKey: newId(),
      seen: { measuredValue: '1' },
    })
  await expect(correct(plan.champion, '2')).rejects.toMatchObject({ status: 409 })
  await confirm(parts, plan, plan.champion, '1')
  await expect(correct(plan.lead, '2')).rejects.toMatchObject({ status: 403 })
  await correct(plan.champion, '1')
  expect(await notices(parts, plan, 'win-corrected')).toEqual([])
  await correct(plan.champion, '1,5')
  expect(await notices(parts, plan, 'reference-ready')).toHaveLength(2)
  const corrections = await notices(parts, plan, 'win-corrected')
  expect(corrections.map(({ toAddress, daily }) => [toAddress, daily])).toEqual([
    ['eva.holm@halden.example', true],
    ['ida.moor@brightline.example', false],
    ['jonas.berg@halden.example', true],
    ['max.lind@brightline.example', false],
    ['noor.haddad@brightline.example', true],
    ['sam.ortiz@brightline.example', true],
  ])
  expect(corrections[0]?.facts).toMatchObject({
    measured: 1.5,
    targetMet: false,
    before: { measured: 1 },
    correctedBy: 'Priya Raman',
  })
  await expect(correct(plan.champion, '3')).rejects.toMatchObject({ status: 409, conflicts: [{ theirs: '1.5' }] })
})

test('consent moves the reference on, tells marketing, and can be taken back', async () => {
  const { parts, plan } = await begin()
  const order = (input: object) => ({ actor: plan.champion, scopeId: plan.planId, input, idempotencyKey: newId() })
  const consent = {
    winVersion: 2,
    kinds: ['quote', 'logo'],
    callsPerQuarter: '2',
    quoteText: 'We closed the books in one day.',
    until: '2026-12-31',
    note: '',
  }
  await expect(runCommand(parts, giveConsent, order(consent))).rejects.toMatchObject({ status: 409 })
  await confirm(parts, plan, plan.champion, '1')
  const board = async () => (await getReferencesPage(parts, plan.outsider)).list.rows
  expect(await board()).toMatchObject([{ answer: 'not asked', kinds: [] }])

  await runCommand(parts, answerReference, order({ answer: 'later' }))
  expect(await board()).toMatchObject([{ answer: 'later' }])
  await expect(runCommand(parts, giveConsent, order({ winVersion: 2, kinds: [] }))).rejects.toMatchObject({
    status: 422,
  })
  await expect(runCommand(parts, giveConsent, { ...order(consent), actor: plan.contributor })).rejects.toMatchObject({
    status: 403,
  })

  await runCommand(parts, giveConsent, order(consent))
  await runCommand(parts, giveConsent, order(consent))
  expect(await board()).toMatchObject([
    { answer: 'agreed', kinds: ['logo', 'quote'], limits: { callsPerQuarter: null, until: '2026-12-31', note: null } },
  ])
  const told = await notices(parts, plan, 'reference-agreed')
  expect(told).toHaveLength(2)
  expect(told[0]?.facts).toMatchObject({ kinds: ['logo', 'quote'], quote: 'We closed the books in one day.' })

  await runCommand(parts, answerReference, order({ answer: 'no' }))
  await runCommand(parts, answerReference, order({ answer: 'no' }))
  expect(await board()).toMatchObject([{ answer: 'no', kinds: [] }])
  const takenBack = await notices(parts, plan, 'reference-declined')
  expect(takenBack, 'each person in marketing, once').toHaveLength(2)
  expect(takenBack[0], 'at once').toMatchObject({
    daily: false,
    facts: { wasAgreed: true, kinds: ['logo', 'quote'], answeredBy: 'Priya Raman' },
  })
})

test('a no reaches marketing with the email of the day', async () => {
  const { parts, plan } = await begin()
  await confirm(parts, plan, plan.champion, '1')
  const asked = { actor: plan.champion, scopeId: plan.planId, idempotencyKey: newId() }
  await runCommand(parts, answerReference, { ...asked, input: { answer: 'no' } })
  expect(await notices(parts, plan, 'reference-declined')).toMatchObject([
    { daily: true, facts: { wasAgreed: false, kinds: [] } },
    { daily: true },
  ])
})

test('the plan page shows the win to everyone and asks the champion alone', async () => {
  const { parts, plan } = await begin()
  const see = (actor: SamplePlan['champion'] | SamplePlan['lead'], standings: Standing[]) =>
    getWinForPlan(parts, { actor, standings: new Set(standings) }, plan.planId)
  expect(await see(plan.champion, ['champion'])).toMatchObject({ won: null, reference: null, mayConfirm: true })
  expect(await see(plan.lead, ['member', 'lead'])).toMatchObject({ mayConfirm: false, measurements: [] })
  await confirm(parts, plan, plan.champion, '1')
  expect(await see(plan.champion, ['champion'])).toMatchObject({
    won: { baseline: 30, measured: 1, by: 'Priya Raman', on: '2026-06-17' },
    reference: { answer: 'not asked', mayAnswer: true },
    mayConfirm: false,
    mayCorrect: true,
    mayShare: true,
  })
  expect(await see(plan.viewer, ['viewer'])).toMatchObject({
    reference: { mayAnswer: false },
    mayCorrect: false,
    mayShare: false,
  })
})
