import { defineCommand } from '#app/runner/command.ts'
import { changeSituationInput } from '../model.ts'
import { ownSituationNow, answerSituation } from './answer-situation.server.ts'

/**
 * The person corrects the situation in their own words, which confirms all of it. Sent unchanged, it is just confirmed.
 * @throws Refusal 404 for everyone else, and if it was never shared; 409 where it changed since it was read
 */
export const changeSituation = defineCommand({
  name: 'change-situation',
  scope: 'plan',
  input: changeSituationInput,
  standsByAll: true,
  current: ownSituationNow,
  run: answerSituation,
})
