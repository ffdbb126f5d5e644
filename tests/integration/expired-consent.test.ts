import { expect, test } from 'vitest'
import { newId } from '#app/kit/ids.ts'
import { giveConsent } from '#app/references/consent/give-consent.server.ts'
import { runCommand } from '#app/runner/run-command.server.ts'
import { confirmFirstWin } from '#app/value/win/confirm-first-win.server.ts'
import { correctFirstWin } from '#app/value/win/correct-first-win.server.ts'
import { getWinForForm } from '#app/value/win/win-queries.server.ts'
import { correctionWords } from '#app/value/win/win-words.ts'
import { withdrawFirstWin } from '#app/value/win/withdraw-first-win.server.ts'
import { inWorkspace } from '#db/workspace.ts'
import { type Setting, setUp } from '#tests/factories/plan-setting.ts'

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
