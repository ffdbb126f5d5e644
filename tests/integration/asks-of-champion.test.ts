import { expect, test } from 'vitest'
import { collectDaily } from '#app/daily/collect-daily.server.ts'
import { askForLogo } from '#app/references/board/ask-for-logo.server.ts'
import { askForReference } from '#app/references/board/ask-for-reference.server.ts'
import { answerReference } from '#app/references/consent/answer-reference.server.ts'
import { giveConsent } from '#app/references/consent/give-consent.server.ts'
import { answerPiece } from '#app/references/pieces/answer-piece.server.ts'
import { sendPiece } from '#app/references/pieces/send-piece.server.ts'
import { runCommand } from '#app/runner/run-command.server.ts'
import { confirmFirstWin } from '#app/value/win/confirm-first-win.server.ts'
import { inWorkspace } from '#db/workspace.ts'
import { setUp } from '#tests/factories/plan-setting.ts'
import { makeMember } from '#tests/factories/workspace.ts'

/** A plan whose champion confirmed the first win; each change a second after the one before. */
async function begin() {
  const it = await setUp()
  const marketing = await makeMember(it.parts.db, it.workspaceId, { name: 'Jo Marlin', roles: ['marketing'] })
  let seconds = 0
  const tick = () => it.parts.clock.set(new Date(Date.parse('2026-06-17T15:00:00Z') + 1_000 * ++seconds).toISOString())
  const orderOf = (actor: typeof it.champion | typeof marketing) => {
    tick()
    return { actor, scopeId: it.planId }
  }
  const asMarketing = () => orderOf(marketing)
  const asChampion = () => orderOf(it.champion)
  const confirmed = { winVersion: 1, measuredValue: '1' }
  await runCommand(it.parts, confirmFirstWin, { ...asChampion(), input: confirmed })
  /** The news of the champion's email of the next day, by the plan. */
  const newsOfTomorrow = async () => {
    it.parts.clock.set('2026-06-18T07:05:00Z')
    await collectDaily(it.parts, it.workspaceId)
    const emails = await inWorkspace(it.parts.db, it.workspaceId, (trx) =>
      trx
        .selectFrom('notice')
        .select('facts')
        .where('kind', '=', 'daily')
        .where('participantId', '=', it.champion.id)
        .execute(),
    )
    return emails.map(({ facts }) => JSON.stringify(facts))
  }
  const consent = () =>
    runCommand(it.parts, giveConsent, {
      ...asChampion(),
      input: { winVersion: 2, kinds: ['logo', 'quote', 'case-study'], quoteText: 'One day!' },
    })
  const send = (kind: 'quote' | 'case-study') =>
    runCommand(it.parts, sendPiece, { ...asMarketing(), input: { kind, text: '# One ledger' } })
  return { ...it, asMarketing, asChampion, consent, send, newsOfTomorrow }
}

test('a logo and two texts that marketing asks for on one day are one email', async () => {
  const it = await begin()
  await it.consent()
  await it.send('quote')
  await it.send('case-study')
  await runCommand(it.parts, askForLogo, { ...it.asMarketing(), input: {} })
  const emails = await it.newsOfTomorrow()
  expect(emails).toHaveLength(1)
  for (const asked of ['approve a text about your win: quote', 'win: case study', 'the picture of your logo'])
    expect(emails[0]).toContain(asked)
})

test('what the champion has answered since is not asked for by email: a text, the logo, a reference', async () => {
  const it = await begin()
  await runCommand(it.parts, askForReference, { ...it.asMarketing(), input: {} })
  await it.consent()
  await it.send('quote')
  await it.send('case-study')
  await runCommand(it.parts, answerPiece, {
    ...it.asChampion(),
    input: { kind: 'quote', version: 1, answer: 'approve' },
  })
  const [email = ''] = await it.newsOfTomorrow()
  expect(email).toContain('win: case study')
  expect(email).not.toContain('win: quote')
  expect(email).not.toContain('would be a reference')
  expect(email).not.toContain('logo')
})

test('a request that is not answered stands in the email of the day, and a “later” settles it', async () => {
  const [open, later] = [await begin(), await begin()]
  for (const it of [open, later]) await runCommand(it.parts, askForReference, { ...it.asMarketing(), input: {} })
  await runCommand(later.parts, answerReference, { ...later.asChampion(), input: { answer: 'later' } })
  expect((await open.newsOfTomorrow()).join()).toContain('would be a reference')
  expect((await later.newsOfTomorrow()).join()).not.toContain('would be a reference')
})
