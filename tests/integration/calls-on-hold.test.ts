import { expect, test } from 'vitest'
import { giveConsent } from '#app/references/consent/give-consent.server.ts'
import { getCalls } from '#app/references/library/request-queries.server.ts'
import { requestRefusals } from '#app/references/library/request-words.ts'
import { runCommand } from '#app/runner/run-command.server.ts'
import { correctFirstWin } from '#app/value/win/correct-first-win.server.ts'
import { accept, agreed, ask, consent, order } from '#tests/factories/call-setting.ts'
import { planOf, refusalOf } from '#tests/factories/plan-setting.ts'

test('no time is accepted while the consent is on hold, and one is once it is given again', async () => {
  const it = await agreed()
  const requestId = await ask(it)
  const corrected = { measuredValue: '2', wordsHold: 'yes', confirmWorse: '' }
  await runCommand(it.parts, correctFirstWin, order(it, it.champion, corrected))
  expect(await getCalls(it.parts, it.champion, it.planId)).toMatchObject({ mayAccept: false })
  expect(await refusalOf(accept(it, requestId))).toMatchObject({ status: 409, message: requestRefusals.notInEffect })
  const { winVersion } = await planOf(it)
  await runCommand(it.parts, giveConsent, order(it, it.champion, { ...consent, winVersion }))
  expect(await getCalls(it.parts, it.champion, it.planId)).toMatchObject({ mayAccept: true })
  await accept(it, requestId)
  expect((await getCalls(it.parts, it.champion, it.planId)).requests).toMatchObject([{ standing: 'planned' }])
})
