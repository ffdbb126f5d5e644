import { expect, test } from 'vitest'
import { giveConsent } from '#app/references/consent/give-consent.server.ts'
import { sendPiece } from '#app/references/pieces/send-piece.server.ts'
import { noteReferenceUse } from '#app/references/use/note-reference-use.server.ts'
import { runCommand } from '#app/runner/run-command.server.ts'
import { correctFirstWin } from '#app/value/win/correct-first-win.server.ts'
import { inWorkspace } from '#db/workspace.ts'
import { agreed, consent, order, use } from '#tests/factories/call-setting.ts'
import { type Setting, planOf } from '#tests/factories/plan-setting.ts'

const noticesOf = (it: Setting, kind: string) =>
  inWorkspace(it.parts.db, it.workspaceId, (trx) =>
    trx.selectFrom('notice').selectAll().where('kind', '=', kind).orderBy('createdAt').execute(),
  )
const correct = (it: Setting, measuredValue: string) =>
  runCommand(it.parts, correctFirstWin, order(it, it.champion, { measuredValue, wordsHold: 'yes' }))

test('a corrected win puts the consent on hold: who used it is told once, and no approval is asked for by email', async () => {
  const it = await agreed()
  await runCommand(it.parts, noteReferenceUse, order(it, it.teammate, use))
  await runCommand(it.parts, sendPiece, order(it, it.lead, { kind: 'quote', text: 'Closed in a day.' }))
  await correct(it, '2')
  await correct(it, '3')
  expect(await noticesOf(it, 'used-reference-ended')).toMatchObject([
    {
      memberId: it.teammate.id,
      daily: false,
      facts: { isOnHold: true, by: 'Priya Raman', uses: [{ kind: 'Quote', what: 'The website' }] },
    },
  ])
  expect(await noticesOf(it, 'piece-sent')).toMatchObject([{ state: 'unwanted' }])

  const { winVersion } = await planOf(it)
  await runCommand(it.parts, giveConsent, order(it, it.champion, { ...consent, winVersion }))
  await correct(it, '2')
  expect(await noticesOf(it, 'used-reference-ended'), 'of the new one as well').toHaveLength(2)
})
