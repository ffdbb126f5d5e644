import { randomInt } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { Parts } from '#app/kit/parts.ts'

/** An email that could not be handed over for so long, in milliseconds, is left to a later attempt of its job. */
const longest = 20_000

/**
 * Waits until the mail service takes another request, by one count for all processes: what an account may ask for is a limit of the account. Pauses differ at
 * random, so that processes do not ask in step.
 * @throws Error after 20 seconds; the caller tries again
 */
export async function waitForTurn({ limits, environment }: Pick<Parts, 'limits' | 'environment'>): Promise<void> {
  const share = Math.max(1, Math.floor(1000 / environment.resendPerSecond))
  for (let waited = 0; (await limits.count('email to the mail service', 'all', share)) > 0;) {
    if (waited > longest) throw new Error('An email waited for its turn at the mail service.')
    const some = randomInt(100, 400)
    await pause(some)
    waited += some
  }
}
