import { expect, test } from 'vitest'
import { todayIn } from '#app/kit/clock.ts'
import { day } from '#app/kit/durations.ts'
import { giveConsent } from '#app/references/consent/give-consent.server.ts'
import { getReferencesPage } from '#app/references/board/board-queries.server.ts'
import { getReferenceForForm } from '#app/references/consent/consent-queries.server.ts'
import { runCommand } from '#app/runner/run-command.server.ts'
import { confirmFirstWin } from '#app/value/win/confirm-first-win.server.ts'
import { refusalOf, setUp } from '#tests/factories/plan-setting.ts'

test('a consent names a quote and ends in the future; once it has ended, nothing may be used', async () => {
  const it = await setUp()
  const { parts, lead } = it
  const as = { actor: it.champion, scopeId: it.planId }
  await runCommand(parts, confirmFirstWin, { ...as, input: { winVersion: 1, measuredValue: '1' } })
  const consent = (input: object) =>
    runCommand(parts, giveConsent, {
      ...as,
      input: { winVersion: 2, kinds: ['quote'], quoteText: 'One day!', ...input },
    })
  const board = async (at = parts) => getReferencesPage(at, lead)
  const refused = await refusalOf(consent({ quoteText: ' ', until: '2026-01-01' }))
  expect(refused.faults).toEqual([
    { field: 'quoteText', message: 'Please enter the quote that you approve.' },
    { field: 'until', message: 'This date has passed.' },
  ])
  expect((await board()).list.rows[0]).toMatchObject({ answer: 'not asked' })
  const until = todayIn('Europe/Berlin', parts.clock.now())
  await consent({ until })
  expect((await board()).list.rows[0]).toMatchObject({ answer: 'agreed' })
  const later = { ...parts, clock: { ...parts.clock, now: () => new Date(parts.clock.now().getTime() + 3 * day) } }
  const expired = { answer: 'expired' }
  expect((await board(later)).list.rows[0]).toMatchObject(expired)
  expect((await board(later)).agreed).toBe(0)
  expect(await getReferenceForForm(later, it.champion, it.planId, { mayGive: true })).toMatchObject(expired)
})
