import { expect, test } from 'vitest'
import { newId } from '#app/kit/ids.ts'
import { archivePlan } from '#app/plan/closing/archive-plan.server.ts'
import { giveConsent } from '#app/references/consent/give-consent.server.ts'
import { runCommand } from '#app/runner/run-command.server.ts'
import { confirmFirstWin } from '#app/value/win/confirm-first-win.server.ts'
import { tellExpiredConsents } from '#app/references/consent/tell-expired-consents.server.ts'
import { noteReferenceUse } from '#app/references/use/note-reference-use.server.ts'
import { takeReference } from '#app/references/board/take-reference.server.ts'
import { correctFirstWin } from '#app/value/win/correct-first-win.server.ts'
import { getWinForForm } from '#app/value/win/win-queries.server.ts'
import { correctionWords } from '#app/value/win/win-words.ts'
import { withdrawFirstWin } from '#app/value/win/withdraw-first-win.server.ts'
import { inWorkspace } from '#db/workspace.ts'
import { type Setting, setUp } from '#tests/factories/plan-setting.ts'
import { makeMember } from '#tests/factories/workspace.ts'

/** What the emails of a kind tell marketing; they are marked as sent. */
const factsFor = ({ parts, workspaceId }: Setting, kind: string) =>
  inWorkspace(parts.db, workspaceId, async (trx) => {
    const told = await trx.selectFrom('notice').select('facts').where('kind', '=', kind).execute()
    await trx.updateTable('notice').set({ state: 'sent' }).where('state', '=', 'waiting').execute()
    return told.map(({ facts }) => facts).filter((facts) => JSON.stringify(facts).includes('"reader":"marketing"'))
  })

test('a consent whose last day has passed is none: neither a correction nor a withdrawal says that it is in effect', async () => {
  const it = await setUp()
  const sent = () => ({ actor: it.champion, scopeId: it.planId, idempotencyKey: newId() })
  await runCommand(it.parts, confirmFirstWin, { ...sent(), input: { winVersion: 1, measuredValue: '1' } })
  const consent = { winVersion: 2, kinds: ['logo'], until: '2026-06-20' }
  await runCommand(it.parts, giveConsent, { ...sent(), input: consent })
  const formAnswer = async () =>
    (await getWinForForm(it.parts, { actor: it.champion, standings: new Set(['champion']) }, it.planId)).answer
  expect(await formAnswer()).toBe('agreed')
  it.parts.clock.set('2026-06-21T10:00:00Z')
  expect(await formAnswer()).toBe('expired')
  const corrected = await runCommand(it.parts, correctFirstWin, { ...sent(), input: { measuredValue: '0.9' } })
  expect(corrected).toMatchObject({ result: { asksAgain: false } })
  expect(await factsFor(it, 'win-corrected')).toMatchObject([{ reader: 'marketing', consentOnHold: false }])
  expect(await formAnswer()).toBe('expired')
  expect(correctionWords('Brightline', 'expired')).toBe(correctionWords('Brightline', 'not asked'))
  const input = { reason: 'Two plants were not counted.' }
  await runCommand(it.parts, withdrawFirstWin, { ...sent(), input })
  expect(await factsFor(it, 'win-withdrawn')).toMatchObject([{ reader: 'marketing', consentEnded: false }])
})

test('who used it hears that the consent has ended, also of an archived plan', async () => {
  const it = await setUp()
  it.parts.clock.set('2026-06-17T08:00:00Z')
  const as = (actor: Setting['lead'] | Setting['champion']) => ({ actor, scopeId: it.planId, idempotencyKey: newId() })
  await runCommand(it.parts, confirmFirstWin, {
    ...as(it.champion),
    input: { winVersion: 1, measuredValue: '1' },
  })
  const input = { winVersion: 2, kinds: ['call'], until: '2026-06-20' }
  await runCommand(it.parts, giveConsent, { ...as(it.champion), input })
  const used = { kind: 'call', usedOn: '2026-06-17' }
  for (const usedFor of ['Nordwind', 'Adria'])
    await runCommand(it.parts, noteReferenceUse, { ...as(it.teammate), input: { ...used, usedFor } })
  await runCommand(it.parts, archivePlan, { ...as(it.lead), input: {} })
  it.parts.clock.set('2026-06-21T10:00:00Z')
  await tellExpiredConsents(it.parts, it.workspaceId)
  const told = await inWorkspace(it.parts.db, it.workspaceId, (trx) =>
    trx.selectFrom('notice').select('memberId').where('kind', '=', 'consent-expired').execute(),
  )
  expect(told.map(({ memberId }) => memberId).sort()).toEqual([it.outsider.id, it.lead.id, it.teammate.id].sort())
})

test('the end of a consent is told once, to marketing or who took it, and to the lead, in the email of the day', async () => {
  const it = await setUp()
  it.parts.clock.set('2026-06-17T08:00:00Z')
  const sent = () => ({ actor: it.champion, scopeId: it.planId, idempotencyKey: newId() })
  const member = (name: string) => makeMember(it.parts.db, it.workspaceId, { name, roles: ['marketing'] })
  const [jo, kim] = [await member('Jo Marlin'), await member('Kim Roth')]
  await runCommand(it.parts, confirmFirstWin, { ...sent(), input: { winVersion: 1, measuredValue: '1' } })
  const agreeUntil = (until: string) =>
    runCommand(it.parts, giveConsent, { ...sent(), input: { winVersion: 2, kinds: ['review'], until } })
  const told = async () => {
    await tellExpiredConsents(it.parts, it.workspaceId)
    return inWorkspace(it.parts.db, it.workspaceId, async (trx) => {
      const rows = await trx.selectFrom('notice').selectAll().where('kind', '=', 'consent-expired').execute()
      await trx.deleteFrom('notice').where('kind', '=', 'consent-expired').execute()
      return rows
    })
  }
  const readersOf = async () => new Set((await told()).map(({ memberId }) => memberId))
  await agreeUntil('2026-06-20')
  // The last day still counts, in the time zone of the plan.
  it.parts.clock.set('2026-06-20T20:00:00Z')
  expect(await told()).toEqual([])
  it.parts.clock.set('2026-06-21T10:00:00Z')
  const first = await told()
  expect(first).toHaveLength(4)
  for (const { daily, facts } of first)
    expect({ daily, facts }).toMatchObject({ daily: true, facts: { account: 'Halden Foods', until: '2026-06-20' } })
  expect(new Set(first.map(({ memberId }) => memberId))).toEqual(new Set([it.outsider.id, jo.id, kim.id, it.lead.id]))
  expect(await told(), 'once').toEqual([])
  await agreeUntil('2026-06-25')
  await runCommand(it.parts, takeReference, { ...sent(), actor: kim, input: {} })
  it.parts.clock.set('2026-06-26T10:00:00Z')
  expect(await readersOf(), 'a new end, told to who took it').toEqual(new Set([kim.id, it.lead.id]))
  await agreeUntil('2026-06-30')
  it.parts.clock.set('2026-09-01T10:00:00Z')
  expect(await told(), 'old news').toEqual([])
})
