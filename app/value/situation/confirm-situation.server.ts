import { defineCommand } from '#app/runner/command.ts'
import { changeSituationInput } from '../model.ts'
import { ownSituationNow, answerSituation } from './answer-situation.server.ts'

/**
 * The person whose situation it is says *That is right* to the words that were read; from then on the champion sees it too.
 * @throws Refusal 404 for everyone else, and while it was never shared; 409 where it changed since it was read
 */
export const confirmSituation = defineCommand({
  name: 'confirm-situation',
  scope: 'plan',
  input: changeSituationInput,
  standsByAll: true,
  current: ownSituationNow,
  run: answerSituation,
})
