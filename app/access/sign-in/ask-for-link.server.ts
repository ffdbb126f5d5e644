import type { AppLoadContext } from '@remix-run/node'
import { addressKey, countOrRefuse, networkIn } from '../core/rate-limits.server.ts'
import { planIn } from '../core/next-path.ts'
import type { SignInJob } from './send-sign-in-links.server.ts'

/**
 * Takes an address for which a link is wanted, and does the same for every address: counts, and leaves one job. Whether anyone has
 * that address is looked up by the worker, so neither the answer nor its time tells. Only who asks too often from the same network is
 * refused.
 * @throws Refusal 429
 */
export async function askForLink(
  context: Pick<AppLoadContext, 'parts' | 'network'>,
  { email, next }: Omit<SignInJob, 'network'>,
): Promise<void> {
  const planId = planIn(next)
  const network = networkIn(context)
  await countOrRefuse(context, [
    ['link from a network', network],
    ...(planId ? ([['link to a plan from a network', `${planId} ${network}`]] as const) : []),
    ['link to an address from a network', `${addressKey(email)} ${network}`],
  ])
  const job: SignInJob = { email, network, ...(next === undefined ? {} : { next }) }
  await context.parts.boss.send('send-sign-in', job)
}
