import type { AppLoadContext } from '@remix-run/node'
import { addressKey, countAgainstLimit, networkIn } from '../core/count-against-limit.server.ts'
import { planIdInPath } from '../core/next-path.ts'
import type { SignInJob } from './send-sign-in-links.server.ts'

/**
 * Takes an address that asks for a link, and does the same for every address: counts the request and queues one job. The
 * worker looks up whether the address is known, so neither the answer nor its timing shows it. Only too many requests from one
 * network are refused.
 * @throws Refusal 429
 */
export async function askForLink(
  context: Pick<AppLoadContext, 'parts' | 'network'>,
  { email, next }: Omit<SignInJob, 'network'>,
): Promise<void> {
  const planId = planIdInPath(next)
  const network = networkIn(context)
  await countAgainstLimit(context, [
    ['link from a network', network],
    ...(planId ? ([['link to a plan from a network', `${planId} ${network}`]] as const) : []),
    ['link to an address from a network', `${addressKey(email)} ${network}`],
  ])
  const job: SignInJob = { email, network, ...(next === undefined ? {} : { next }) }
  await context.parts.boss.send('send-sign-in', job)
}
